/** nonstandard.setCodecPolicy: what is offered, in which order, and what is refused. */
import test from 'ava';

import { nonstandard, RTCPeerConnection, RTCRtpReceiver, RTCRtpSender } from '../../lib/index.js';
import type { CodecPolicy, RTCRtpCodec } from '../../lib/index.js';
import { thrown } from '../helpers/failure.js';
import { tracks, videoReader } from '../helpers/media.js';
import { makePair, negotiate } from '../helpers/pair.js';
import { statsUntil } from '../helpers/stats.js';

test.afterEach.always(() => {
  nonstandard.setCodecPolicy(null);
});

const names = (codecs: readonly RTCRtpCodec[]) => [
  ...new Set(codecs.map(({ mimeType }) => mimeType.split('/')[1])),
];
const sent = (kind: string) => RTCRtpSender.getCapabilities(kind)!.codecs;
const received = (kind: string) => RTCRtpReceiver.getCapabilities(kind)!.codecs;
const lines = (codecs: readonly RTCRtpCodec[], name: string) =>
  codecs
    .filter(({ mimeType }) => mimeType.endsWith(name))
    .map(({ sdpFmtpLine }) => sdpFmtpLine ?? '');

async function offered(): Promise<string[]> {
  const connection = new RTCPeerConnection();
  connection.addTransceiver('audio');
  connection.addTransceiver('video');
  const { sdp } = await connection.createOffer();
  connection.close();
  return [...sdp.matchAll(/^a=rtpmap:\d+ ([^/]+)/gm)].map(([, name]) => name!);
}

test.serial('preferred codecs come first, the others as ever', async (t) => {
  const before = names(sent('video'));
  nonstandard.setCodecPolicy({
    video: { prefer: ['AV1', { codec: 'h264', profile: '640029' }] },
    audio: { prefer: ['PCMA'] },
  });
  t.is(sent('video')[0]!.mimeType, 'video/AV1');
  t.regex(lines(sent('video'), 'H264')[0]!, /profile-level-id=64001f/);
  t.is(lines(sent('video'), 'H264').length, 8);
  t.deepEqual(names(sent('video')).sort(), before.sort());
  t.is(received('audio')[0]!.mimeType, 'audio/PCMA');
  const order = await offered();
  t.is(order[0], 'PCMA');
  t.deepEqual(order.slice(order.indexOf('AV1')).slice(0, 4), ['AV1', 'rtx', 'H264', 'rtx']);
});

test.serial('what is denied is not there, nor what belongs to it', async (t) => {
  nonstandard.setCodecPolicy({
    video: { deny: ['H264', { codec: 'VP9', profile: '2' }, 'flexfec-03'] },
    audio: { deny: ['opus', 'CN'] },
  });
  t.deepEqual(names(sent('video')), ['VP8', 'rtx', 'AV1', 'VP9', 'red', 'ulpfec']);
  t.deepEqual(lines(received('video'), 'VP9'), ['profile-id=0', 'profile-id=1', 'profile-id=3']);
  t.deepEqual(names(sent('audio')), ['G722', 'PCMU', 'PCMA', 'telephone-event']);
  const order = await offered();
  t.false(order.some((name) => ['H264', 'opus', 'red/48000', 'CN'].includes(name)));
});

test.serial('an allowed list leaves nothing else, but for what goes around it', async (t) => {
  nonstandard.setCodecPolicy({ video: { allow: ['VP8'] }, audio: { allow: ['opus'] } });
  t.deepEqual(names(sent('video')), ['VP8', 'rtx', 'red', 'ulpfec', 'flexfec-03']);
  t.deepEqual(names(received('audio')), ['opus', 'red', 'telephone-event']);
  const order = await offered();
  t.deepEqual(order, [
    ...['opus', 'red', 'telephone-event'],
    ...['VP8', 'rtx', 'red', 'rtx', 'ulpfec', 'flexfec-03'],
  ]);
});

test.serial('a direction alone is ruled', (t) => {
  nonstandard.setCodecPolicy({ video: { allow: [{ codec: 'VP8', direction: 'send' }] } });
  t.deepEqual(names(sent('video')).slice(0, 2), ['VP8', 'rtx']);
  t.false(names(sent('video')).includes('AV1'));
  t.true(names(received('video')).includes('AV1'));
});

test.serial('implementations and hardware are ruled', (t) => {
  nonstandard.setCodecPolicy({ video: { deny: [{ implementation: 'libaom' }] } });
  t.false(names(sent('video')).includes('AV1'));
  nonstandard.setCodecPolicy({ video: { deny: [{ hardware: true }] } });
  t.true(names(sent('video')).includes('AV1'));
  nonstandard.setCodecPolicy({ video: { allow: [{ implementation: 'openh264' }] } });
  t.deepEqual(names(received('video')).slice(0, 2), ['H264', 'rtx']);
});

test.serial('what was made before stays; null takes the policy back', async (t) => {
  const before = sent('video');
  const { offerer, answerer, close } = makePair();
  t.teardown(close);
  const track = nonstandard.createTestTrack('video', { width: 320, height: 240 });
  const transceiver = offerer.addTransceiver(track, { direction: 'sendonly' });
  transceiver.setCodecPreferences(before.filter(({ mimeType }) => mimeType === 'video/H264'));
  const announced = tracks(answerer, 1);
  nonstandard.setCodecPolicy({ video: { allow: ['VP8'] } });
  await negotiate(offerer, answerer);
  await videoReader((await announced)[0]!.track).until(({ counter }) => counter !== null);
  await statsUntil(
    offerer,
    'outbound-rtp',
    ({ encoderImplementation }) => encoderImplementation === 'OpenH264',
  );
  nonstandard.setCodecPolicy(null);
  t.deepEqual(sent('video'), before);
});

test.serial('a remote peer’s codec that is denied is not answered', async (t) => {
  const offerer = new RTCPeerConnection();
  offerer.addTransceiver('video');
  await offerer.setLocalDescription();
  nonstandard.setCodecPolicy({ video: { allow: ['AV1'] } });
  const answerer = new RTCPeerConnection();
  t.teardown(() => {
    offerer.close();
    answerer.close();
  });
  await answerer.setRemoteDescription(offerer.localDescription!);
  const { sdp } = await answerer.createAnswer();
  t.regex(sdp, /a=rtpmap:\d+ AV1/);
  t.notRegex(sdp, /a=rtpmap:\d+ (VP8|VP9|H264)/);
});

const wrong: [name: string, policy: unknown, error: string, message: RegExp][] = [
  [
    'a codec that is none',
    { video: { deny: ['H256'] } },
    'RangeError',
    /video\.deny\[0\]: 'H256' is not VP8/,
  ],
  ['a codec of the other kind', { audio: { prefer: ['VP8'] } }, 'RangeError', /audio\.prefer\[0\]/],
  [
    'a profile of no codec',
    { video: { prefer: [{ profile: '2' }] } },
    'RangeError',
    /a codec that is named/,
  ],
  [
    'a profile that is none',
    { video: { prefer: [{ codec: 'H264', profile: '42' }] } },
    'RangeError',
    /'42' is not a profile of H264/,
  ],
  ['a pattern of nothing', { video: { prefer: [{}] } }, 'TypeError', /names nothing/],
  [
    'an implementation of audio',
    { audio: { prefer: [{ implementation: 'x' }] } },
    'TypeError',
    /one implementation each/,
  ],
  [
    'a direction that is none',
    { video: { deny: [{ direction: 'both' }] } },
    'TypeError',
    /CodecDirection/,
  ],
  [
    'nothing to send',
    { video: { deny: [{ direction: 'send' }] } },
    'RangeError',
    /video leaves nothing to send/,
  ],
  [
    'nothing to receive',
    { audio: { deny: [{ direction: 'receive' }] } },
    'RangeError',
    /audio leaves nothing to receive/,
  ],
  ['no policy', 'VP8', 'TypeError', /policy/],
];

for (const [name, policy, error, message] of wrong) {
  test.serial(`${name} is refused, and the policy stays`, (t) => {
    nonstandard.setCodecPolicy({ video: { allow: ['VP9'] } });
    const before = sent('video');
    const failure = thrown(() => {
      nonstandard.setCodecPolicy(policy as CodecPolicy);
    });
    t.is(failure.name, error);
    t.regex(failure.message, message);
    t.deepEqual(sent('video'), before);
    t.deepEqual(names(before)[0], 'VP9');
  });
}
