/** Two connections in one process: the smallest program that sends something. */
import { RTCPeerConnection } from 'node-libwebrtc';

const a = new RTCPeerConnection();
const b = new RTCPeerConnection();
a.onicecandidate = ({ candidate }) => b.addIceCandidate(candidate);
b.onicecandidate = ({ candidate }) => a.addIceCandidate(candidate);
b.ondatachannel = ({ channel }) => {
  channel.onmessage = ({ data }) => channel.send(`echo of ${data}`);
};

const channel = a.createDataChannel('chat');
channel.onopen = () => channel.send('hello');
channel.onmessage = ({ data }) => {
  console.log(data);
  a.close();
  b.close();
};

await a.setLocalDescription(await a.createOffer());
await b.setRemoteDescription(a.localDescription);
await b.setLocalDescription(await b.createAnswer());
await a.setRemoteDescription(b.localDescription);
