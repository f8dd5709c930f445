import '../helpers/fake-native.js';

import test from 'ava';

import { MediaStream, nonstandard } from '../../../lib/index.js';
import type { MediaStreamTrackEvent } from '../../../lib/index.js';
import {
  addRemoteTrack,
  fireTrackEvent,
  newRemoteStream,
  removeRemoteTrack,
} from '../../../lib/mediastream/MediaStream.js';
import { thrown } from '../../helpers/failure.js';
import { record } from '../../helpers/record.js';

const audio = () => nonstandard.createTestTrack('audio');
const video = () => nonstandard.createTestTrack('video');

test('an empty stream', (t) => {
  const stream = new MediaStream();
  t.regex(stream.id, /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  t.not(stream.id, new MediaStream().id);
  t.deepEqual(stream.getTracks(), []);
  t.false(stream.active);
  t.is(stream.onaddtrack, null);
  t.is(stream.onremovetrack, null);
});

test('a stream of the tracks of another, or of an iterable', (t) => {
  const [a, v] = [audio(), video()];
  const stream = new MediaStream([v, a, v]);
  t.deepEqual(stream.getTracks(), [a, v]);
  const other = new MediaStream(stream);
  t.not(other.id, stream.id);
  t.deepEqual(other.getTracks(), [a, v]);
  other.removeTrack(a);
  t.deepEqual(stream.getTracks(), [a, v]);
  t.deepEqual(new MediaStream(new Set([v]) as never).getTracks(), [v]);
});

test('what is neither a stream nor tracks is a TypeError', (t) => {
  const values = [undefined, null, {}, 'abc', 3, [1], [null], video(), new EventTarget()];
  for (const [index, wrong] of values.entries()) {
    t.is(thrown(() => new MediaStream(wrong as never)).name, 'TypeError', `values[${index}]`);
  }
});

test('tracks by kind, audio first, and by id', (t) => {
  const tracks = [video(), audio(), video(), audio()] as const;
  const stream = new MediaStream([...tracks]);
  t.deepEqual(stream.getAudioTracks(), [tracks[1], tracks[3]]);
  t.deepEqual(stream.getVideoTracks(), [tracks[0], tracks[2]]);
  t.deepEqual(stream.getTracks(), [tracks[1], tracks[3], tracks[0], tracks[2]]);
  t.is(stream.getTrackById(tracks[2].id), tracks[2]);
  t.is(stream.getTrackById('none'), null);
  t.not(stream.getTracks(), stream.getTracks());
});

test('a program adds and removes tracks without an event', (t) => {
  const track = video();
  const stream = new MediaStream();
  const seen = record(stream, ['addtrack', 'removetrack']);
  stream.addTrack(track);
  stream.addTrack(track);
  t.deepEqual(stream.getTracks(), [track]);
  stream.removeTrack(audio());
  stream.removeTrack(track);
  t.deepEqual(stream.getTracks(), []);
  t.deepEqual(seen, []);
  t.is(thrown(() => stream.addTrack({} as never)).name, 'TypeError');
  t.is(thrown(() => stream.removeTrack(null as never)).name, 'TypeError');
});

test('a stream is active while it has a live track', (t) => {
  const [a, v] = [audio(), video()];
  const stream = new MediaStream([a, v]);
  t.true(stream.active);
  a.stop();
  t.true(stream.active);
  v.stop();
  t.false(stream.active);
  stream.addTrack(video());
  t.true(stream.active);
});

test('a clone has clones of the tracks', (t) => {
  const [a, v] = [audio(), video()];
  v.stop();
  const stream = new MediaStream([a, v]);
  const clone = stream.clone();
  t.not(clone.id, stream.id);
  t.deepEqual(
    clone.getTracks().map(({ kind, readyState }) => [kind, readyState]),
    [
      ['audio', 'live'],
      ['video', 'ended'],
    ],
  );
  for (const { id } of clone.getTracks()) t.is(stream.getTrackById(id), null);
});

test('a remote stream tells of its tracks when it is told to', (t) => {
  const track = video();
  const stream = newRemoteStream('remote');
  t.is(stream.id, 'remote');
  const seen: [string, unknown][] = [];
  const see = ({ type, track: named }: MediaStreamTrackEvent) => seen.push([type, named]);
  stream.onaddtrack = see;
  stream.onremovetrack = see;
  addRemoteTrack(stream, track);
  t.deepEqual(stream.getTracks(), [track]);
  t.deepEqual(seen, []);
  fireTrackEvent(stream, 'addtrack', track);
  removeRemoteTrack(stream, track);
  t.deepEqual(stream.getTracks(), []);
  fireTrackEvent(stream, 'removetrack', track);
  t.deepEqual(seen, [
    ['addtrack', track],
    ['removetrack', track],
  ]);
});
