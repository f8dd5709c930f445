/** What is sent is what arrives: pictures, tones, and the lack of them. */
import test from 'ava';

import { nonstandard, RTCPeerConnection } from '../../lib/index.js';
import { thrown } from '../helpers/failure.js';
import { audioReader, near, sendTracks, tracks, videoReader } from '../helpers/media.js';
import { makePair, negotiate } from '../helpers/pair.js';
import { until } from '../helpers/wait.js';

const smallVideo = () => nonstandard.createTestTrack('video', { width: 320, height: 240 });
const tone = (frequency: number) => nonstandard.createTestTrack('audio', { frequency });

test('video and audio arrive, frame after frame', async (t) => {
  const { received, close } = await sendTracks(smallVideo(), tone(440));
  t.teardown(close);
  const [video, audio] = received;
  t.deepEqual([video!.kind, audio!.kind], ['video', 'audio']);
  const frames = videoReader(video!);
  const first = await frames.until(({ counter }) => counter !== null);
  await frames.until(({ counter }) => counter !== null && counter > first.counter! + 20);
  const counters = frames.all.flatMap(({ counter }) => counter ?? []);
  t.deepEqual(
    counters,
    [...counters].sort((a, b) => a - b),
  );
  await audioReader(audio!).until(near(440));
  t.like(await frames.until(({ width }) => width === 320), { height: 240 });
});

test('a disabled track is black and silent, and comes back', async (t) => {
  const [video, audio] = [smallVideo(), tone(600)];
  const { received, close } = await sendTracks(video, audio);
  t.teardown(close);
  const frames = videoReader(received[0]!);
  const tones = audioReader(received[1]!);
  await frames.until(({ counter }) => counter !== null);
  await tones.until(near(600));
  video.enabled = false;
  audio.enabled = false;
  await frames.until(({ counter, luma }) => counter === null && luma < 24);
  await tones.until(({ level }) => level < 0.001);
  video.enabled = true;
  audio.enabled = true;
  await frames.until(({ counter }) => counter !== null);
  await tones.until(near(600));
  t.deepEqual([video.readyState, audio.readyState], ['live', 'live']);
});

test('disabling a received track silences it here alone', async (t) => {
  const { received, close } = await sendTracks(smallVideo(), tone(500));
  t.teardown(close);
  const [video, audio] = received;
  const clone = video!.clone();
  const frames = videoReader(video!);
  const cloned = videoReader(clone);
  const tones = audioReader(audio!);
  await frames.until(({ counter }) => counter !== null);
  video!.enabled = false;
  audio!.enabled = false;
  await frames.until(({ counter, luma }) => counter === null && luma < 24);
  await tones.until(({ level }) => level === 0);
  t.true(clone.enabled);
  await cloned.until(({ counter }) => counter !== null);
});

test('replaceTrack changes what is sent, without negotiation', async (t) => {
  const { sending, received, offerer, close } = await sendTracks(tone(440));
  t.teardown(close);
  let needed = 0;
  offerer.onnegotiationneeded = () => (needed += 1);
  const tones = audioReader(received[0]!);
  await tones.until(near(440));
  const { sender } = sending[0]!;
  await sender.replaceTrack(tone(880));
  await tones.until(near(880));
  await sender.replaceTrack(null);
  await tones.until(({ level }) => level < 0.001);
  await sender.replaceTrack(tone(660));
  await tones.until(near(660));
  t.is(needed, 0);
  t.is(received[0]!.readyState, 'live');
});

test('applyConstraints changes the pictures that are sent', async (t) => {
  const video = smallVideo();
  // Else they are made smaller where the machine is too busy.
  video.contentHint = 'detail';
  const { received, close } = await sendTracks(video);
  t.teardown(close);
  const frames = videoReader(received[0]!);
  await frames.until(({ width, counter }) => width === 320 && counter !== null);
  await video.applyConstraints({ width: 640, height: 480 });
  t.like(video.getSettings(), { width: 640, height: 480 });
  await frames.until(({ width, height }) => width === 640 && height === 480);
});

test('a stopped track sends nothing more; the other clone goes on', async (t) => {
  const video = smallVideo();
  const clone = video.clone();
  const { offerer, received, sending, close } = await sendTracks(video, clone);
  t.teardown(close);
  const [stopped, going] = received.map((track) => videoReader(track));
  await stopped!.until(({ counter }) => counter !== null);
  const local = videoReader(clone);
  video.stop();
  t.is(video.readyState, 'ended');
  t.is(clone.readyState, 'live');
  t.is(sending[0]!.sender.track, video);
  // It is answered when the source has stopped. Frames are numbered by time, in clones alike, and
  // those that were made before may arrive late.
  await offerer.getStats();
  const { counter } = await local.until((reading) => reading.counter !== null);
  const end = counter! + 30;
  await going!.until((reading) => reading.counter !== null && reading.counter > end + 30);
  t.true(stopped!.all.every((reading) => (reading.counter ?? 0) < end));
});

test('a received track is sent on to a third peer', async (t) => {
  const first = await sendTracks(smallVideo(), tone(700));
  t.teardown(first.close);
  const second = await sendTracks(...first.received);
  t.teardown(second.close);
  const frames = videoReader(second.received[0]!);
  const { counter } = await frames.until((reading) => reading.counter !== null);
  await frames.until((reading) => reading.counter !== null && reading.counter > counter! + 5);
  await audioReader(second.received[1]!).until(near(700));
  t.is(second.sending[0]!.sender.track, first.received[0]!);
});

test('both directions over one transceiver', async (t) => {
  const { offerer, answerer, close } = makePair();
  t.teardown(close);
  const announced = Promise.all([tracks(offerer, 1), tracks(answerer, 1)]);
  offerer.addTrack(tone(440));
  answerer.addTrack(tone(880));
  await negotiate(offerer, answerer);
  const [[back], [there]] = await announced;
  await audioReader(there!.track).until(near(440));
  await audioReader(back!.track).until(near(880));
  t.is(offerer.getTransceivers().length, 1);
  t.is(answerer.getTransceivers()[0]!.currentDirection, 'sendrecv');
});

test('a received track is muted until packets come, and when they end', async (t) => {
  const { received, sending, offerer, answerer, close } = await sendTracks(tone(440));
  t.teardown(close);
  const [track] = received;
  await until(track!, 'unmute', () => !track!.muted);
  sending[0]!.direction = 'inactive';
  await negotiate(offerer, answerer);
  t.true(track!.muted);
  t.is(track!.readyState, 'live');
  sending[0]!.direction = 'sendonly';
  await negotiate(offerer, answerer);
  await until(track!, 'unmute', () => !track!.muted);
  await audioReader(track!).until(near(440));
});

test('a track read after its connection was closed has ended', async (t) => {
  const { received, close } = await sendTracks(smallVideo());
  const frames = videoReader(received[0]!);
  await frames.until(({ counter }) => counter !== null);
  close();
  await until(received[0]!, 'ended', () => received[0]!.readyState === 'ended');
  const stop = nonstandard.readTestTrack(received[0]!, () => t.fail());
  stop();
  t.pass();
});

test('addTrack after close throws, nothing else happens', (t) => {
  const connection = new RTCPeerConnection();
  connection.close();
  t.is(thrown(() => connection.addTrack(tone(440))).name, 'InvalidStateError');
  t.is(thrown(() => connection.addTransceiver('video')).name, 'InvalidStateError');
});
