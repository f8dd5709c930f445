/**
 * What a recogniser of speech wants: 16 kHz, one channel, pieces of a second. Here it gets a tone
 * from the other side of a call, and says how loud it is.
 */
import { nonstandard, RTCPeerConnection } from 'node-libwebrtc';

const { createTestTrack, RTCAudioSink } = nonstandard;
const sampleRate = 16_000;

/** Your recogniser: `samples` is an Int16Array. */
function recognise(samples) {
  const power = samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length;
  console.log(`${samples.length} samples, level ${Math.round(Math.sqrt(power))}`);
}

const [a, b] = [new RTCPeerConnection(), new RTCPeerConnection()];
a.onicecandidate = ({ candidate }) => b.addIceCandidate(candidate);
b.onicecandidate = ({ candidate }) => a.addIceCandidate(candidate);
a.addTrack(createTestTrack('audio', { frequency: 440 }));

b.ontrack = ({ track }) => {
  const sink = new RTCAudioSink(track, { sampleRate, channelCount: 1 });
  let piece = new Int16Array(sampleRate);
  let [filled, pieces] = [0, 0];
  sink.ondata = ({ samples }) => {
    piece.set(samples, filled);
    filled += samples.length;
    if (filled < piece.length) return;
    recognise(piece);
    piece = new Int16Array(sampleRate);
    filled = 0;
    pieces += 1;
    if (pieces < 3) return;
    sink.stop();
    a.close();
    b.close();
  };
};

await a.setLocalDescription();
await b.setRemoteDescription(a.localDescription);
await b.setLocalDescription();
await a.setRemoteDescription(b.localDescription);
