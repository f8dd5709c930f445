import { hold, tracks } from '../helpers/fake-native.js';

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import test from 'ava';

import { nonstandard } from '../../../lib/index.js';
import type { AudioReading, VideoReading } from '../../../lib/index.js';
import { thrown } from '../../helpers/failure.js';
import { task } from '../../helpers/wait.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const frame = (counter: number): VideoReading => ({
  width: 640,
  height: 480,
  counter,
  luma: 128,
  timestamp: counter * 1000,
});

test('readings come until they are stopped', (t) => {
  const track = nonstandard.createTestTrack('video');
  const native = tracks.at(-1)!;
  t.false(native.reading);
  const seen: (number | null)[] = [];
  const stop = nonstandard.readTestTrack<VideoReading>(track, ({ counter }) => seen.push(counter));
  t.true(native.reading);
  native.emit('videoreading', frame(1));
  native.emit('videoreading', { ...frame(2), counter: null });
  stop();
  t.false(native.reading);
  native.emit('videoreading', frame(3));
  stop();
  t.deepEqual(seen, [1, null]);
});

test('each reader has a native one, and stops alone', (t) => {
  const track = nonstandard.createTestTrack('audio');
  const native = tracks.at(-1)!;
  const seen: string[] = [];
  const read = ({ level }: AudioReading) => seen.push(`first ${level}`);
  const reading = { sampleRate: 48000, channelCount: 1, frequency: 440 };
  const stopFirst = nonstandard.readTestTrack(track, read);
  const stopSame = nonstandard.readTestTrack(track, read);
  const stopOther = nonstandard.readTestTrack(track, ({ level }: AudioReading) => {
    seen.push(`other ${level}`);
  });
  native.emit('audioreading', { ...reading, level: 0.5 });
  stopFirst();
  stopFirst();
  t.deepEqual(
    native.readers.map(({ stopped, options }) => [stopped, options.what]),
    [
      [true, 'readings'],
      [false, 'readings'],
      [false, 'readings'],
    ],
  );
  native.emit('audioreading', { ...reading, level: 0.25 });
  stopSame();
  t.true(native.reading);
  stopOther();
  t.false(native.reading);
  t.deepEqual(seen, ['first 0.5', 'first 0.5', 'other 0.5', 'first 0.25', 'other 0.25']);
});

test('a reader may stop another while a reading is delivered', (t) => {
  const track = nonstandard.createTestTrack('video');
  const seen: string[] = [];
  nonstandard.readTestTrack(track, () => {
    seen.push('first');
    stopSecond();
  });
  const stopSecond = nonstandard.readTestTrack(track, () => seen.push('second'));
  tracks.at(-1)!.emit('videoreading', frame(1));
  t.deepEqual(seen, ['first']);
});

test('readings stop when the track ends', (t) => {
  const track = nonstandard.createTestTrack('video');
  const native = tracks.at(-1)!;
  const seen: unknown[] = [];
  const stop = nonstandard.readTestTrack(track, (reading) => {
    seen.push(reading);
    track.stop();
  });
  nonstandard.readTestTrack(track, (reading) => seen.push(reading));
  native.emit('videoreading', frame(1));
  t.false(native.reading);
  t.deepEqual(seen, [frame(1)]);
  stop();
  nonstandard.readTestTrack(track, () => undefined)();
  t.false(native.reading);
});

test('a reading does not keep the process alive', (t) => {
  const stop = nonstandard.readTestTrack(nonstandard.createTestTrack('video'), () => undefined);
  t.is(hold.count, 0);
  stop();
});

test('what is no track, and what is no function, is a TypeError', (t) => {
  const read = nonstandard.readTestTrack as (track: unknown, callback: unknown) => unknown;
  t.regex(
    thrown(() => read({}, () => undefined)).message,
    /track: .* is not of type MediaStreamTrack/,
  );
  const track = nonstandard.createTestTrack('video');
  t.regex(thrown(() => read(track, null)).message, /callback: null is not a function/);
  t.false(tracks.at(-1)!.reading);
});

test('a track that is read is not collected', async (t) => {
  const seen: (number | null)[] = [];
  const stops: (() => void)[] = [];
  const make = () => {
    const track = nonstandard.createTestTrack('video');
    stops.push(nonstandard.readTestTrack<VideoReading>(track, ({ counter }) => seen.push(counter)));
    return new WeakRef(track);
  };
  const track = make();
  const native = tracks.at(-1)!;
  await task();
  collect();
  native.emit('videoreading', frame(1));
  t.deepEqual(seen, [1]);
  t.is(track.deref()?.readyState, 'live');
  stops.pop()?.();
  await task();
  collect();
  t.is(track.deref(), undefined);
});
