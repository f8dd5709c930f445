import { nativeError } from '../helpers/fake-native.js';
import { make, newTrack, received, setRemote } from '../helpers/negotiation.js';

import test from 'ava';

import { MediaStream } from '../../../lib/index.js';
import { nativeTrackOf } from '../../../lib/mediastream/MediaStreamTrack.js';
import { thrown } from '../../helpers/failure.js';

test('addTrack makes a transceiver that sends and receives', (t) => {
  const { connection, native } = make();
  const track = newTrack();
  const streams = [new MediaStream(), new MediaStream()];
  const sender = connection.addTrack(track, streams[0]!, streams[1]!, streams[0]!);
  const [, streamIds] = native.calls.at(-1)!.args;
  t.deepEqual(streamIds, [streams[0]!.id, streams[1]!.id]);
  t.is(native.calls.at(-1)!.args[0], nativeTrackOf(track));
  const [transceiver] = connection.getTransceivers();
  t.like(transceiver, { direction: 'sendrecv', currentDirection: null, mid: null });
  t.is(transceiver!.sender, sender);
  t.is(sender.track, track);
  t.like(transceiver!.receiver.track, { kind: 'video', readyState: 'live', muted: true });
  t.deepEqual(connection.getSenders(), [sender]);
  t.deepEqual(connection.getReceivers(), [transceiver!.receiver]);
});

test('addTrack uses a sender that never sent, and makes it send', (t) => {
  const { connection } = make();
  const first = connection.addTransceiver('audio', { direction: 'recvonly' });
  const second = connection.addTransceiver('video', { direction: 'inactive' });
  const audio = newTrack('audio');
  t.is(connection.addTrack(audio), first.sender);
  t.is(first.sender.track, audio);
  t.is(first.direction, 'sendrecv');
  t.is(connection.addTrack(newTrack('video')), second.sender);
  t.is(second.direction, 'sendonly');
  t.is(connection.getTransceivers().length, 2);
});

test('a track is added once', (t) => {
  const { connection } = make();
  const track = newTrack();
  connection.addTrack(track);
  t.is(thrown(() => connection.addTrack(track)).name, 'InvalidAccessError');
});

test('addTrack wants tracks and streams', (t) => {
  const { connection } = make();
  const add = connection.addTrack.bind(connection) as (...args: unknown[]) => unknown;
  t.is(thrown(() => add()).name, 'TypeError');
  t.is(thrown(() => add({})).name, 'TypeError');
  const { message } = thrown(() => add(newTrack(), new MediaStream(), {}));
  t.regex(message, /^RTCPeerConnection\.addTrack: streams\[1\]: /);
});

test('what libwebrtc refuses is thrown', (t) => {
  const { connection, native } = make();
  native.failure = nativeError('invalid-parameter');
  t.is(thrown(() => connection.addTrack(newTrack())).name, 'InvalidAccessError');
  t.is(connection.getTransceivers().length, 0);
});

test('a call may tell of a transceiver before the description that brought it', async (t) => {
  const made = make();
  const { connection, native } = made;
  const fake = native.newTransceiver('video');
  const sender = connection.addTrack(newTrack());
  const [transceiver] = connection.getTransceivers();
  t.is(transceiver!.sender, sender);
  const facts = received(fake);
  await setRemote(made, 'offer', [
    { ...facts, handle: null, receiver: { ...facts.receiver, track: null } },
  ]);
  t.deepEqual(connection.getTransceivers(), [transceiver]);
  t.like(transceiver, { mid: '0', direction: 'sendrecv' });
});

test('removeTrack takes the track away and stops sending', (t) => {
  const { connection, native } = make();
  const sender = connection.addTrack(newTrack());
  const [transceiver] = connection.getTransceivers();
  connection.removeTrack(sender);
  t.is(sender.track, null);
  t.is(transceiver!.direction, 'recvonly');
  t.deepEqual(native.calls.at(-1)?.args, [native.transceivers[0]]);
  t.deepEqual(connection.getSenders(), [sender]);
  connection.removeTrack(sender);
  t.is(native.count('removeTrack'), 1);

  const second = connection.addTransceiver(newTrack('audio'), { direction: 'sendonly' });
  connection.removeTrack(second.sender);
  t.is(second.direction, 'inactive');
});

test('removeTrack knows its own senders', (t) => {
  const { connection } = make();
  const other = make().connection.addTrack(newTrack());
  t.is(thrown(() => connection.removeTrack(other)).name, 'InvalidAccessError');
  t.is(thrown(() => connection.removeTrack({} as never)).name, 'TypeError');
});

test('removeTrack of a stopped transceiver does nothing', (t) => {
  const { connection, native } = make();
  const sender = connection.addTrack(newTrack());
  connection.getTransceivers()[0]!.stop();
  connection.removeTrack(sender);
  t.is(native.count('removeTrack'), 0);
  t.not(sender.track, null);
});

test('a track of a stopped transceiver can be added again', async (t) => {
  const made = make();
  const { connection, native } = made;
  const track = newTrack();
  const sender = connection.addTrack(track);
  connection.getTransceivers()[0]!.stop();
  t.is(thrown(() => connection.addTrack(track)).name, 'InvalidAccessError');
  await setRemote(made, 'offer', [native.transceivers[0]!.facts({ mid: '0', stopped: true })]);
  t.not(connection.addTrack(track), sender);
  t.is(connection.getSenders().length, 2);
});

test('a closed connection takes and removes no tracks', (t) => {
  const { connection } = make();
  const sender = connection.addTrack(newTrack());
  connection.close();
  t.is(thrown(() => connection.addTrack(newTrack())).name, 'InvalidStateError');
  t.is(thrown(() => connection.removeTrack(sender)).name, 'InvalidStateError');
  t.not(sender.track, null);
});
