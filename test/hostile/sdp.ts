import test from 'ava';

import { RTCPeerConnection } from '../../lib/index.js';
import { rejection } from '../helpers/failure.js';

const ice = [
  'c=IN IP4 0.0.0.0',
  'a=ice-ufrag:abcd',
  'a=ice-pwd:abcdefghijklmnopqrstuvwx',
  `a=fingerprint:sha-256 ${Array(32).fill('AB').join(':')}`,
  'a=setup:actpass',
];

function section(mid: number, lines: readonly string[] = []): string[] {
  const codec = ['a=rtcp-mux', 'a=rtpmap:96 opus/48000/2'];
  return ['m=audio 9 UDP/TLS/RTP/SAVPF 96', `a=mid:${mid}`, ...ice, ...codec, ...lines];
}

function offer(sections: readonly string[][], isBundled = true): string {
  const mids = sections.map((_, index) => index).join(' ');
  const group = isBundled ? [`a=group:BUNDLE ${mids}`] : [];
  const session = ['v=0', 'o=- 1 2 IN IP4 127.0.0.1', 's=-', 't=0 0', ...group];
  return [...session, ...sections.flat()].map((line) => `${line}\r\n`).join('');
}

function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

const candidate = (index: number) =>
  `a=candidate:${index} 1 udp 1000 192.0.2.1 ${index + 1} typ host`;

/** What libwebrtc would end the process over, or work on for minutes. */
const refused: [string, string][] = [
  [
    'SCTP of another kind',
    offer([['m=text 9 UDP/DTLS/SCTP webrtc-datachannel', 'a=mid:0', ...ice]]),
  ],
  ['SCTP of audio', offer([['m=audio 9 UDP/DTLS/SCTP 96', 'a=mid:0', ...ice]])],
  ['1025 sections', offer(many(1025, (mid) => section(mid)))],
  [
    '1025 lines in a section',
    offer([
      section(
        0,
        many(1025, (i) => `a=fmtp:96 a${i}=1`),
      ),
    ]),
  ],
  [
    '65 kinds of feedback',
    offer([
      section(
        0,
        many(65, (i) => `a=rtcp-fb:96 x${i}`),
      ),
    ]),
  ],
  ['257 candidates', offer([section(0, many(257, candidate))])],
  [
    '129 transports',
    offer(
      many(129, (mid) => section(mid)),
      false,
    ),
  ],
  ['a line of 64 KiB', offer([section(0, [`a=${'x'.repeat(65536)}`])])],
  [
    '4 MiB',
    offer([
      section(
        0,
        many(600, () => `a=${'x'.repeat(8000)}`),
      ),
    ]),
  ],
];

for (const [what, sdp] of refused) {
  test(`${what}: a description is refused`, async (t) => {
    const connection = new RTCPeerConnection();
    t.teardown(() => connection.close());
    const error = await rejection(connection.setRemoteDescription({ type: 'offer', sdp }));
    t.is(error.name, 'OperationError');
    t.is((error as Error & { errorDetail?: string }).errorDetail, 'sdp-syntax-error');
    t.is(connection.signalingState, 'stable');
  });
}

const taken: [string, string][] = [
  ['256 sections', offer(many(256, (mid) => section(mid)))],
  [
    '900 lines in a section',
    offer([
      section(
        0,
        many(900, (i) => `a=fmtp:96 a${i}=1`),
      ),
    ]),
  ],
  [
    '64 kinds of feedback',
    offer([
      section(
        0,
        many(64, (i) => `a=rtcp-fb:96 x${i}`),
      ),
    ]),
  ],
  ['256 candidates', offer([section(0, many(256, candidate))])],
  [
    '128 transports',
    offer(
      many(128, (mid) => section(mid)),
      false,
    ),
  ],
];

for (const [what, sdp] of taken) {
  test(`${what}: a description is taken and answered`, async (t) => {
    const connection = new RTCPeerConnection();
    t.teardown(() => connection.close());
    await connection.setRemoteDescription({ type: 'offer', sdp });
    await connection.setLocalDescription();
    t.is(connection.signalingState, 'stable');
  });
}

test('the 257th candidate of a section is refused', async (t) => {
  const connection = new RTCPeerConnection();
  t.teardown(() => connection.close());
  await connection.setRemoteDescription({ type: 'offer', sdp: offer([section(0)]) });
  const line = (index: number) => ({ candidate: candidate(index).slice(2), sdpMid: '0' });
  await Promise.all(many(256, (index) => connection.addIceCandidate(line(index))));
  const error = await rejection(connection.addIceCandidate(line(256)));
  t.is(error.name, 'OperationError');
  t.regex(error.message, /too many candidates/);
});
