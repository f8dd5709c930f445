import { nativeError, snapshot } from '../helpers/fake-native.js';
import {
  addTransceiver,
  make,
  newTrack,
  received,
  setLocal,
  setRemote,
} from '../helpers/negotiation.js';
import type { Made } from '../helpers/negotiation.js';

import test from 'ava';

import type { MediaStream, MediaStreamTrack, RTCTrackEvent } from '../../../lib/index.js';
import { rejection } from '../../helpers/failure.js';
import { record } from '../../helpers/record.js';
import { task } from '../../helpers/wait.js';

/** What is seen of a connection, of its remote tracks and streams, in order. */
function observe({ connection }: Made): { seen: string[]; events: RTCTrackEvent[] } {
  const seen: string[] = [];
  const events: RTCTrackEvent[] = [];
  const known = new Set<EventTarget>();
  const note = (target: EventTarget, types: readonly string[], name: string) => {
    if (known.has(target)) return;
    known.add(target);
    for (const type of types) target.addEventListener(type, () => seen.push(`${name} ${type}`));
  };
  connection.onsignalingstatechange = () => seen.push(connection.signalingState);
  connection.ontrack = (event) => {
    events.push(event);
    seen.push(`track ${event.track.kind} in ${event.streams.map(({ id }) => id).join()}`);
    note(event.track, ['mute', 'unmute', 'ended'], event.track.kind);
    for (const stream of event.streams) note(stream, ['addtrack', 'removetrack'], stream.id);
  };
  return { seen, events };
}

test('a remote offer brings transceivers, tracks and streams', async (t) => {
  const made = make();
  const { connection, native } = made;
  const { seen, events } = observe(made);
  const [audio, video] = [native.newTransceiver('audio'), native.newTransceiver('video')];
  const done = setRemote(made, 'offer', [
    received(audio, ['s']),
    received(video, ['s', 'other'], '1'),
  ]).then(() => seen.push('settled'));
  await done;
  t.deepEqual(seen, ['have-remote-offer', 'track audio in s', 'track video in s,other', 'settled']);
  const [first, second] = events;
  t.is(first!.streams[0], second!.streams[0]);
  t.true(Object.isFrozen(first!.streams));
  t.deepEqual(first!.streams[0]!.getTracks(), [first!.track, second!.track]);
  t.deepEqual(
    events.map(({ transceiver }) => transceiver),
    connection.getTransceivers(),
  );
  t.is(first!.receiver, first!.transceiver.receiver);
  t.like(first!.transceiver, { mid: '0', direction: 'recvonly', currentDirection: null });
  t.like(first!.track, { id: `track ${audio.id}`, muted: true, label: 'remote audio' });
});

test('all state is new when the first event fires', async (t) => {
  const made = make();
  const { connection, native } = made;
  const fake = native.newTransceiver('video');
  let count = 0;
  connection.onsignalingstatechange = () => {
    count = connection.getTransceivers().length;
  };
  await setRemote(made, 'offer', [received(fake)]);
  t.is(count, 1);
});

test('what did not change is not told again', async (t) => {
  const made = make();
  const { seen } = observe(made);
  const fake = made.native.newTransceiver('video');
  await setRemote(made, 'offer', [received(fake, ['s'])]);
  const answered = fake.facts({
    mid: '0',
    currentDirection: 'recvonly',
    firedDirection: 'recvonly',
    streamIds: ['s'],
  });
  await setLocal(made, 'answer', [answered]);
  await setRemote(made, 'offer', [answered]);
  t.deepEqual(seen, ['have-remote-offer', 'track video in s', 'stable', 'have-remote-offer']);
  t.is(made.connection.getTransceivers()[0]!.currentDirection, 'recvonly');
});

test('the remote peer stops sending: mute, then removetrack', async (t) => {
  const made = make();
  const { seen, events } = observe(made);
  const fake = made.native.newTransceiver('video');
  await setRemote(made, 'offer', [received(fake, ['s'])]);
  await setLocal(made, 'answer', [received(fake, ['s'])]);
  fake.emit('firstpacket', null);
  seen.length = 0;
  await setRemote(made, 'offer', [fake.facts({ mid: '0', firedDirection: 'inactive' })]);
  t.deepEqual(seen, ['have-remote-offer', 'video mute', 's removetrack']);
  t.deepEqual(events[0]!.streams[0]!.getTracks(), []);
  t.like(events[0]!.track, { muted: true, readyState: 'live' });
});

test('it sends again: in the same stream, unmuted since media is on the way', async (t) => {
  const made = make();
  const { seen, events } = observe(made);
  const fake = made.native.newTransceiver('video');
  await setRemote(made, 'offer', [received(fake, ['s'])]);
  fake.emit('firstpacket', null);
  await setLocal(made, 'answer', [fake.facts({ mid: '0', firedDirection: 'inactive' })]);
  seen.length = 0;
  await setRemote(made, 'offer', [received(fake, ['s'])]);
  t.deepEqual(seen, ['have-remote-offer', 's addtrack', 'track video in s', 'video unmute']);
  t.is(events[1]!.streams[0], events[0]!.streams[0]);
  t.is(events[1]!.track, events[0]!.track);
});

test('an own answer that receives nothing removes the track', async (t) => {
  const made = make();
  const { seen } = observe(made);
  const fake = made.native.newTransceiver('video');
  await setRemote(made, 'offer', [received(fake, ['s'])]);
  fake.emit('firstpacket', null);
  seen.length = 0;
  await setLocal(made, 'answer', [
    fake.facts({ mid: '0', currentDirection: 'inactive', firedDirection: 'inactive' }),
  ]);
  t.deepEqual(seen, ['stable', 'video mute', 's removetrack']);
});

test('an own answer that receives again tells of no track', async (t) => {
  const made = make();
  const fake = made.native.newTransceiver('audio');
  await setRemote(made, 'offer', [received(fake, ['s'])]);
  made.connection.ontrack = () => t.fail();
  await setLocal(made, 'answer', [fake.facts({ mid: '0', firedDirection: 'inactive' })]);
  await setLocal(made, 'answer', [received(fake)]);
  t.is(made.connection.getTransceivers().length, 1);
});

test('a track that moves to another stream is told anew', async (t) => {
  const made = make();
  const { seen, events } = observe(made);
  const fake = made.native.newTransceiver('video');
  await setRemote(made, 'offer', [received(fake, ['a', 'b'])]);
  await setLocal(made, 'answer', [received(fake, ['a', 'b'])]);
  seen.length = 0;
  await setRemote(made, 'offer', [received(fake, ['b', 'c'])]);
  t.deepEqual(seen, ['have-remote-offer', 'a removetrack', 'track video in b,c']);
  t.is(events[1]!.streams[0], events[0]!.streams[1]);
  seen.length = 0;
  await setLocal(made, 'answer', [received(fake, ['b'])]);
  t.deepEqual(seen, ['stable', 'c removetrack']);
});

test('a stream that the program changed fires nothing for it', async (t) => {
  const made = make();
  const { seen, events } = observe(made);
  const fake = made.native.newTransceiver('video');
  await setRemote(made, 'offer', [received(fake, ['s'])]);
  const [{ streams, track }] = events as [RTCTrackEvent];
  streams[0]!.removeTrack(track);
  seen.length = 0;
  await setLocal(made, 'answer', [fake.facts({ mid: '0', firedDirection: 'inactive' })]);
  t.deepEqual(seen, ['stable']);
});

test('an answer brings the track of an own transceiver', async (t) => {
  const made = make();
  const { seen, events } = observe(made);
  const { transceiver, fake } = addTransceiver(made, 'audio');
  await setLocal(made, 'offer', [fake.facts({ mid: '0' })]);
  t.is(transceiver.mid, '0');
  await setRemote(made, 'answer', [
    fake.facts({ mid: '0', currentDirection: 'sendrecv', firedDirection: 'sendrecv' }),
  ]);
  t.deepEqual(seen, ['have-local-offer', 'stable', 'track audio in ']);
  t.is(events[0]!.transceiver, transceiver);
  t.is(transceiver.currentDirection, 'sendrecv');
});

test('a rollback takes away what its offer brought', async (t) => {
  const made = make();
  const { connection, native } = made;
  const { seen, events } = observe(made);
  const own = addTransceiver(made);
  const fake = native.newTransceiver('video');
  await setRemote(made, 'offer', [own.fake.facts(), received(fake, ['s'])]);
  t.is(connection.getTransceivers().length, 2);
  const removed = events[0]!.transceiver;
  seen.length = 0;
  await setRemote(made, 'rollback', [own.fake.facts()]);
  t.deepEqual(seen, ['video ended', 'stable', 's removetrack']);
  t.deepEqual(connection.getTransceivers(), [own.transceiver]);
  t.like(removed, { direction: 'stopped', currentDirection: 'stopped', mid: null });
  connection.removeTrack(removed.sender);

  const next = native.newTransceiver('video');
  await setRemote(made, 'offer', [own.fake.facts(), received(next, ['s'])]);
  t.is(events[1]!.streams[0], events[0]!.streams[0]);
  t.not(events[1]!.transceiver, removed);
});

test('a rollback to what was received before tells of it again', async (t) => {
  const made = make();
  const { seen } = observe(made);
  const fake = made.native.newTransceiver('video');
  await setRemote(made, 'offer', [received(fake, ['s'])]);
  await setLocal(made, 'answer', [received(fake, ['s'])]);
  await setRemote(made, 'offer', [fake.facts({ mid: '0', firedDirection: 'inactive' })]);
  seen.length = 0;
  await setRemote(made, 'rollback', [received(fake, ['s'])]);
  t.deepEqual(seen, ['stable', 's addtrack', 'track video in s']);
});

test('a snapshot older than a call removes nothing of it', async (t) => {
  const made = make();
  const { connection, native } = made;
  const set = connection.setRemoteDescription({ type: 'offer', sdp: 'v=0' });
  const old = snapshot({ signalingState: 'have-remote-offer' });
  const track = newTrack();
  const sender = connection.addTrack(track);
  native.settle('setRemoteDescription', old);
  await set;
  t.deepEqual(connection.getSenders(), [sender]);
  t.is(sender.track, track);
});

test('a transceiver that is told of late stands where it was made', async (t) => {
  const made = make();
  const { connection, native } = made;
  const early = native.newTransceiver('video');
  const set = connection.setRemoteDescription({ type: 'offer', sdp: 'v=0' });
  const old = snapshot({ signalingState: 'have-remote-offer', transceivers: [received(early)] });
  const late = connection.addTransceiver('audio');
  native.settle('setRemoteDescription', old);
  await set;
  const [first, second] = connection.getTransceivers();
  t.is(first!.mid, '0');
  t.is(second, late);
});

test('of what the program changes a snapshot says nothing', async (t) => {
  const made = make();
  const { transceiver, fake } = addTransceiver(made);
  transceiver.direction = 'sendonly';
  await setLocal(made, 'offer', [fake.facts({ mid: '0', direction: 'sendrecv' })]);
  t.like(transceiver, { direction: 'sendonly' });
  transceiver.stop();
  await setRemote(made, 'answer', [fake.facts({ mid: '0', currentDirection: 'sendonly' })]);
  t.like(transceiver, { direction: 'stopped', currentDirection: 'sendonly' });
});

test('a failed description keeps what there is', async (t) => {
  const made = make();
  const { connection, native } = made;
  const { seen } = observe(made);
  const { transceiver, fake } = addTransceiver(made);
  const failed = rejection(connection.setRemoteDescription({ type: 'answer', sdp: 'x' }));
  const same = snapshot({ transceivers: [fake.facts()] });
  native.settle('setRemoteDescription', same, nativeError('invalid-state'));
  t.is((await failed).name, 'InvalidStateError');
  t.deepEqual(connection.getTransceivers(), [transceiver]);
  t.deepEqual(seen, []);
});

test('closing in a listener of track: no further track fires, nothing settles', async (t) => {
  const made = make();
  const { connection, native } = made;
  const tracks: MediaStreamTrack[] = [];
  const streams: MediaStream[] = [];
  connection.ontrack = (event) => {
    tracks.push(event.track);
    streams.push(...event.streams);
    connection.close();
  };
  let settled = false;
  void setRemote(made, 'offer', [
    received(native.newTransceiver('audio'), ['s']),
    received(native.newTransceiver('video'), ['s'], '1'),
  ]).then(() => {
    settled = true;
  });
  t.is(tracks.length, 1);
  const seen = record(tracks[0]!, ['ended']);
  await task();
  t.false(settled);
  t.deepEqual(seen, ['ended']);
  t.is(streams[0]!.active, false);
});

test('closing in a listener of ended leaves the state closed', async (t) => {
  const made = make();
  const { connection } = made;
  const { transceiver, fake } = addTransceiver(made);
  const seen = record(connection, ['signalingstatechange']);
  transceiver.receiver.track.onended = () => {
    connection.close();
  };
  void setRemote(made, 'offer', [fake.facts({ mid: '0', stopped: true })]);
  t.is(connection.signalingState, 'closed');
  t.deepEqual(seen, []);
  await task();
});
