/** Code that was written for a browser finds the names where it expects them. */
import 'node-libwebrtc/globals';

const pc = new RTCPeerConnection();
pc.createDataChannel('any');
const offer = await pc.createOffer();
console.log(offer instanceof RTCSessionDescription, offer.type);
pc.close();
