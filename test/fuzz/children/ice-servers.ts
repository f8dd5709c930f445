import fc from 'fast-check';

import { RTCPeerConnection } from '../../../lib/index.js';
import { attempt } from './outcome.js';
import { hostileNumber } from './sdp/hostile-lines.js';
import { target } from './target.js';

const scheme = fc.constantFrom(
  ...['stun:', 'stuns:', 'turn:', 'turns:', 'STUN:', 'http:', 'stun', ':', '', 'stun://', 'turn:/'],
);
const host = fc.oneof(
  fc.constantFrom(
    ...['localhost', '127.0.0.1', '[::1]', '[::1', '::1', '1.2.3', '256.256.256.256', '0x7f.1', ''],
    ...['a b', 'a@b', 'user:pass@host', 'xn--', 'é.example', '[fe80::1%eth0]', 'a'.repeat(300)],
    ...[
      '[::ffff:1.2.3.4]',
      '.',
      '..',
      'a..b',
      '%00',
      '%zz',
      'host/',
      'host\\',
      '\u{1f600}.example',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const port = fc.oneof(
  fc.constant(''),
  hostileNumber.map((number) => `:${number}`),
);
const query = fc.oneof(
  fc.constantFrom('', '', '?transport=udp', '?transport=tcp', '?transport=UDP', '?transport=x'),
  fc.constantFrom('?', '?transport', '?transport=', '#x', '?transport=tcp&x', '?a=b', '??', '?#'),
);
const url = fc.tuple(scheme, host, port, query).map((parts) => parts.join(''));
const text = fc.oneof(fc.constantFrom('', 'user', '\0', 'é', ':', 'x'.repeat(1000)), fc.string());

const server = fc.record(
  { urls: fc.oneof(url, fc.array(url, { maxLength: 4 })), username: text, credential: text },
  { requiredKeys: ['urls'] },
);
type Servers = { urls: string | string[]; username?: string; credential?: string }[];

/** Gives the URLs to the constructor and to `setConfiguration`, which have to agree. */
export const iceServers = target<Servers>({
  arbitrary: fc.array(server, { minLength: 1, maxLength: 3 }),
  async run(given) {
    const made = attempt(() => new RTCPeerConnection({ iceServers: given }));
    const plain = new RTCPeerConnection();
    try {
      const wasSet = attempt(() => {
        plain.setConfiguration({ iceServers: given });
        return true;
      });
      if ((made !== undefined) !== (wasSet === true)) {
        throw new Error('the constructor and setConfiguration disagree');
      }
      // The connection was really made by then.
      if (made) await made.createOffer();
    } finally {
      made?.close();
      plain.close();
    }
  },
});
