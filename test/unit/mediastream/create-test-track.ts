import { tracks } from '../helpers/fake-native.js';

import test from 'ava';

import { nonstandard } from '../../../lib/index.js';
import { thrown } from '../../helpers/failure.js';

test('a test track has defaults', (t) => {
  nonstandard.createTestTrack('video');
  t.deepEqual(tracks.at(-1)!.options, { width: 640, height: 480, frameRate: 30 });
  nonstandard.createTestTrack('audio');
  t.deepEqual(tracks.at(-1)!.options, {
    frequencies: [440],
    volume: 0.5,
    sampleRate: 48000,
    channelCount: 1,
  });
});

test('a test track is made as it was asked for', (t) => {
  nonstandard.createTestTrack('video', { width: 320, height: 240, frameRate: 12.5 });
  t.deepEqual(tracks.at(-1)!.options, { width: 320, height: 240, frameRate: 12.5 });
  const options = { frequency: [440, 1000], volume: 1, sampleRate: 16000, channelCount: 2 };
  nonstandard.createTestTrack('audio', options);
  const { frequency, ...rest } = options;
  t.deepEqual(tracks.at(-1)!.options, { frequencies: frequency, ...rest });
});

test('options out of their limits are a RangeError that names the limits', (t) => {
  const make = nonstandard.createTestTrack as (kind: string, options: unknown) => unknown;
  const cases: [kind: string, options: object, message: RegExp][] = [
    ['video', { width: 15 }, /options\.width: 15 is not from 16 to 4096/],
    ['video', { height: 4097 }, /options\.height: 4097 is not from 16 to 4096/],
    ['video', { frameRate: 0 }, /options\.frameRate: 0 is not from 1 to 120/],
    ['audio', { frequency: 24000 }, /options\.frequency: 24000 is not from 20 to 23999/],
    ['audio', { frequency: 4000, sampleRate: 8000 }, /4000 is not from 20 to 3999/],
    ['audio', { frequency: [440, 1] }, /options\.frequency: 1 is not from 20/],
    ['audio', { frequency: [] }, /the number of tones: 0 is not from 1 to 8/],
    ['audio', { volume: 1.1 }, /options\.volume: 1.1 is not from 0 to 1/],
    ['audio', { volume: -0.1 }, /options\.volume: -0.1 is not from 0 to 1/],
    ['audio', { sampleRate: 11025 }, /sampleRate: 11025 is not 8000, 16000, .* or 48000/],
    ['audio', { channelCount: 3 }, /options\.channelCount: 3 is not from 1 to 2/],
  ];
  for (const [kind, options, message] of cases) {
    const error = thrown(() => make(kind, options));
    t.is(error.name, 'RangeError', error.message);
    t.regex(error.message, message);
  }
});

test('options of the wrong type are a TypeError', (t) => {
  const make = nonstandard.createTestTrack as (kind?: unknown, options?: unknown) => unknown;
  const cases: [kind: unknown, options: unknown][] = [
    [undefined, {}],
    ['data', {}],
    ['video', 3],
    ['video', { width: 'wide' }],
    ['video', { width: -1 }],
    ['video', { frameRate: NaN }],
    ['audio', { frequency: ['high'] }],
    ['audio', { volume: Infinity }],
  ];
  for (const [kind, options] of cases) {
    t.is(thrown(() => make(kind, options)).name, 'TypeError', JSON.stringify([kind, options]));
  }
});
