import { nativeError, snapshot } from '../helpers/fake-native.js';
import {
  addTransceiver,
  make,
  newTrack,
  newTransport,
  setLocal,
  setRemote,
} from '../helpers/negotiation.js';

import test from 'ava';

import { MediaStream, RTCRtpReceiver, RTCRtpSender } from '../../../lib/index.js';
import { nativeTrackOf } from '../../../lib/mediastream/MediaStreamTrack.js';
import { rejection, thrown } from '../../helpers/failure.js';
import { task } from '../../helpers/wait.js';

test('replaceTrack: the track is the new one when libwebrtc has it', async (t) => {
  const made = make();
  const { transceiver, fake } = addTransceiver(made);
  const { sender } = transceiver;
  const track = newTrack();
  const replaced = sender.replaceTrack(track);
  t.is(sender.track, null);
  t.deepEqual(fake.last('replaceTrack').args, [nativeTrackOf(track)]);
  made.native.settle('replaceTrack', null);
  t.is(await replaced, undefined);
  t.is(sender.track, track);

  const removed = sender.replaceTrack(null);
  t.deepEqual(fake.last('replaceTrack').args, [null]);
  t.is(sender.track, track);
  made.native.settle('replaceTrack', null);
  await removed;
  t.is(sender.track, null);
});

test('replaceTrack refuses what cannot be sent', async (t) => {
  const made = make();
  const { transceiver } = addTransceiver(made);
  const { sender } = transceiver;
  const replace = sender.replaceTrack.bind(sender) as (...args: unknown[]) => Promise<void>;
  t.is((await rejection(replace())).name, 'TypeError');
  t.is((await rejection(replace({}))).name, 'TypeError');
  t.is((await rejection(replace(newTrack('audio')))).name, 'TypeError');

  const failed = rejection(sender.replaceTrack(newTrack()));
  made.native.settle('replaceTrack', null, nativeError('invalid-modification'));
  t.is((await failed).name, 'InvalidModificationError');
  t.is(sender.track, null);

  transceiver.stop();
  t.is((await rejection(sender.replaceTrack(null))).name, 'InvalidStateError');
  const other = addTransceiver(made).transceiver.sender;
  made.connection.close();
  t.is((await rejection(other.replaceTrack(newTrack('audio')))).name, 'TypeError');
  t.is((await rejection(other.replaceTrack(null))).name, 'InvalidStateError');
});

test('replaceTrack of a connection that is closed meanwhile never settles', async (t) => {
  const made = make();
  const { transceiver } = addTransceiver(made);
  let settled = false;
  const mark = () => {
    settled = true;
  };
  transceiver.sender.replaceTrack(newTrack()).then(mark, mark);
  made.connection.close();
  made.native.settle('replaceTrack', null);
  await task();
  t.false(settled);
  t.is(transceiver.sender.track, null);
});

test('setStreams tells the ids, each once', (t) => {
  const made = make();
  const { transceiver, fake } = addTransceiver(made);
  const { sender } = transceiver;
  const streams = [new MediaStream(), new MediaStream()] as const;
  sender.setStreams(streams[0], streams[1], streams[0]);
  t.deepEqual(fake.last('setStreams').args, [[streams[0].id, streams[1].id]]);
  sender.setStreams();
  t.deepEqual(fake.last('setStreams').args, [[]]);
  t.is(thrown(() => sender.setStreams({} as never)).name, 'TypeError');
  made.connection.close();
  t.is(thrown(() => sender.setStreams()).name, 'InvalidStateError');
});

test('the transport comes with a local description or a remote answer', async (t) => {
  const made = make();
  const { transceiver, fake } = addTransceiver(made);
  const { sender, receiver } = transceiver;
  const transports = [
    { mid: '0', transport: newTransport(9101) },
    { mid: '1', transport: newTransport(9103) },
  ];
  await setLocal(made, 'offer', [fake.facts({ mid: '0' })], { transports });
  const offered = sender.transport;
  t.is(offered?.state, 'new');
  t.is(receiver.transport, offered);

  const bundled = [
    { mid: '0', transport: newTransport(9103) },
    { mid: '1', transport: newTransport(9103) },
  ];
  const facts = fake.facts({ mid: '0', currentDirection: 'sendrecv' });
  await setRemote(made, 'answer', [facts], { transports: bundled });
  const answered = sender.transport;
  t.not(answered, offered);
  t.not(answered, null);

  const other = made.native.newTransceiver('video');
  await setRemote(made, 'offer', [facts, other.facts({ mid: '1' })], { transports: bundled });
  const added = made.connection.getTransceivers()[1]!;
  t.is(added.sender.transport, null);
  await setLocal(made, 'answer', [facts, other.facts({ mid: '1' })], { transports: bundled });
  t.is(added.sender.transport, answered);
  t.is(added.receiver.transport, answered);
});

test('a rollback brings the former transport back', async (t) => {
  const made = make();
  const { transceiver, fake } = addTransceiver(made);
  const transports = [{ mid: '0', transport: newTransport(9201) }];
  await setLocal(made, 'offer', [fake.facts({ mid: '0' })], { transports });
  t.is(transceiver.mid, '0');
  t.not(transceiver.sender.transport, null);
  await setLocal(made, 'rollback', [fake.facts()]);
  t.is(transceiver.mid, null);
  t.is(transceiver.sender.transport, null);
});

test('an implicit rollback takes mid and transport away before the state changes', async (t) => {
  const made = make();
  const { connection } = made;
  const { transceiver, fake } = addTransceiver(made);
  const transports = [{ mid: '0', transport: newTransport(9301) }];
  await setLocal(made, 'offer', [fake.facts({ mid: '0' })], { transports });
  const seen: unknown[] = [];
  connection.onsignalingstatechange = () => {
    seen.push([connection.signalingState, transceiver.mid, transceiver.sender.transport]);
  };
  await setRemote(made, 'offer', [fake.facts({ mid: 'a' })], { transports });
  t.deepEqual(seen, [
    ['stable', null, null],
    ['have-remote-offer', 'a', null],
  ]);
});

test('a remote offer that fails has rolled the own one back', async (t) => {
  const made = make();
  const { transceiver, fake } = addTransceiver(made);
  const transports = [{ mid: '0', transport: newTransport(9401) }];
  await setLocal(made, 'offer', [fake.facts({ mid: '0' })], { transports });
  const failed = rejection(made.connection.setRemoteDescription({ type: 'offer', sdp: 'x' }));
  const rolledBack = snapshot({ transceivers: [fake.facts()] });
  made.native.settle('setRemoteDescription', rolledBack, nativeError('invalid-parameter'));
  t.is((await failed).name, 'InvalidAccessError');
  t.is(transceiver.mid, null);
  t.is(transceiver.sender.transport, null);
  t.is(made.connection.signalingState, 'stable');
});

test('statistics are asked of one side', async (t) => {
  const made = make();
  const { connection, native } = made;
  const { transceiver, fake } = addTransceiver(made);
  const stats = transceiver.sender.getStats();
  t.deepEqual(native.calls.at(-1)?.args, [fake, 'sender']);
  native.settle('getStats', [{ type: 'codec', id: 'C', timestamp: 1, mimeType: 'video/VP8' }]);
  t.like((await stats).get('C'), { mimeType: 'video/VP8' });
  const other = transceiver.receiver.getStats();
  t.deepEqual(native.calls.at(-1)?.args, [fake, 'receiver']);
  native.settle('getStats', []);
  await other;
  connection.close();
  t.is((await transceiver.sender.getStats()).size, 0);
});

test('capabilities are of a kind, and the caller may change them', (t) => {
  for (const Class of [RTCRtpSender, RTCRtpReceiver]) {
    t.is(Class.getCapabilities('text'), null);
    const get = Class.getCapabilities as (...args: unknown[]) => unknown;
    t.is(thrown(() => get()).name, 'TypeError');
    const audio = Class.getCapabilities('audio')!;
    t.deepEqual(audio.codecs, [
      {
        channels: 2,
        clockRate: 48_000,
        mimeType: 'audio/opus',
        sdpFmtpLine: 'minptime=10;useinbandfec=1',
      },
      { channels: 2, clockRate: 48_000, mimeType: 'audio/red' },
    ]);
    t.deepEqual(Class.getCapabilities('video')!.codecs[0], {
      clockRate: 90_000,
      mimeType: 'video/VP8',
    });
    t.deepEqual(audio.headerExtensions[0], {
      direction: 'sendrecv',
      uri: 'urn:ietf:params:rtp-hdrext:sdes:mid',
    });
    audio.codecs[0]!.mimeType = 'audio/changed';
    t.is(Class.getCapabilities('audio')!.codecs[0]?.mimeType, 'audio/opus');
  }
});
