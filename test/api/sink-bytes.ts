/** Whose memory the bytes of a video sink's frames are. */
import test from 'ava';

import { nonstandard, VideoFrame } from '../../lib/index.js';
import type { MediaStreamTrack, RTCVideoFrame, VideoSinkEvent } from '../../lib/index.js';
import { bytesOf, frameOf, noise, pictureSize } from '../helpers/frames.js';
import { next, within } from '../helpers/wait.js';

const { RTCVideoSink, RTCVideoSource } = nonstandard;

/** Of the first, the planes lie one after the other in the pool's memory; of the others not. */
const sizes = [
  [640, 360],
  [34, 18],
  [33, 17],
] as const;

const compare = ({ buffer }: Uint8ClampedArray, bytes: Uint8Array) =>
  Buffer.compare(new Uint8Array(buffer), bytes);

const frameFrom = async (track: MediaStreamTrack) => {
  const sink = new RTCVideoSink(track);
  const { frame } = await next<VideoSinkEvent>(sink, 'frame');
  sink.stop();
  return frame;
};

test('the bytes of a frame are what was written, and the program may write into them', async (t) => {
  for (const [width, height] of sizes) {
    const source = new RTCVideoSource();
    const track = source.createTrack();
    const data = noise(pictureSize('I420', width, height), width);
    const written = data.slice();
    const frames: RTCVideoFrame[] = [];
    for (let index = 0; index < 3; index += 1) {
      const seen = frameFrom(track);
      source.onFrame({ width, height, data });
      const frame = await seen;
      t.is(compare(frame.data, data), 0, `${width}x${height}`);
      t.is(frame.data.buffer.byteLength, data.length);
      frame.data.fill(index);
      frames.push(frame);
    }
    // Frames that followed took other memory.
    for (const [index, frame] of frames.entries()) t.true(frame.data.every((b) => b === index));
    t.is(Buffer.compare(data, written), 0);
    track.stop();
  }
});

test('sinks that read the same frame have bytes of their own', async (t) => {
  for (const [width, height] of sizes) {
    const source = new RTCVideoSource();
    const [track, other] = [source.createTrack(), source.createTrack()];
    const seen = Promise.all([frameFrom(track), frameFrom(other), frameFrom(track.clone())]);
    const data = noise(pictureSize('I420', width, height));
    source.onFrame({ width, height, data });
    const frames = await within(seen, 'three sinks');
    for (const [index, frame] of frames.entries()) {
      t.is(compare(frame.data, data), 0);
      frame.data.fill(index);
    }
    for (const [index, frame] of frames.entries()) t.true(frame.data.every((b) => b === index));
    for (const each of [track, other]) each.stop();
  }
});

test('a frame that stays open keeps its pixels', async (t) => {
  const [width, height] = sizes[0];
  const data = noise(pictureSize('I420', width, height));
  const frame = frameOf(data, 'I420', width, height);
  const clone = frame.clone();
  const source = new RTCVideoSource();
  const track = source.createTrack();
  const seen = frameFrom(track);
  source.onFrame(frame);
  const read = await seen;
  frame.close();
  t.is(compare(read.data, data), 0);
  read.data.fill(0);
  t.is(Buffer.compare(await bytesOf(clone), data), 0);
  clone.close();
  // Nobody but the sink has these.
  const last = frameFrom(track);
  const alone = new VideoFrame(data, {
    format: 'I420',
    codedWidth: width,
    codedHeight: height,
    timestamp: 0,
  });
  source.onFrame(alone);
  const lastRead = await last;
  alone.close();
  t.is(compare(lastRead.data, data), 0);
  track.stop();
});

test('a frame’s bytes can be cloned, sent and transferred', async (t) => {
  const [width, height] = sizes[0];
  const data = noise(pictureSize('I420', width, height));
  const source = new RTCVideoSource();
  const track = source.createTrack();
  const seen = frameFrom(track);
  source.onFrame({ width, height, data });
  const read = await seen;
  t.is(compare(structuredClone(read.data), data), 0);
  const { port1, port2 } = new MessageChannel();
  const sent = next<MessageEvent>(port2, 'message');
  port1.postMessage(read.data);
  port2.start();
  t.is(compare((await sent).data as Uint8ClampedArray, data), 0);
  port1.close();
  const transferred = structuredClone(read.data, { transfer: [read.data.buffer as ArrayBuffer] });
  t.is(compare(transferred, data), 0);
  transferred.fill(1);
  track.stop();
});
