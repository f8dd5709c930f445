import { FakeTrack } from '../helpers/fake-native.js';

import test from 'ava';

import type { MediaStreamTrack } from '../../../lib/index.js';
import { nonstandard } from '../../../lib/index.js';
import {
  endTrack,
  nativeTrackOf,
  newRemoteTrack,
  setMuted,
} from '../../../lib/mediastream/MediaStreamTrack.js';
import { rejection } from '../../helpers/failure.js';
import { record } from '../../helpers/record.js';

const events = ['mute', 'unmute', 'ended'];

function make(kind: 'audio' | 'video' = 'video') {
  const native = new FakeTrack(kind, 'receiver');
  return { track: newRemoteTrack(native, kind, 'receiver'), native };
}

function recordAll(named: Record<string, MediaStreamTrack>): string[] {
  const seen: string[] = [];
  for (const [name, track] of Object.entries(named)) {
    for (const type of events) track.addEventListener(type, () => seen.push(`${name} ${type}`));
  }
  return seen;
}

test('a track of a receiver is muted at first', (t) => {
  const { track, native } = make();
  t.like(track, { kind: 'video', id: 'receiver', label: 'remote video', muted: true });
  t.is(nativeTrackOf(track), native);
  t.is(make('audio').track.label, 'remote audio');
});

test('mute and unmute fire where that changes', (t) => {
  const { track } = make();
  const seen = record(track, events, ({ type }) => `${type} ${String(track.muted)}`);
  setMuted(track, true);
  setMuted(track, false);
  setMuted(track, false);
  setMuted(track, true);
  t.deepEqual(seen, ['unmute false', 'mute true']);
});

test('clones are muted and unmuted with their track', (t) => {
  const { track } = make();
  const clone = track.clone();
  t.true(clone.muted);
  const seen = recordAll({ track, clone });
  setMuted(track, false);
  t.deepEqual(seen, ['track unmute', 'clone unmute']);
  t.false(track.clone().muted);
});

test('an ended track is not unmuted any more', (t) => {
  const { track } = make();
  const clone = track.clone();
  const other = track.clone();
  const seen = recordAll({ track, clone, other });
  track.stop();
  clone.onunmute = () => {
    other.stop();
  };
  setMuted(track, false);
  t.deepEqual(seen, ['clone unmute']);
  t.true(track.muted);
});

test('the end of the source ends the track and its clones, once', (t) => {
  const { track, native } = make();
  const clone = track.clone();
  const stopped = track.clone();
  stopped.stop();
  const seen = recordAll({ track, clone, stopped });
  endTrack(track, { event: true });
  endTrack(track, { event: true });
  t.deepEqual(seen, ['track ended', 'clone ended']);
  t.is(clone.readyState, 'ended');
  t.true(native.stopped);
  t.is(track.clone().readyState, 'ended');
});

test('a track can end without an event', (t) => {
  const { track } = make();
  const seen = record(track, events);
  endTrack(track, { event: false });
  t.is(track.readyState, 'ended');
  t.deepEqual(seen, []);
});

test('capabilities and settings of remote tracks', (t) => {
  const { track: video } = make();
  t.deepEqual(video.getCapabilities(), {
    deviceId: 'receiver',
    facingMode: [],
    resizeMode: ['none'],
  });
  t.deepEqual(video.getSettings(), { deviceId: 'receiver', resizeMode: 'none' });
  const { track: audio } = make('audio');
  t.deepEqual(audio.getCapabilities(), {
    autoGainControl: [false],
    deviceId: 'receiver',
    echoCancellation: [false],
    noiseSuppression: [false],
    sampleSize: { max: 16, min: 16 },
  });
  t.deepEqual(audio.getSettings(), { deviceId: 'receiver', sampleSize: 16 });
});

test('settings of remote video follow what is read', (t) => {
  const { track, native } = make();
  const clone = track.clone();
  nonstandard.readTestTrack(track, () => undefined);
  native.emit('videoreading', { width: 320, height: 180, counter: 1, luma: 1, timestamp: 1 });
  const expected = {
    aspectRatio: 320 / 180,
    deviceId: 'receiver',
    height: 180,
    resizeMode: 'none',
    width: 320,
  };
  t.deepEqual(track.getSettings(), expected);
  t.deepEqual(clone.getSettings(), expected);
});

test('remote video takes wishes and refuses requirements', async (t) => {
  const { track, native } = make();
  await track.applyConstraints({ width: 160, frameRate: { ideal: 5 } });
  t.deepEqual(track.getConstraints(), { frameRate: { ideal: 5 }, width: 160 });
  t.is(native.options, null);
  const error = await rejection(track.applyConstraints({ width: { max: 160 } }));
  t.like(error, { name: 'OverconstrainedError', constraint: 'width' });
  const { track: audio } = make('audio');
  await audio.applyConstraints({ sampleSize: { exact: 16 } });
  t.deepEqual(audio.getSettings(), { deviceId: 'receiver', sampleSize: 16 });
});
