/**
 * A program for a browser on webrtc-adapter, with both ends of a call in one
 * page, as many a tutorial has it. Prints what happened.
 */
import adapter from 'webrtc-adapter';

const { browserDetails } = adapter.default ?? adapter;
console.log(`browser: ${browserDetails.browser}`);

const microphone = new MediaStreamTrackGenerator({ kind: 'audio' });
const stream = new MediaStream([microphone]);
const caller = new RTCPeerConnection();
const callee = new RTCPeerConnection();
caller.onicecandidate = ({ candidate }) => callee.addIceCandidate(candidate);
callee.onicecandidate = ({ candidate }) => caller.addIceCandidate(candidate);

const heard = new Promise((resolve) => {
  callee.ontrack = ({ track, streams }) => {
    console.log(`track: ${track.kind}, stream is ${streams[0].id === stream.id ? 'known' : 'not'}`);
    resolve(track);
  };
});
const greeted = new Promise((resolve) => {
  callee.ondatachannel = ({ channel }) => {
    channel.onmessage = ({ data }) => resolve(data);
  };
});

for (const track of stream.getTracks()) caller.addTrack(track, stream);
const channel = caller.createDataChannel('chat');
channel.onopen = () => channel.send('hello');

await caller.setLocalDescription(await caller.createOffer());
await callee.setRemoteDescription(caller.localDescription);
await callee.setLocalDescription(await callee.createAnswer());
await caller.setRemoteDescription(callee.localDescription);
console.log(`message: ${await greeted}`);

const sampleRate = 48_000;
const numberOfFrames = sampleRate / 50;
const frequency = 1_000;
let played = 0;
const writer = microphone.writable.getWriter();
const tone = setInterval(() => {
  const data = Float32Array.from({ length: numberOfFrames }, (_, i) =>
    Math.sin((2 * Math.PI * frequency * (played + i)) / sampleRate),
  );
  const timestamp = Math.round((played / sampleRate) * 1e6);
  played += numberOfFrames;
  writer.write(
    new AudioData({
      format: 'f32',
      sampleRate,
      numberOfChannels: 1,
      numberOfFrames,
      timestamp,
      data,
    }),
  );
}, 20);

/** Zero crossings of 100 ms tell a pure tone's frequency. */
const reader = new MediaStreamTrackProcessor({ track: await heard }).readable.getReader();
let crossings = 0;
let frames = 0;
let last = 0;
for (;;) {
  const { value: sound } = await reader.read();
  const samples = new Float32Array(sound.numberOfFrames);
  sound.copyTo(samples, { planeIndex: 0, format: 'f32-planar' });
  for (const sample of samples) {
    if (last < 0 && sample >= 0) crossings += 1;
    last = sample;
  }
  frames += sound.numberOfFrames;
  const seconds = frames / sound.sampleRate;
  sound.close();
  if (seconds < 0.1) continue;
  if (Math.abs(crossings / seconds - frequency) <= 20) break;
  crossings = 0;
  frames = 0;
}
console.log('the tone is heard');
clearInterval(tone);
microphone.stop();

const report = await callee.getStats();
const inbound = [...report.values()].find(({ type }) => type === 'inbound-rtp');
console.log(`audio packets: ${inbound.packetsReceived > 0 ? 'some' : 'none'}`);
caller.close();
callee.close();
console.log(`closed: ${caller.signalingState}`);
