import { hold, tracks } from '../helpers/fake-native.js';

import test from 'ava';

import {
  AudioData,
  MediaStreamTrackProcessor,
  nonstandard,
  VideoFrame,
} from '../../../lib/index.js';
import type { MediaStreamTrackProcessorInit } from '../../../lib/index.js';
import type { NativeAudioBlock, NativeVideoFrame } from '../../../lib/native.js';
import { thrown } from '../../helpers/failure.js';
import { task } from '../../helpers/wait.js';
import { FakePixels } from '../helpers/fake-frames.js';

const frame = (timestamp: number, changes: Partial<NativeVideoFrame> = {}) => ({
  pixels: new FakePixels('I420', 6, 4),
  timestamp,
  rotation: 0 as const,
  colorSpace: null,
  captureTime: null,
  receiveTime: null,
  rtpTimestamp: null,
  discarded: 0,
  ...changes,
});
const isClosed = ({ pixels }: NativeVideoFrame) => (pixels as unknown as FakePixels).closed;
const block = (timestamp: number): NativeAudioBlock => ({
  samples: Int16Array.of(timestamp, -1, 1, -1).buffer,
  sampleRate: 200,
  channelCount: 2,
  frameCount: 2,
  timestamp,
  captureTime: null,
  receiveTime: null,
  rtpTimestamp: null,
  discarded: 0,
});

function videoProcessor(init: Partial<MediaStreamTrackProcessorInit> = {}) {
  const track = nonstandard.createTestTrack('video');
  const native = tracks.at(-1)!;
  const processor = new MediaStreamTrackProcessor<VideoFrame>({ track, ...init });
  return { track, native, processor, reader: native.readers[0]! };
}

test('frames are those of the track, with what is known of them', async (t) => {
  const { native, processor } = videoProcessor();
  const reader = processor.readable.getReader();
  const first = reader.read();
  await task();
  native.emit(
    'videoframe',
    frame(7, {
      rotation: 90,
      colorSpace: { primaries: null, transfer: null, matrix: 'bt709', fullRange: true },
      captureTime: performance.timeOrigin + 5,
      receiveTime: performance.timeOrigin + 6,
      rtpTimestamp: 90_000,
    }),
  );
  const { value } = await first;
  t.true(value instanceof VideoFrame);
  t.like(value, {
    format: 'I420',
    codedWidth: 6,
    codedHeight: 4,
    displayWidth: 4,
    displayHeight: 6,
    rotation: 90,
    timestamp: 7,
    duration: null,
  });
  t.like(value!.colorSpace.toJSON(), { matrix: 'bt709', fullRange: true });
  t.deepEqual(value!.metadata(), { captureTime: 5, receiveTime: 6, rtpTimestamp: 90_000 });
  value!.close();
});

test('blocks are those of the track', async (t) => {
  const track = nonstandard.createTestTrack('audio');
  const native = tracks.at(-1)!;
  const processor = new MediaStreamTrackProcessor<AudioData>({ track });
  t.deepEqual(native.readers[0]!.options, {
    what: 'samples',
    maxBufferSize: 100,
    sampleRate: null,
    channelCount: null,
    blocksPerEvent: 1,
  });
  native.emitBlock(block(9));
  const { value } = await processor.readable.getReader().read();
  t.true(value instanceof AudioData);
  t.like(value, { format: 's16', sampleRate: 200, numberOfFrames: 2, numberOfChannels: 2 });
  t.is(value!.timestamp, 9);
  const samples = new Int16Array(4);
  value!.copyTo(samples, { planeIndex: 0 });
  t.deepEqual([...samples], [9, -1, 1, -1]);
});

test('the oldest frames are dropped, closed and counted', async (t) => {
  const { native, processor, reader } = videoProcessor({ maxBufferSize: 2 });
  t.deepEqual(reader.options, { what: 'frames', maxBufferSize: 2 });
  const given = [1, 2, 3, 4].map((timestamp) => frame(timestamp));
  for (const each of given) native.emit('videoframe', each);
  native.emit('videoframe', frame(8, { discarded: 3 }));
  t.is(processor.discardedFrames, 6);
  t.is(processor.totalFrames, 8);
  t.deepEqual(given.map(isClosed), [true, true, true, false]);
  const read = processor.readable.getReader();
  t.is((await read.read()).value!.timestamp, 4);
  t.is((await read.read()).value!.timestamp, 8);
  t.is(processor.discardedFrames, 6);
});

test('frames go to the stream only when they are asked for', async (t) => {
  const { native, processor } = videoProcessor({ maxBufferSize: 1 });
  const read = processor.readable.getReader();
  const two = [read.read(), read.read()];
  await task();
  for (const timestamp of [1, 2, 3, 4]) {
    native.emit('videoframe', frame(timestamp));
    await task();
  }
  t.deepEqual(
    (await Promise.all(two)).map(({ value }) => value!.timestamp),
    [1, 2],
  );
  t.is((await read.read()).value!.timestamp, 4);
  t.is(processor.discardedFrames, 1);
});

test('a buffer size of 0 is the usual one', (t) => {
  t.like(videoProcessor({ maxBufferSize: 0 }).reader.options, { maxBufferSize: 10 });
  t.is(thrown(() => videoProcessor({ maxBufferSize: 65_536 })).name, 'TypeError');
  t.is(thrown(() => videoProcessor({ maxBufferSize: -1 })).name, 'TypeError');
});

test('the stream ends with the track, without what was not read', async (t) => {
  const { track, native, processor } = videoProcessor();
  const unread = frame(1);
  native.emit('videoframe', unread);
  track.stop();
  t.true(isClosed(unread));
  t.false(native.reading);
  t.deepEqual(await processor.readable.getReader().read(), { done: true, value: undefined });

  const waiting = videoProcessor();
  const read = waiting.processor.readable.getReader().read();
  await task();
  waiting.track.stop();
  t.true((await read).done);
});

test('a stream that is cancelled reads no more', async (t) => {
  const { native, processor, track } = videoProcessor();
  const unread = frame(1);
  native.emit('videoframe', unread);
  await processor.readable.cancel();
  t.true(isClosed(unread));
  t.false(native.reading);
  const late = frame(2);
  native.emit('videoframe', late);
  track.stop();
  t.is(hold.count, 0);
});

test('a processor needs a live track', (t) => {
  const track = nonstandard.createTestTrack('video');
  track.stop();
  const construct = MediaStreamTrackProcessor as unknown as new (...args: unknown[]) => unknown;
  for (const args of [[], [{}], [{ track: {} }], [{ track }], [track]]) {
    t.is(thrown(() => new construct(...args)).name, 'TypeError');
  }
  t.is(tracks.at(-1)!.readers.length, 0);
});
