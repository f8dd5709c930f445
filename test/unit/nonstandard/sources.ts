import { nativeError, tracks } from '../helpers/fake-native.js';

import test from 'ava';

import { nonstandard, VideoFrame } from '../../../lib/index.js';
import { thrown } from '../../helpers/failure.js';
import { allPixels } from '../helpers/fake-frames.js';
import { audioSources, videoSources } from '../helpers/fake-sources.js';

const { RTCAudioSource, RTCVideoSource } = nonstandard;
const i420 = (width: number, height: number, bytes = width * height * 2) => ({
  width,
  height,
  data: new Uint8ClampedArray(bytes).fill(7),
});

test('a video source has its options', (t) => {
  const plain = new RTCVideoSource();
  t.is(plain.isScreencast, false);
  t.is(plain.needsDenoising, null);
  const source = new RTCVideoSource({ isScreencast: true, needsDenoising: false });
  t.is(source.isScreencast, true);
  t.is(source.needsDenoising, false);
  t.deepEqual(videoSources.at(-1)!.options, { isScreencast: true, needsDenoising: false });
});

test('I420 bytes are copied and given to the tracks', (t) => {
  const source = new RTCVideoSource();
  const track = source.createTrack();
  t.is(track.kind, 'video');
  t.is(tracks.at(-1)!.trackId, track.id);
  t.not(source.createTrack().id, track.id);
  const before = Number(process.hrtime.bigint() / 1000n);
  source.onFrame(i420(5, 3));
  source.onFrame({ ...i420(5, 3), rotation: 270, timestamp: -4 });
  const [first, second] = videoSources.at(-1)!.written;
  t.true(first!.timestamp >= before);
  t.is(first!.rotation, 0);
  t.like(second!, { rotation: 270, timestamp: -4, colorSpace: null });
  t.deepEqual(second!.rect, { x: 0, y: 0, width: 5, height: 3 });
  const pixels = allPixels.at(-1)!;
  t.is(pixels.format, 'I420');
  t.deepEqual(pixels.planes, [
    { offset: 0, stride: 5 },
    { offset: 15, stride: 3 },
    { offset: 21, stride: 3 },
  ]);
  t.true(pixels.closed);
});

test('a VideoFrame is given as it is, and stays open', (t) => {
  const source = new RTCVideoSource();
  const frame = new VideoFrame(i420(4, 4).data, {
    ...{ format: 'NV12', codedWidth: 4, codedHeight: 4, timestamp: 3, rotation: 90 },
  });
  source.onFrame(frame);
  t.like(videoSources.at(-1)!.written[0]!, { timestamp: 3, rotation: 90 });
  t.is(frame.format, 'NV12');
  frame.close();
  t.is(thrown(() => source.onFrame(frame)).name, 'InvalidStateError');
});

test('pictures that are wrong are refused', (t) => {
  const source = new RTCVideoSource();
  const give = source.onFrame.bind(source) as (frame?: unknown) => void;
  const cases: [frame: unknown, name: string][] = [
    [undefined, 'TypeError'],
    [{}, 'TypeError'],
    [{ width: 4, height: 4 }, 'TypeError'],
    [{ ...i420(4, 4), width: -4 }, 'TypeError'],
    [{ ...i420(4, 4), data: 'x' }, 'TypeError'],
    [i420(0, 4), 'RangeError'],
    [i420(16_385, 1), 'RangeError'],
    [i420(4, 4, 23), 'RangeError'],
    [i420(3, 3, 16), 'RangeError'],
    [{ ...i420(4, 4), rotation: 45 }, 'RangeError'],
    [{ ...i420(4, 4), timestamp: NaN }, 'TypeError'],
  ];
  for (const [frame, name] of cases) t.is(thrown(() => give(frame)).name, name);
  t.is(videoSources.at(-1)!.written.length, 0);
});

test('samples are given to the tracks, of any length', (t) => {
  const source = new RTCAudioSource();
  const native = audioSources.at(-1)!;
  t.is(source.createTrack().kind, 'audio');
  source.onData({ samples: Int16Array.of(1, 2, 3), sampleRate: 8000, timestamp: 100 });
  source.onData({ samples: Float32Array.of(0.5, -0.5), sampleRate: 8000, channelCount: 2 });
  source.onData({
    ...{ samples: new Int16Array(8).subarray(2), sampleRate: 44_100, channelCount: 2 },
    ...{ numberOfFrames: 2, bitsPerSample: 16, timestamp: 0 },
  });
  const facts = native.written.map(({ samples, request, ...rest }) => ({
    ...rest,
    size: samples.byteLength,
    waits: request > 0,
  }));
  const mono = { format: 's16', sampleRate: 8000, channelCount: 1, waits: false };
  t.deepEqual(facts, [
    { ...mono, frameCount: 3, timestamp: 100, size: 6 },
    {
      ...mono,
      format: 'f32',
      channelCount: 2,
      frameCount: 1,
      timestamp: NaN,
      size: 8,
    },
    { ...mono, sampleRate: 44_100, channelCount: 2, frameCount: 2, timestamp: 0, size: 8 },
  ]);
  native.seconds = 1.5;
  t.is(source.buffered, 1.5);
});

test('samples that are wrong are refused', (t) => {
  const source = new RTCAudioSource();
  const give = source.onData.bind(source) as (data?: unknown) => void;
  const good = { samples: new Int16Array(6), sampleRate: 8000 };
  const cases: [data: unknown, name: string][] = [
    [undefined, 'TypeError'],
    [{ sampleRate: 8000 }, 'TypeError'],
    [{ ...good, samples: [1, 2] }, 'TypeError'],
    [{ ...good, samples: new Uint8Array(4) }, 'TypeError'],
    [{ samples: good.samples }, 'TypeError'],
    [{ ...good, sampleRate: NaN }, 'TypeError'],
    [{ ...good, sampleRate: 0 }, 'RangeError'],
    [{ ...good, sampleRate: 400_000 }, 'RangeError'],
    [{ ...good, samples: new Int16Array(0) }, 'RangeError'],
    [{ ...good, channelCount: 0 }, 'RangeError'],
    [{ ...good, channelCount: 4 }, 'RangeError'],
    [{ ...good, samples: new Int16Array(18), channelCount: 9 }, 'RangeError'],
    [{ ...good, numberOfFrames: 7 }, 'RangeError'],
    [{ ...good, bitsPerSample: 8 }, 'RangeError'],
  ];
  for (const [data, name] of cases) t.is(thrown(() => give(data)).name, name, JSON.stringify(data));
  t.is(audioSources.at(-1)!.written.length, 0);
  audioSources.at(-1)!.failure = nativeError('resource-exhausted');
  t.is(thrown(() => give(good)).name, 'OperationError');
});

test('a gap is told', (t) => {
  const source = new RTCAudioSource();
  const told: number[] = [];
  source.onunderrun = ({ duration }) => told.push(duration);
  source.addEventListener('underrun', ({ type, duration }) => {
    t.is(type, 'underrun');
    told.push(duration);
  });
  audioSources.at(-1)!.underrun(0.25);
  t.deepEqual(told, [0.25, 0.25]);
});

test('pictures are converted into memory that is there', (t) => {
  const { i420ToRgba, rgbaToI420 } = nonstandard;
  const rgba = { width: 4, height: 4, data: new Uint8ClampedArray(64) };
  i420ToRgba(i420(4, 4, 24), rgba);
  rgbaToI420(rgba, i420(4, 4, 24));
  for (const convert of [
    () => i420ToRgba(i420(4, 4, 23), rgba),
    () => i420ToRgba(i420(4, 2), rgba),
    () => rgbaToI420(rgba, i420(4, 4, 23)),
    () => rgbaToI420({ ...rgba, height: 5 }, i420(4, 5)),
    () => rgbaToI420({ ...rgba, width: 0 }, i420(0, 4)),
  ]) {
    t.is(thrown(convert).name, 'RangeError');
  }
  t.is(thrown(() => (i420ToRgba as (value?: unknown) => void)()).name, 'TypeError');
});
