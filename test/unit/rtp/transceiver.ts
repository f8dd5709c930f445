import { nativeError } from '../helpers/fake-native.js';
import {
  addTransceiver,
  make,
  newTrack,
  received,
  setLocal,
  setRemote,
} from '../helpers/negotiation.js';

import test from 'ava';

import { RTCRtpReceiver, RTCRtpSender, RTCRtpTransceiver } from '../../../lib/index.js';
import type { RTCRtpHeaderExtensionCapability } from '../../../lib/index.js';
import { rejection, thrown } from '../../helpers/failure.js';
import { record } from '../../helpers/record.js';
import { task } from '../../helpers/wait.js';

test('the direction is told to libwebrtc when it changes', (t) => {
  const { transceiver, fake } = addTransceiver(make());
  transceiver.direction = 'sendrecv';
  t.is(fake.count('setDirection'), 0);
  transceiver.direction = 'inactive';
  t.is(transceiver.direction, 'inactive');
  t.deepEqual(fake.last('setDirection').args, ['inactive']);
});

test('a direction that is none is ignored, stopped is refused', (t) => {
  const { transceiver, fake } = addTransceiver(make());
  Reflect.set(transceiver, 'direction', 'nonsense');
  const { name, message } = thrown(() => {
    transceiver.direction = 'stopped';
  });
  t.is(name, 'TypeError');
  t.regex(message, /^RTCRtpTransceiver\.direction: /);
  t.is(transceiver.direction, 'sendrecv');
  t.is(fake.count('setDirection'), 0);
});

test('stop() is seen at once, the track ends in a task', async (t) => {
  const made = make();
  const { transceiver, fake } = addTransceiver(made);
  const { track } = transceiver.receiver;
  const seen = record(track, ['ended']);
  transceiver.stop();
  transceiver.stop();
  t.is(fake.count('stop'), 1);
  t.is(transceiver.direction, 'stopped');
  t.is(transceiver.currentDirection, null);
  t.is(track.readyState, 'live');
  t.deepEqual(made.connection.getTransceivers(), [transceiver]);
  await task();
  t.is(track.readyState, 'ended');
  t.deepEqual(seen, ['ended']);
  const { name } = thrown(() => {
    transceiver.direction = 'inactive';
  });
  t.is(name, 'InvalidStateError');
});

test('a stopped transceiver leaves with the answer', async (t) => {
  const made = make();
  const { transceiver, fake } = addTransceiver(made);
  await setLocal(made, 'offer', [fake.facts({ mid: '0' })]);
  await setRemote(made, 'answer', [fake.facts({ mid: '0', currentDirection: 'inactive' })]);
  transceiver.stop();
  await setLocal(made, 'offer', [fake.facts({ mid: '0', currentDirection: 'inactive' })]);
  t.is(transceiver.currentDirection, 'inactive');
  t.is(transceiver.mid, '0');
  await setRemote(made, 'answer', []);
  t.is(transceiver.currentDirection, 'stopped');
  t.is(transceiver.direction, 'stopped');
  t.is(transceiver.mid, null);
  t.deepEqual(made.connection.getTransceivers(), []);
});

test('a rollback does not bring a stopped transceiver back', async (t) => {
  const made = make();
  const { transceiver, fake } = addTransceiver(made);
  await setRemote(made, 'offer', [received(fake, ['s'])]);
  await setLocal(made, 'answer', [received(fake, ['s'])]);
  const stopped = fake.facts({ mid: '0', firedDirection: 'inactive', stopped: true });
  await setRemote(made, 'offer', [stopped]);
  made.connection.ontrack = () => t.fail();
  await setRemote(made, 'rollback', [received(fake, ['s'])]);
  t.like(transceiver, { mid: '0', direction: 'stopped', currentDirection: 'stopped' });
});

test('the remote peer stops a transceiver: its track ends before the state changes', async (t) => {
  const made = make();
  const { transceiver, fake } = addTransceiver(made);
  const { track } = transceiver.receiver;
  await setRemote(made, 'offer', [received(fake)]);
  await setLocal(made, 'answer', [received(fake)]);
  fake.emit('firstpacket', null);
  const seen: string[] = [];
  track.onended = () => seen.push(`ended ${String(transceiver.currentDirection)}`);
  track.onmute = () => seen.push('mute');
  made.connection.onsignalingstatechange = () => seen.push('signalingstatechange');
  const stopped = fake.facts({ mid: '0', firedDirection: 'inactive', stopped: true });
  await setRemote(made, 'offer', [stopped]);
  t.deepEqual(seen, ['ended stopped', 'signalingstatechange']);
  t.like(track, { readyState: 'ended', muted: false });
  t.is(transceiver.direction, 'stopped');
  t.deepEqual(made.connection.getTransceivers(), [transceiver]);
  t.is((await rejection(transceiver.sender.replaceTrack(null))).name, 'InvalidStateError');
});

test('close() stops every transceiver and leaves them in their lists', async (t) => {
  const made = make();
  const { connection } = made;
  const { transceiver, fake } = addTransceiver(made);
  await setLocal(made, 'offer', [fake.facts({ mid: '0' })]);
  const track = newTrack();
  const sender = connection.addTrack(track);
  const seen = record(transceiver.receiver.track, ['ended']);
  connection.close();
  t.like(transceiver, { direction: 'stopped', currentDirection: 'stopped', mid: null });
  t.is(connection.getTransceivers()[0], transceiver);
  t.true(connection.getSenders().includes(sender));
  t.is(sender.track, track);
  t.is(track.readyState, 'live');
  t.is(transceiver.receiver.track.readyState, 'live');
  await task();
  t.deepEqual(seen, ['ended']);
  t.is(thrown(() => transceiver.stop()).name, 'InvalidStateError');
  fake.emit('firstpacket', null);
  t.true(transceiver.receiver.track.muted);
});

const vp8 = { mimeType: 'video/VP8', clockRate: 90_000 };
const rtx = { mimeType: 'video/rtx', clockRate: 90_000 };

test('preferred codecs are told to libwebrtc, each once', (t) => {
  const { transceiver, fake } = addTransceiver(make());
  transceiver.setCodecPreferences([vp8, rtx, { ...vp8, mimeType: 'VIDEO/vp8' }]);
  const native = { clockRate: 90_000, channels: null, sdpFmtpLine: null };
  t.deepEqual(fake.last('setCodecPreferences').args, [
    [
      { ...native, mimeType: 'video/VP8' },
      { ...native, mimeType: 'video/rtx' },
    ],
  ]);
  transceiver.setCodecPreferences([]);
  t.deepEqual(fake.last('setCodecPreferences').args, [[]]);
});

test('nobody asks a stopped transceiver for its codecs', async (t) => {
  const made = make();
  const { transceiver, fake } = addTransceiver(made);
  transceiver.stop();
  transceiver.setCodecPreferences([vp8]);
  t.is(fake.count('setCodecPreferences'), 1);
  await setRemote(made, 'answer', []);
  transceiver.setCodecPreferences([vp8]);
  t.is(fake.count('setCodecPreferences'), 1);
});

test('preferred codecs are in the capabilities, one of media among them', (t) => {
  const { transceiver, fake } = addTransceiver(make());
  for (const codecs of [
    [rtx],
    [{ mimeType: 'video/none', clockRate: 90_000 }],
    [vp8, { mimeType: 'video/none', clockRate: 90_000 }],
    [{ ...vp8, clockRate: 1 }],
    [{ ...vp8, channels: 2 }],
    [{ ...vp8, sdpFmtpLine: 'x=1' }],
    [{ mimeType: 'audio/opus', clockRate: 48_000, channels: 2 }],
  ]) {
    const { name } = thrown(() => {
      transceiver.setCodecPreferences(codecs);
    });
    t.is(name, 'InvalidModificationError', JSON.stringify(codecs));
  }
  t.is(fake.count('setCodecPreferences'), 0);
  fake.failure = nativeError('invalid-modification');
  const { name } = thrown(() => {
    transceiver.setCodecPreferences([vp8]);
  });
  t.is(name, 'InvalidModificationError');
  t.is(thrown(() => transceiver.setCodecPreferences([{}] as never)).name, 'TypeError');
});

test('header extensions to negotiate are read, changed and given back', (t) => {
  const made = make();
  const { transceiver, fake } = addTransceiver(made);
  const list = transceiver.getHeaderExtensionsToNegotiate();
  t.like(list[1], { uri: 'urn:example:other', direction: 'stopped' });
  list[1]!.direction = 'sendrecv';
  t.is(transceiver.getHeaderExtensionsToNegotiate()[1]?.direction, 'stopped');
  transceiver.setHeaderExtensionsToNegotiate(list);
  t.deepEqual(fake.last('setHeaderExtensionsToNegotiate').args, [list]);
  t.deepEqual(transceiver.getNegotiatedHeaderExtensions(), []);

  fake.failure = nativeError('invalid-parameter');
  const failed = thrown(() => transceiver.setHeaderExtensionsToNegotiate([]));
  t.is(failed.name, 'InvalidModificationError');
  const empty = [{ uri: '', direction: 'sendrecv' }] as const;
  t.is(thrown(() => transceiver.setHeaderExtensionsToNegotiate(empty)).name, 'TypeError');
  const incomplete = [{ uri: 'x' }] as RTCRtpHeaderExtensionCapability[];
  t.is(thrown(() => transceiver.setHeaderExtensionsToNegotiate(incomplete)).name, 'TypeError');

  made.connection.close();
  t.deepEqual(transceiver.getHeaderExtensionsToNegotiate(), []);
  transceiver.setHeaderExtensionsToNegotiate([]);
  transceiver.setCodecPreferences([vp8]);
  t.is(fake.count('setCodecPreferences'), 0);
});

test('the connection alone makes them', (t) => {
  for (const Class of [RTCRtpTransceiver, RTCRtpSender, RTCRtpReceiver]) {
    t.is(thrown(() => Reflect.construct(Class, [])).message, 'Illegal constructor');
  }
});
