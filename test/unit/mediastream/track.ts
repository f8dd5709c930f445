import { tracks } from '../helpers/fake-native.js';

import test from 'ava';

import { MediaStreamTrack, nonstandard } from '../../../lib/index.js';
import { nativeTrackOf } from '../../../lib/mediastream/MediaStreamTrack.js';
import { thrown } from '../../helpers/failure.js';
import { record } from '../../helpers/record.js';
import { task } from '../../helpers/wait.js';

const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

function make(kind: 'audio' | 'video' = 'video') {
  const track =
    kind === 'video' ? nonstandard.createTestTrack(kind) : nonstandard.createTestTrack(kind);
  return { track, native: tracks.at(-1)! };
}

test('attributes of a new track', (t) => {
  const { track, native } = make();
  t.like(track, {
    kind: 'video',
    label: 'test video',
    enabled: true,
    muted: false,
    readyState: 'live',
    contentHint: '',
    onmute: null,
    onunmute: null,
    onended: null,
  });
  t.regex(track.id, uuid);
  t.is(native.trackId, track.id);
  t.is(nativeTrackOf(track), native);
  t.like(make('audio').track, { kind: 'audio', label: 'test audio' });
});

test('a program cannot construct one', (t) => {
  t.is(thrown(() => Reflect.construct(MediaStreamTrack, [])).name, 'TypeError');
});

test('enabled is converted and goes to the source', (t) => {
  const { track, native } = make();
  track.enabled = 0 as unknown as boolean;
  t.false(track.enabled);
  t.false(native.enabled);
  track.enabled = true;
  t.true(native.enabled);
});

test('a content hint of the other kind of track is ignored', (t) => {
  const hints = ['motion', 'detail', 'text', 'speech', 'speech-recognition', 'music', 'nope'];
  const taken = (kind: 'audio' | 'video') =>
    hints.filter((hint) => {
      const { track, native } = make(kind);
      track.contentHint = hint;
      t.is(native.contentHint, track.contentHint);
      return track.contentHint === hint;
    });
  t.deepEqual(taken('video'), ['motion', 'detail', 'text']);
  t.deepEqual(taken('audio'), ['speech', 'speech-recognition', 'music']);
  const { track } = make();
  track.contentHint = 'text';
  track.contentHint = 'music';
  t.is(track.contentHint, 'text');
  track.contentHint = '';
  t.is(track.contentHint, '');
});

test('stop() ends the track at once, without an event', async (t) => {
  const { track, native } = make();
  const seen = record(track, ['ended', 'mute']);
  track.stop();
  t.is(track.readyState, 'ended');
  t.true(native.stopped);
  track.stop();
  await task();
  t.deepEqual(seen, []);
});

test('an ended track still changes what it is asked to', (t) => {
  const { track } = make();
  track.stop();
  track.enabled = false;
  track.contentHint = 'detail';
  t.false(track.enabled);
  t.is(track.contentHint, 'detail');
});

test('a clone is a track of its own over the same source', (t) => {
  const { track, native } = make();
  const clone = track.clone();
  t.not(clone, track);
  t.not(clone.id, track.id);
  t.regex(clone.id, uuid);
  t.is(nativeTrackOf(clone), tracks.at(-1)!);
  t.not(nativeTrackOf(clone), native);
  t.is(tracks.at(-1)!.trackId, clone.id);
  t.is(clone.label, track.label);
  t.is(clone.getSettings().deviceId, track.getSettings().deviceId);
  clone.stop();
  t.is(track.readyState, 'live');
  t.false(native.stopped);
});

test('a clone keeps what was set, and goes its own way', (t) => {
  const { track } = make();
  track.enabled = false;
  track.contentHint = 'motion';
  const clone = track.clone();
  t.like(clone, { enabled: false, contentHint: 'motion' });
  t.like(tracks.at(-1)!, { enabled: false, contentHint: 'motion' });
  clone.enabled = true;
  clone.contentHint = 'text';
  t.like(track, { enabled: false, contentHint: 'motion' });
});

test('the clone of an ended track has ended', (t) => {
  const { track } = make();
  track.stop();
  const clone = track.clone();
  t.is(clone.readyState, 'ended');
  t.true(tracks.at(-1)!.stopped);
});
