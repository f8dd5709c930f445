import { addTransceiver, make, newTrack } from '../helpers/negotiation.js';

import test from 'ava';

import { rejection } from '../../helpers/failure.js';

test('a track selects its sender or its receiver', async (t) => {
  const made = make();
  const { connection, native } = made;
  const track = newTrack();
  connection.addTrack(track);
  const [sending] = native.transceivers;
  const { transceiver, fake } = addTransceiver(made);

  const sent = connection.getStats(track);
  t.deepEqual(native.calls.at(-1)?.args, [sending, 'sender']);
  native.settle('getStats', [{ type: 'media-source', kind: 'video', id: 'S', timestamp: 1 }]);
  t.deepEqual([...(await sent).keys()], ['S']);

  const received = connection.getStats(transceiver.receiver.track);
  t.deepEqual(native.calls.at(-1)?.args, [fake, 'receiver']);
  native.settle('getStats', []);
  await received;

  for (const all of [null, undefined]) {
    const whole = connection.getStats(all);
    t.deepEqual(native.calls.at(-1)?.args, [null, null]);
    native.settle('getStats', []);
    await whole;
  }
});

test('the track is of exactly one sender or receiver', async (t) => {
  const { connection, native } = make();
  const track = newTrack();
  t.is((await rejection(connection.getStats(track))).name, 'InvalidAccessError');
  connection.addTransceiver(track);
  connection.addTransceiver(track);
  const { message } = await rejection(connection.getStats(track));
  t.is(message, 'RTCPeerConnection.getStats: more than one sender or receiver has the track');
  t.is(native.count('getStats'), 0);
  connection.close();
  t.is((await rejection(connection.getStats(track))).name, 'InvalidAccessError');
});

test('what no text has of streams and sources is left out', async (t) => {
  const { connection, native } = make();
  const stats = connection.getStats();
  const common = { timestamp: 1, mediaType: 'video', trackId: 'T' };
  native.settle('getStats', [
    {
      ...common,
      ...{ type: 'inbound-rtp', id: 'I', kind: 'video', ssrc: 1, trackIdentifier: 'V' },
      ...{ framesDecoded: 2, contentType: 'screenshare', googTimingFrameInfo: '1,2' },
      ...{ jitterBufferFlushes: 1, minPlayoutDelay: 0 },
    },
    {
      ...common,
      ...{ type: 'outbound-rtp', id: 'O', kind: 'video', ssrc: 1, mid: '0', rid: 'a' },
      ...{ qualityLimitationDurations: { none: 1 }, contentType: 'screenshare' },
    },
    { ...common, type: 'remote-inbound-rtp', id: 'RI', kind: 'video', ssrc: 1, fractionLost: 0 },
    { ...common, type: 'remote-outbound-rtp', id: 'RO', kind: 'audio', ssrc: 2, reportsSent: 3 },
    { ...common, type: 'media-source', id: 'MA', kind: 'audio', audioLevel: 1, width: 2 },
    { ...common, type: 'media-source', id: 'MV', kind: 'video', frames: 3, audioLevel: 1 },
    { ...common, type: 'media-playout', id: 'P', kind: 'audio', totalSamplesCount: 480 },
    { ...common, type: 'codec', id: 'C', payloadType: 96, mimeType: 'video/VP8', clockRate: 90000 },
    { ...common, type: 'track', id: 'old' },
    { ...common, type: 'stream', id: 'old' },
  ]);
  const members = Object.fromEntries(
    [...(await stats)].map(([id, found]) => [
      id,
      Object.keys(found as object)
        .sort()
        .join(' '),
    ]),
  );
  t.deepEqual(members, {
    I: 'framesDecoded id kind ssrc timestamp trackIdentifier type',
    O: 'id kind mid qualityLimitationDurations rid ssrc timestamp type',
    RI: 'fractionLost id kind ssrc timestamp type',
    RO: 'id kind reportsSent ssrc timestamp type',
    MA: 'audioLevel id kind timestamp type',
    MV: 'frames id kind timestamp type',
    P: 'id kind timestamp totalSamplesCount type',
    C: 'clockRate id mimeType payloadType timestamp type',
  });
});
