import { tracks } from '../helpers/fake-native.js';

import test from 'ava';

import { nonstandard } from '../../../lib/index.js';
import type { AudioSinkEvent, RTCVideoFrame } from '../../../lib/index.js';
import { thrown } from '../../helpers/failure.js';
import { FakePixels } from '../helpers/fake-frames.js';

const { RTCAudioSink, RTCVideoSink } = nonstandard;
const picture = (timestamp: number) => ({
  pixels: new FakePixels('NV12', 5, 3),
  timestamp,
  rotation: 90 as const,
  colorSpace: null,
  captureTime: 1,
  receiveTime: 2,
  rtpTimestamp: 3,
  discarded: 0,
});

test('a video sink fires an event per frame, whose bytes are copied when they are read', (t) => {
  const track = nonstandard.createTestTrack('video');
  const sink = new RTCVideoSink(track);
  const native = tracks.at(-1)!;
  t.like(native.readers[0]!.options, { what: 'frames' });
  const frames: RTCVideoFrame[] = [];
  let types = '';
  sink.onframe = ({ type, frame }) => {
    types += type;
    frames.push(frame);
  };
  const first = picture(11);
  native.emit('videoframe', first);
  native.emit('videoframe', picture(12));
  t.is(types, 'frameframe');
  t.like(frames[0], { width: 5, height: 3, rotation: 90, timestamp: 11 });
  t.like(frames[0], { captureTime: 1, receiveTime: 2, rtpTimestamp: 3 });
  const { data } = frames[0]!;
  t.true(data instanceof Uint8ClampedArray);
  t.is(data.length, 27);
  t.is(frames[0]!.data, data);
  t.true(first.pixels.closed);
  t.like(first.pixels.copies[0], { format: 'I420', rect: { x: 0, y: 0, width: 5, height: 3 } });
  t.is(first.pixels.copies.length, 1);
  t.is({ ...frames[1] }.data!.length, 27);
  t.false(sink.stopped);
  sink.stop();
  sink.stop();
  t.true(sink.stopped);
  t.false(native.reading);
  native.emit('videoframe', picture(13));
  t.is(frames.length, 2);
});

test('what a video sink got can be written to a source', (t) => {
  const track = nonstandard.createTestTrack('video');
  const sink = new RTCVideoSink(track);
  const source = new nonstandard.RTCVideoSource();
  sink.onframe = ({ frame }) => source.onFrame(frame);
  tracks.find(({ trackId }) => trackId === track.id)!.emit('videoframe', picture(5));
  t.pass();
});

test('an audio sink fires an event per block', (t) => {
  const track = nonstandard.createTestTrack('audio');
  const sink = new RTCAudioSink(track, { sampleRate: 16_000, channelCount: 1 });
  const native = tracks.at(-1)!;
  t.like(native.readers[0]!.options, { what: 'samples', sampleRate: 16_000, channelCount: 1 });
  const events: AudioSinkEvent[] = [];
  sink.addEventListener('data', (event) => events.push(event));
  native.emitBlock({
    samples: Int16Array.of(1, -2, 3, -4).buffer,
    sampleRate: 8000,
    channelCount: 2,
    frameCount: 2,
    timestamp: 8,
    captureTime: 1,
    receiveTime: 2,
    rtpTimestamp: 3,
    discarded: 0,
  });
  t.is(events.length, 1);
  t.like(events[0], {
    type: 'data',
    sampleRate: 8000,
    bitsPerSample: 16,
    channelCount: 2,
    numberOfFrames: 2,
    timestamp: 8,
    captureTime: 1,
    receiveTime: 2,
    rtpTimestamp: 3,
  });
  t.deepEqual([...events[0]!.samples], [1, -2, 3, -4]);
  const source = new nonstandard.RTCAudioSource();
  source.onData(events[0]!);
});

test('a sink stops with its track', (t) => {
  const track = nonstandard.createTestTrack('video');
  const sink = new RTCVideoSink(track);
  const audio = nonstandard.createTestTrack('audio');
  const ear = new RTCAudioSink(audio);
  track.stop();
  audio.stop();
  t.true(sink.stopped);
  t.true(ear.stopped);
  t.true(new RTCVideoSink(track).stopped);
  t.true(new RTCAudioSink(audio).stopped);
});

test('a sink needs a track of its kind, and options that are possible', (t) => {
  const video = nonstandard.createTestTrack('video');
  const audio = nonstandard.createTestTrack('audio');
  const Video = RTCVideoSink as unknown as new (...args: unknown[]) => unknown;
  const Audio = RTCAudioSink as unknown as new (...args: unknown[]) => unknown;
  for (const args of [[], [{}], [audio]]) t.is(thrown(() => new Video(...args)).name, 'TypeError');
  for (const args of [[], [null], [video]])
    t.is(thrown(() => new Audio(...args)).name, 'TypeError');
  for (const options of [
    { sampleRate: 0 },
    { sampleRate: 7900 },
    { blockDuration: 0 },
    { blockDuration: 15 },
    { blockDuration: 510 },
    { sampleRate: 11_025 },
    { sampleRate: 192_100 },
    { channelCount: 0 },
    { channelCount: 3 },
  ]) {
    t.is(thrown(() => new Audio(audio, options)).name, 'RangeError');
  }
  t.is(thrown(() => new Audio(audio, { sampleRate: 'x' })).name, 'TypeError');
  t.is(thrown(() => new Audio(audio, 5)).name, 'TypeError');
});
