import fc from 'fast-check';

import { hostileLine } from './hostile-lines.js';

const fingerprint = Array.from({ length: 32 }, (_, index) =>
  (index * 7 + 16).toString(16).toUpperCase().padStart(2, '0'),
).join(':');

const transport = [
  'c=IN IP4 0.0.0.0',
  'a=ice-ufrag:abcd',
  'a=ice-pwd:abcdefghijklmnopqrstuvwx',
  `a=fingerprint:sha-256 ${fingerprint}`,
  'a=setup:actpass',
];

const bodies: Readonly<Record<string, readonly string[]>> = {
  audio: ['a=rtcp-mux', 'a=rtpmap:96 opus/48000/2', 'a=rtpmap:97 PCMU/8000'],
  video: ['a=rtcp-mux', 'a=rtpmap:96 VP8/90000', 'a=rtpmap:97 rtx/90000', 'a=fmtp:97 apt=96'],
  application: ['a=sctp-port:5000', 'a=max-message-size:262144'],
};

const kind = fc.constantFrom('audio', 'video', 'application');

function mLine(of: string): string {
  return of === 'application'
    ? 'm=application 9 UDP/DTLS/SCTP webrtc-datachannel'
    : `m=${of} 9 UDP/TLS/RTP/SAVPF 96 97`;
}

/** Sections of every kind, each with some lines that nobody expects. */
export const generated: fc.Arbitrary<readonly string[]> = fc
  .array(fc.tuple(kind, fc.array(hostileLine, { maxLength: 5 }), fc.boolean()), { maxLength: 6 })
  .map((sections) => [
    'v=0',
    'o=- 1 2 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    `a=group:BUNDLE ${sections.map((_, index) => index).join(' ')}`,
    ...sections.flatMap(([of, hostile, first], index) => {
      const body = [`a=mid:${index}`, ...transport, ...(bodies[of] ?? [])];
      return [mLine(of), ...(first ? [...hostile, ...body] : [...body, ...hostile])];
    }),
  ]);
