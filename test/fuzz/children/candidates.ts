import fc from 'fast-check';

import {
  RTCIceCandidate,
  RTCPeerConnection,
  type RTCIceCandidateInit,
} from '../../../lib/index.js';
import { attempt, settled } from './outcome.js';
import { hostileNumber } from './sdp/hostile-lines.js';
import { target } from './target.js';

/** Mostly what is well formed, so that one wrong field at a time is seen too. */
function often<T>(good: T, hostile: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 8, arbitrary: fc.constant(good) }, { weight: 2, arbitrary: hostile });
}

const host = fc.constantFrom(
  ...['127.0.0.1', '192.0.2.1', '0.0.0.0', '255.255.255.255', '224.0.0.1', '256.1.1.1', '1', ''],
  ...['::1', '::', 'fe80::1', 'fe80::1%eth0', '2001:db8::1', '::ffff:127.0.0.1', '[::1]', ':::'],
  ...['a.local', `${'x'.repeat(300)}.local`, '.local', 'a..local', 'é.local', 'host.invalid'],
);
const port = fc.oneof(fc.constantFrom('9', '50000'), hostileNumber);
const protocol = fc.constantFrom('udp', 'UDP', 'tcp', 'ssltcp', 'tls', 'dccp', '', 'udp udp');
const extension = fc.oneof(
  fc.constantFrom('tcptype active', 'tcptype passive', 'tcptype so', 'tcptype x', 'tcptype'),
  fc.constantFrom('ufrag abcd', 'ufrag', 'ufrag other', `ufrag ${'x'.repeat(5000)}`),
  hostileNumber.map((number) => `generation ${number}`),
  hostileNumber.map((number) => `network-id ${number}`),
  hostileNumber.map((number) => `network-cost ${number}`),
  fc.tuple(host, port).map(([address, number]) => `raddr ${address} rport ${number}`),
  fc.string({ maxLength: 20 }),
);

const line = fc
  .tuple(
    often('candidate:', fc.constantFrom('a=candidate:', 'candidate', 'Candidate:', '')),
    often('1', fc.oneof(fc.constantFrom('abc+/9', '', 'x'.repeat(400)), fc.string())),
    often('1', fc.oneof(fc.constant('2'), hostileNumber)),
    often('udp', protocol),
    often('2122260223', hostileNumber),
    often('192.0.2.1', host),
    often('50000', port),
    often(
      'typ host',
      fc.constantFrom('typ srflx', 'typ prflx', 'typ relay', 'typ local', 'typ', 'host'),
    ),
    fc.array(extension, { maxLength: 4 }),
  )
  .map(([prefix, foundation, ...fields]) => prefix + [foundation, ...fields.flat()].join(' '));

const text = fc.oneof(
  { weight: 6, arbitrary: line },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(line, fc.nat(), fc.string({ unit: 'binary', maxLength: 3 }))
      .map(([whole, at, part]) => {
        const position = at % (whole.length + 1);
        return whole.slice(0, position) + part + whole.slice(position + 1);
      }),
  },
);

const init = fc.record(
  {
    candidate: text,
    sdpMid: often<string | null>('0', fc.constantFrom(null, '1', 'x', '', '0\0')),
    sdpMLineIndex: often<number | null>(0, fc.constantFrom(null, 1, 65535, -1, 65536, NaN)),
    usernameFragment: often<string | null>(null, fc.constantFrom('abcd', 'other', '', 'a b')),
  },
  { requiredKeys: ['candidate'] },
);
type Init = typeof init extends fc.Arbitrary<infer T> ? T : never;

const section = [
  'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
  'c=IN IP4 0.0.0.0',
  'a=ice-ufrag:abcd',
  'a=ice-pwd:abcdefghijklmnopqrstuvwx',
  `a=fingerprint:sha-256 ${Array(32).fill('AB').join(':')}`,
  'a=setup:actpass',
  'a=mid:0',
  'a=sctp-port:5000',
];
const offer = `${['v=0', 'o=- 1 2 IN IP4 0.0.0.0', 's=-', 't=0 0', ...section].join('\r\n')}\r\n`;

/** Cases that one connection takes: its pairs of candidates add up. */
const perConnection = 40;

let connection: RTCPeerConnection | null = null;
let uses = 0;

function end(): void {
  connection?.close();
  connection = null;
  uses = 0;
}

async function shared(): Promise<RTCPeerConnection> {
  uses += 1;
  if (uses > perConnection) end();
  if (connection !== null) return connection;
  connection = new RTCPeerConnection();
  await connection.setRemoteDescription({ type: 'offer', sdp: offer });
  await connection.setLocalDescription();
  return connection;
}

export const candidates = target<Init>({
  arbitrary: init,
  async run(given) {
    const object = attempt(() => new RTCIceCandidate(given as RTCIceCandidateInit));
    if (object && object.port !== null && (object.port < 0 || object.port > 65535)) {
      throw new Error(`port is ${object.port}`);
    }
    const chosen = await shared();
    await settled(chosen.addIceCandidate(given));
    if (object) await settled(chosen.addIceCandidate(object));
  },
  end,
});
