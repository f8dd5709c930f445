import { tracks } from '../helpers/fake-native.js';

import { deepEqual } from 'node:assert/strict';

import test from 'ava';

import { nonstandard } from '../../../lib/index.js';
import type { MediaStreamTrack, MediaTrackConstraints } from '../../../lib/index.js';
import { nativeTrackOf } from '../../../lib/mediastream/MediaStreamTrack.js';
import { rejection } from '../../helpers/failure.js';

const video = () => nonstandard.createTestTrack('video');

const nativeOf = (track: MediaStreamTrack) =>
  tracks.find((native) => native === nativeTrackOf(track))!;

/** What a new track of 640 x 480 becomes: the same in its settings and in its source. */
async function become(constraints: MediaTrackConstraints) {
  const track = video();
  await track.applyConstraints(constraints);
  const { width, height, frameRate } = track.getSettings();
  deepEqual(nativeOf(track).options, { width, height, frameRate });
  return [width, height, frameRate];
}

test('settings and capabilities of a video track', (t) => {
  const track = video();
  const { deviceId, ...settings } = track.getSettings();
  t.deepEqual(settings, {
    aspectRatio: 4 / 3,
    frameRate: 30,
    height: 480,
    resizeMode: 'none',
    width: 640,
  });
  t.deepEqual(track.getCapabilities(), {
    aspectRatio: { max: 256, min: 1 / 256 },
    deviceId: deviceId!,
    facingMode: [],
    frameRate: { max: 120, min: 1 },
    height: { max: 4096, min: 16 },
    resizeMode: ['none'],
    width: { max: 4096, min: 16 },
  });
  t.deepEqual(track.getConstraints(), {});
});

test('settings and capabilities of an audio track', (t) => {
  const track = nonstandard.createTestTrack('audio', { sampleRate: 16000, channelCount: 2 });
  const { deviceId, ...settings } = track.getSettings();
  t.deepEqual(settings, { channelCount: 2, latency: 0.01, sampleRate: 16000, sampleSize: 16 });
  t.deepEqual(track.getCapabilities(), {
    autoGainControl: [false],
    channelCount: { max: 2, min: 1 },
    deviceId: deviceId!,
    echoCancellation: [false],
    latency: { max: 0.01, min: 0.01 },
    noiseSuppression: [false],
    sampleRate: { max: 16000, min: 16000 },
    sampleSize: { max: 16, min: 16 },
  });
});

test('what is given out is a copy', (t) => {
  const track = video();
  track.getSettings().width = 1;
  track.getCapabilities().width!.max = 1;
  t.is(track.getSettings().width, 640);
  t.is(track.getCapabilities().width?.max, 4096);
});

test('a wish is met as well as it can be', async (t) => {
  t.deepEqual(await become({ width: 1280, height: 720, frameRate: 25 }), [1280, 720, 25]);
  t.deepEqual(await become({ width: { ideal: 9999 } }), [4096, 3072, 30]);
  t.deepEqual(await become({ frameRate: { ideal: 500 } }), [640, 480, 120]);
  t.deepEqual(await become({ width: 320 }), [320, 240, 30]);
  t.deepEqual(await become({ aspectRatio: 1 }), [640, 640, 30]);
});

test('bounds are kept, and the ratio with them', async (t) => {
  t.deepEqual(await become({ width: { exact: 160 } }), [160, 120, 30]);
  t.deepEqual(await become({ height: { exact: 100 } }), [133, 100, 30]);
  t.deepEqual(await become({ width: { min: 800 } }), [800, 600, 30]);
  t.deepEqual(await become({ frameRate: { min: 5, max: 10 } }), [640, 480, 10]);
  t.deepEqual(await become({ frameRate: { min: 5, ideal: 7, max: 10 } }), [640, 480, 7]);
  t.deepEqual(await become({ aspectRatio: { exact: 16 / 9 } }), [640, 360, 30]);
});

test('a wish never beats a bound', async (t) => {
  t.deepEqual(await become({ width: { ideal: 1280, max: 800 }, height: 600 }), [800, 600, 30]);
  t.deepEqual(
    await become({ width: 1280, height: { exact: 100 }, aspectRatio: { max: 2 } }),
    [200, 100, 30],
  );
});

test('an advanced set is met as a whole or not at all, in order', async (t) => {
  const advanced = [
    { width: 1920, height: 1280 },
    { aspectRatio: 4 / 3 },
    { frameRate: { min: 500 } },
    { frameRate: { min: 50 } },
  ];
  t.deepEqual(await become({ width: { min: 640, ideal: 1280 }, advanced }), [1920, 1280, 50]);
  t.deepEqual(await become({ width: { max: 1000 }, advanced }), [640, 480, 50]);
  t.deepEqual(await become({ advanced: [{ width: 100, facingMode: 'user' }] }), [640, 480, 30]);
  t.deepEqual(await become({ advanced: [{ width: { ideal: 100 } }] }), [640, 480, 30]);
});

test('a requirement that cannot be met is named', async (t) => {
  const cases: [name: string, constraints: MediaTrackConstraints, reason: RegExp][] = [
    ['width', { width: { exact: 5000 } }, /width: \{ exact: 5000 \} .* can be 16 to 4096/],
    ['width', { width: { min: 500, max: 400 } }, /16 to 4096/],
    ['height', { width: { exact: 640 }, height: { max: 2 } }, /16 to 4096/],
    ['frameRate', { frameRate: { exact: 0 } }, /1 to 120/],
    ['resizeMode', { resizeMode: { exact: 'crop-and-scale' } }, /can be "none"/],
    ['facingMode', { facingMode: { exact: 'user' } }, /no such setting/],
    ['deviceId', { deviceId: { exact: ['x', 'y'] } }, /the source can be/],
    ['groupId', { groupId: { exact: 'x' } }, /no such setting/],
    [
      'aspectRatio',
      { width: { exact: 640 }, height: { exact: 480 }, aspectRatio: { exact: 2 } },
      /no width and height have it/,
    ],
  ];
  for (const [constraint, constraints, reason] of cases) {
    const track = video();
    const error = await rejection(track.applyConstraints(constraints));
    t.like(error, { name: 'OverconstrainedError', constraint });
    t.regex(error.message, reason);
    t.deepEqual(track.getConstraints(), {});
    t.is(track.getSettings().width, 640);
  }
});

test('values that a source has can be required of it', async (t) => {
  const track = video();
  const deviceId = track.getSettings().deviceId!;
  await track.applyConstraints({
    deviceId: { exact: ['x', deviceId] },
    resizeMode: { exact: 'none' },
  });
  t.is(track.getSettings().deviceId, deviceId);
  await track.applyConstraints({ groupId: 'x', facingMode: 'user' });
  t.like(track.getSettings(), { deviceId, groupId: undefined });
});

test('constraints for the other kind of track do not count', async (t) => {
  t.deepEqual(await become({ sampleRate: { exact: 1 } }), [640, 480, 30]);
  const audio = nonstandard.createTestTrack('audio');
  await audio.applyConstraints({ width: { exact: 1 }, channelCount: { exact: 2 } });
  t.is(audio.getSettings().channelCount, 2);
});

test('an audio track changes its channels and keeps its tones', async (t) => {
  const track = nonstandard.createTestTrack('audio', { frequency: [100, 200], volume: 0.1 });
  await track.applyConstraints({ channelCount: 2, sampleRate: 8000 });
  t.like(track.getSettings(), { channelCount: 2, sampleRate: 48000 });
  t.deepEqual(nativeOf(track).options, {
    frequencies: [100, 200],
    volume: 0.1,
    sampleRate: 48000,
    channelCount: 2,
  });
  const error = await rejection(track.applyConstraints({ echoCancellation: { exact: true } }));
  t.like(error, { constraint: 'echoCancellation' });
});

test('constraints replace those before them', async (t) => {
  const track = video();
  await track.applyConstraints({ width: { exact: 320 } });
  await track.applyConstraints({ frameRate: 10 });
  t.deepEqual(track.getConstraints(), { frameRate: 10 });
  t.like(track.getSettings(), { width: 640, height: 480, frameRate: 10 });
  await track.applyConstraints();
  t.deepEqual(track.getConstraints(), {});
  t.like(track.getSettings(), { frameRate: 30 });
});

test('constraints are given back without what asks for nothing', async (t) => {
  const track = video();
  await track.applyConstraints({
    width: {},
    height: null as never,
    resizeMode: [],
    deviceId: { exact: [] },
    facingMode: { ideal: ['user'], exact: [] },
    frameRate: '30' as never,
    advanced: [{ width: { exact: 100 } }, {}],
  });
  t.deepEqual(track.getConstraints(), {
    advanced: [{ width: { exact: 100 } }],
    facingMode: { ideal: ['user'] },
    frameRate: 30,
  });
  await track.applyConstraints({ advanced: [] });
  t.deepEqual(track.getConstraints(), {});
  track.getConstraints().width = 3;
  t.deepEqual(track.getConstraints(), {});
});

test('calls take effect in their order, each in a task', async (t) => {
  const track = video();
  const results = [
    track.applyConstraints({ width: { exact: 320 } }),
    track.applyConstraints({ width: { exact: 99999 } }),
    track.applyConstraints({ width: { exact: 160 } }),
  ];
  t.is(track.getSettings().width, 640);
  const settled = await Promise.allSettled(results);
  t.deepEqual(
    settled.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  );
  t.is(track.getSettings().width, 160);
});

test('values that do not convert reject with a TypeError', async (t) => {
  const track = video();
  const wrong = [3, { frameRate: NaN }, { aspectRatio: Infinity }, { advanced: 3 }];
  for (const each of wrong) {
    const error = await rejection(track.applyConstraints(each as never));
    t.is(error.name, 'TypeError', JSON.stringify(each));
  }
  t.regex(
    (await rejection(track.applyConstraints({ advanced: [{}, { frameRate: {} }, 3] } as never)))
      .message,
    /applyConstraints: constraints\.advanced\[2\]: 3 is not an object/,
  );
});

test('an ended track takes constraints and does nothing with them', async (t) => {
  const track = video();
  const native = nativeOf(track);
  await track.applyConstraints({ width: 320 });
  const pending = track.applyConstraints({ width: 160 });
  track.stop();
  await pending;
  await track.applyConstraints({ width: { exact: 99999 } });
  t.is(track.getConstraints().width, 160);
  t.like(native.options, { width: 320 });
});

test('an ended track has its inherent settings alone', async (t) => {
  const track = video();
  await track.applyConstraints({ width: 320 });
  const { deviceId } = track.getSettings();
  track.stop();
  t.deepEqual(track.getSettings(), { deviceId: deviceId! });
  t.is(track.getCapabilities().deviceId, deviceId);
  t.deepEqual(track.getConstraints(), { width: 320 });
});

test('a clone keeps constraints and settings, and changes alone', async (t) => {
  const track = video();
  const native = nativeOf(track);
  await track.applyConstraints({ width: { exact: 320 } });
  const clone = track.clone();
  t.deepEqual(clone.getConstraints(), { width: { exact: 320 } });
  t.deepEqual(clone.getSettings(), track.getSettings());
  t.like(nativeOf(clone).options, { width: 320, height: 240 });
  await clone.applyConstraints({ width: { exact: 160 } });
  t.is(track.getSettings().width, 320);
  t.like(native.options, { width: 320 });
  t.like(nativeOf(clone).options, { width: 160 });
});
