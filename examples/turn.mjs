/**
 * Two connections that may talk through a TURN server only.
 *
 *   node turn.mjs turn:turn.example.org:3478 USER PASSWORD
 *   node turn.mjs turns:turn.example.org:5349?transport=tcp USER PASSWORD
 *
 * For `turns`, certificates are checked against Node's roots and
 * NODE_EXTRA_CA_CERTS.
 */
import { RTCPeerConnection } from 'node-libwebrtc';

const [urls, username, credential] = process.argv.slice(2);
if (!credential) {
  console.error('usage: node turn.mjs URL USER PASSWORD');
  process.exit(2);
}

const configuration = {
  iceServers: [{ urls, username, credential }],
  iceTransportPolicy: 'relay',
};
const a = new RTCPeerConnection(configuration);
const b = new RTCPeerConnection(configuration);
for (const pc of [a, b]) {
  pc.onicecandidateerror = ({ url, errorCode, errorText }) =>
    console.error(`${url}: ${errorCode} ${errorText}`);
}
a.onicecandidate = ({ candidate }) => b.addIceCandidate(candidate);
b.onicecandidate = ({ candidate }) => a.addIceCandidate(candidate);
a.onconnectionstatechange = () => console.log(a.connectionState);

const channel = a.createDataChannel('through the relay');
b.ondatachannel = (event) => {
  event.channel.onmessage = async ({ data }) => {
    console.log(`received: ${data}`);
    const stats = [...(await b.getStats()).values()];
    const pair = stats.find((one) => one.type === 'candidate-pair' && one.nominated);
    const local = stats.find((one) => one.id === pair?.localCandidateId);
    console.log(`by a ${local?.candidateType} candidate over ${local?.relayProtocol}`);
    a.close();
    b.close();
  };
};
channel.onopen = () => channel.send('hello');

await a.setLocalDescription();
await b.setRemoteDescription(a.localDescription);
await b.setLocalDescription();
await a.setRemoteDescription(b.localDescription);
