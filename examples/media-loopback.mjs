/** Two connections: one sends a test picture and a tone, the other says what it sees and hears. */
import { MediaStream, nonstandard, RTCPeerConnection } from 'node-libwebrtc';

const sender = new RTCPeerConnection();
const receiver = new RTCPeerConnection();
sender.onicecandidate = ({ candidate }) => receiver.addIceCandidate(candidate);
receiver.onicecandidate = ({ candidate }) => sender.addIceCandidate(candidate);

const stream = new MediaStream([
  nonstandard.createTestTrack('video', { width: 640, height: 360, frameRate: 30 }),
  nonstandard.createTestTrack('audio', { frequency: 440 }),
]);
for (const track of stream.getTracks()) sender.addTrack(track, stream);

const seconds = Number(process.argv[2] ?? 3);
let frames = 0;
let heard;
receiver.ontrack = ({ track }) => {
  nonstandard.readTestTrack(track, (reading) => {
    if (track.kind === 'video') frames += 1;
    else heard = reading;
  });
};

await sender.setLocalDescription();
await receiver.setRemoteDescription(sender.localDescription);
await receiver.setLocalDescription();
await sender.setRemoteDescription(receiver.localDescription);

setTimeout(async () => {
  const stats = [...(await receiver.getStats()).values()];
  const { frameWidth, frameHeight, decoderImplementation } = stats.find(
    ({ type, kind }) => type === 'inbound-rtp' && kind === 'video',
  );
  console.log(
    `${frames} frames, ${frameWidth}x${frameHeight}, decoded by ${decoderImplementation}`,
  );
  console.log(`a tone of ${heard.frequency?.toFixed(0)} Hz`);
  for (const connection of [sender, receiver]) connection.close();
}, seconds * 1000);
