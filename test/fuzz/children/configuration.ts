import fc from 'fast-check';

import { RTCPeerConnection } from '../../../lib/index.js';
import type { RTCConfiguration } from '../../../lib/index.js';
import { attempt, settled } from './outcome.js';
import { target } from './target.js';
import { anyValue, mostly } from './values.js';

const networks = fc.record(
  {
    allow: mostly(
      fc.array(fc.constantFrom('eth0', '127.0.0.1', '10.0.0.0/8', '::/0', '1/99', '/')),
    ),
    deny: mostly(fc.array(fc.constantFrom('lo', '0.0.0.0/0', '::1/128', '', 'x'.repeat(500)))),
    loopback: mostly(fc.constantFrom(true, false, null)),
    linkLocal: mostly(fc.boolean()),
    ipv6: mostly(fc.boolean()),
  },
  { requiredKeys: [] },
);
const port = mostly(fc.constantFrom(0, 1, 1024, 50000, 65535));

const configuration = fc.record(
  {
    iceServers: mostly(fc.constantFrom([], [{ urls: 'stun:127.0.0.1:9' }], [{ urls: [] }], [null])),
    iceTransportPolicy: mostly(fc.constantFrom('all', 'relay', 'nohost')),
    bundlePolicy: mostly(fc.constantFrom('balanced', 'max-compat', 'max-bundle', 'none')),
    rtcpMuxPolicy: mostly(fc.constantFrom('require', 'negotiate')),
    certificates: mostly(fc.constantFrom([], [{}], [null])),
    iceCandidatePoolSize: mostly(fc.constantFrom(0, 1, 4, 255, 256, -1)),
    portRange: mostly(fc.record({ min: port, max: port }, { requiredKeys: [] })),
    networkInterfaces: mostly(networks),
    tcpCandidates: mostly(fc.boolean()),
  },
  { requiredKeys: [] },
);

interface Configurations {
  readonly first: unknown;
  readonly second: unknown;
}

/** One configuration for the constructor, one for `setConfiguration`. */
export const configurations = target<Configurations>({
  arbitrary: fc.record({
    first: fc.oneof({ weight: 9, arbitrary: configuration }, { weight: 1, arbitrary: anyValue }),
    second: fc.oneof({ weight: 9, arbitrary: configuration }, { weight: 1, arbitrary: anyValue }),
  }),
  async run({ first, second }) {
    const made = attempt(() => new RTCPeerConnection(first as RTCConfiguration));
    if (!made) return;
    try {
      const before = JSON.stringify(made.getConfiguration());
      const wasSet = attempt(() => {
        made.setConfiguration(second as RTCConfiguration);
        return true;
      });
      if (!wasSet && JSON.stringify(made.getConfiguration()) !== before) {
        throw new Error('a configuration that was refused changed the connection');
      }
      made.createDataChannel('x');
      await settled(made.setLocalDescription());
    } finally {
      made.close();
    }
  },
});
