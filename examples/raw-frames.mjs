/**
 * Pictures into a call and out of it, as bytes: a bar that moves is sent, what arrives is written
 * to a file. `node raw-frames.mjs out.yuv`; play it with the command that is printed.
 */
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

import { nonstandard, RTCPeerConnection } from 'node-libwebrtc';

const path = process.argv[2] ?? 'frames.yuv';
const { RTCVideoSource, RTCVideoSink } = nonstandard;
const [width, height, frameRate] = [320, 240, 30];

const source = new RTCVideoSource();
const [a, b] = [new RTCPeerConnection(), new RTCPeerConnection()];
a.onicecandidate = ({ candidate }) => b.addIceCandidate(candidate);
b.onicecandidate = ({ candidate }) => a.addIceCandidate(candidate);
a.addTrack(source.createTrack());

b.ontrack = ({ track }) => {
  const file = createWriteStream(path);
  const sink = new RTCVideoSink(track);
  let written = 0;
  sink.onframe = async ({ frame }) => {
    if (frame.width !== width) return; // A sender that has little bandwidth makes pictures smaller.
    file.write(frame.data); // I420: Y, U, V. The bytes stay what they are.
    written += 1;
    if (written < 90) return;
    sink.stop();
    clearInterval(timer);
    a.close();
    b.close();
    file.end();
    await finished(file);
    console.log(
      `${written} frames. ffplay -f rawvideo -pixel_format yuv420p -video_size ${width}x${height} ${path}`,
    );
  };
};

const data = new Uint8Array((width * height * 3) / 2);
let position = 0;
const timer = setInterval(() => {
  data.fill(40, 0, width * height).fill(128, width * height);
  position = (position + 4) % width;
  for (let row = 0; row < height; row += 1)
    data.fill(200, row * width + position, row * width + position + 16);
  source.onFrame({ width, height, data });
}, 1000 / frameRate);

await a.setLocalDescription();
await b.setRemoteDescription(a.localDescription);
await b.setLocalDescription();
await a.setRemoteDescription(b.localDescription);
