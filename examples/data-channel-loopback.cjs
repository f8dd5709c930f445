/** The same as data-channel-loopback.mjs, for CommonJS. */
const { RTCPeerConnection } = require('node-libwebrtc');

async function main() {
  const a = new RTCPeerConnection();
  const b = new RTCPeerConnection();
  a.onicecandidate = ({ candidate }) => b.addIceCandidate(candidate);
  b.onicecandidate = ({ candidate }) => a.addIceCandidate(candidate);
  const channel = a.createDataChannel('chat');
  const message = new Promise((resolve) => {
    b.ondatachannel = (event) => {
      event.channel.onmessage = ({ data }) => resolve(data);
    };
  });
  channel.onopen = () => channel.send('hello');

  await a.setLocalDescription();
  await b.setRemoteDescription(a.localDescription);
  await b.setLocalDescription();
  await a.setRemoteDescription(b.localDescription);
  console.log(await message);
  a.close();
  b.close();
}

main();
