import { addTransceiver, make, received, setLocal, setRemote } from '../helpers/negotiation.js';

import test from 'ava';

import type { NativeRtpSource } from '../../../lib/native.js';
import { thrown } from '../../helpers/failure.js';
import { record } from '../../helpers/record.js';
import { task } from '../../helpers/wait.js';

function source(changes: Partial<NativeRtpSource> = {}): NativeRtpSource {
  return {
    ...{ kind: 'ssrc', source: 1, age: 10, rtpTimestamp: 3000, audioLevel: null },
    ...{ captureTimestamp: null, senderCaptureTimeOffset: null },
    ...changes,
  };
}

const now = () => performance.timeOrigin + performance.now();

test('sources are told on the clock of performance, newest first', (t) => {
  const { transceiver, fake } = addTransceiver(make(), 'audio');
  const { receiver } = transceiver;
  fake.sources = [
    source({ source: 1, age: 500 }),
    source({ kind: 'csrc', source: 7, age: 1 }),
    source({
      ...{ source: 2, age: 20, audioLevel: 0.5, rtpTimestamp: 0xffff_ffff },
      ...{ captureTimestamp: 4e12, senderCaptureTimeOffset: -3 },
    }),
    source({ source: 3, age: 10_001 }),
  ];
  const before = now();
  const [first, second, ...none] = receiver.getSynchronizationSources();
  t.deepEqual(none, []);
  const { timestamp, ...rest } = first!;
  t.deepEqual(rest, {
    ...{ audioLevel: 0.5, rtpTimestamp: 0xffff_ffff, source: 2 },
    ...{ captureTimestamp: 4e12, senderCaptureTimeOffset: -3 },
  });
  t.true(timestamp >= before - 20 && timestamp <= now() - 20);
  t.is(second?.source, 1);
  t.false('audioLevel' in second!);
  t.is(Math.round(timestamp - second!.timestamp), 480);
  t.deepEqual(
    receiver.getContributingSources().map(({ source }) => source),
    [7],
  );
});

test('in one task sources are the same, asked for once', async (t) => {
  const { transceiver, fake } = addTransceiver(make(), 'audio');
  const { receiver } = transceiver;
  fake.sources = [source()];
  const first = receiver.getSynchronizationSources();
  fake.sources = [];
  await Promise.resolve();
  t.deepEqual(receiver.getSynchronizationSources(), first);
  t.not(receiver.getSynchronizationSources()[0], first[0]);
  receiver.getContributingSources();
  t.is(fake.count('getSources'), 1);
  await task();
  t.deepEqual(receiver.getSynchronizationSources(), []);
});

test('a closed connection has no sources, parameters and buffer', (t) => {
  const made = make();
  const { transceiver, fake } = addTransceiver(made);
  const { receiver } = transceiver;
  fake.sources = [source()];
  made.connection.close();
  t.deepEqual(receiver.getSynchronizationSources(), []);
  t.deepEqual(receiver.getContributingSources(), []);
  t.deepEqual(receiver.getParameters(), {
    codecs: [],
    headerExtensions: [],
    rtcp: { reducedSize: false },
  });
  receiver.jitterBufferTarget = 5;
  t.is(fake.count('setJitterBufferTarget'), 0);
});

test('parameters are those of what is received', (t) => {
  const { transceiver, fake } = addTransceiver(make());
  const vp8 = { mimeType: 'video/VP8', clockRate: 90_000, channels: null, sdpFmtpLine: null };
  fake.receiveParameters = {
    codecs: [{ ...vp8, payloadType: 96 }],
    headerExtensions: [{ uri: 'urn:example', id: 3, encrypted: true }],
    rtcp: { cname: 'of nobody', reducedSize: true },
  };
  t.deepEqual(transceiver.receiver.getParameters(), {
    codecs: [{ clockRate: 90_000, mimeType: 'video/VP8', payloadType: 96 }],
    headerExtensions: [{ encrypted: true, id: 3, uri: 'urn:example' }],
    rtcp: { reducedSize: true },
  });
});

test('jitterBufferTarget is within 0 to 4000, or null', (t) => {
  const { transceiver, fake } = addTransceiver(make());
  const { receiver } = transceiver;
  t.is(receiver.jitterBufferTarget, null);
  for (const value of [0, 12.5, 4000, null]) {
    receiver.jitterBufferTarget = value;
    t.is(receiver.jitterBufferTarget, value);
    t.deepEqual(fake.last('setJitterBufferTarget').args, [value]);
  }
  const set = (value: unknown) => () => Reflect.set(receiver, 'jitterBufferTarget', value);
  for (const value of [-0.1, 4000.1]) t.is(thrown(set(value)).name, 'RangeError');
  for (const value of [NaN, Infinity, 'x', {}]) t.is(thrown(set(value)).name, 'TypeError');
  t.is(receiver.jitterBufferTarget, null);
  set('12')();
  t.is(receiver.jitterBufferTarget, 12);
  set(undefined)();
  t.is(receiver.jitterBufferTarget, null);
});

test('the first packet unmutes the track', async (t) => {
  const made = make();
  const { connection, native } = made;
  const fake = native.newTransceiver('video');
  const seen: string[] = [];
  connection.ontrack = ({ track }) => {
    seen.push(`track ${String(track.muted)}`);
    track.onunmute = () => seen.push('unmute');
  };
  await setRemote(made, 'offer', [received(fake)]);
  fake.emit('firstpacket', null);
  t.deepEqual(seen, ['track true', 'unmute']);
  t.false(connection.getReceivers()[0]!.track.muted);
});

test('packets that come before the answer unmute too', async (t) => {
  const made = make();
  const { transceiver, fake } = addTransceiver(made);
  await setLocal(made, 'offer', [fake.facts({ mid: '0' })]);
  const seen = record(transceiver.receiver.track, ['unmute']);
  fake.emit('firstpacket', null);
  t.deepEqual(seen, ['unmute']);
});

test('a packet of what is not received any more unmutes nothing', async (t) => {
  const made = make();
  const fake = made.native.newTransceiver('video');
  await setRemote(made, 'offer', [received(fake)]);
  await setLocal(made, 'answer', [fake.facts({ mid: '0', firedDirection: 'inactive' })]);
  const [receiver] = made.connection.getReceivers();
  fake.emit('firstpacket', null);
  t.true(receiver!.track.muted);

  const stopped = addTransceiver(made);
  stopped.transceiver.stop();
  stopped.fake.emit('firstpacket', null);
  t.true(stopped.transceiver.receiver.track.muted);
});
