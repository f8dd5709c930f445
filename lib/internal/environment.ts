/** What the addon does for the whole environment or process. */
import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';

import { addon } from '../native.js';
import type {
  NativeConfiguration,
  NativeEvents,
  NativeLogLevel,
  NativePeerConnection,
  NativeWaits,
} from '../native.js';
import { listen } from './dispatcher.js';

type LogEntry = NativeEvents['environment']['log'];

let hasRootCertificates = false;

/** The roots that Node trusts: its own and those of `NODE_EXTRA_CA_CERTS`. */
function trustedRoots(): string[] {
  const file = process.env['NODE_EXTRA_CA_CERTS'];
  if (file === undefined || file === '') return [...rootCertificates];
  try {
    const extra = readFileSync(file, 'latin1');
    const pattern = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
    return [...rootCertificates, ...(extra.match(pattern) ?? [])];
  } catch {
    // Node itself warns of a file that it cannot read, and goes on without it.
    return [...rootCertificates];
  }
}

/** Throws a NativeError. */
export function createNativePeerConnection(
  configuration: NativeConfiguration,
): NativePeerConnection {
  prepareServers(configuration);
  return addon.createPeerConnection(configuration);
}

/** Gives the addon the trusted roots before the first server that needs them. */
export function prepareServers({ iceServers }: NativeConfiguration): void {
  if (hasRootCertificates) return;
  if (!iceServers.some(({ urls }) => urls.some((url) => /^(turns|stuns):/.test(url)))) return;
  addon.setRootCertificates(trustedRoots());
  hasRootCertificates = true;
}

/** The target of what concerns no object of its own. */
const environment: { log: (entry: LogEntry) => void } = { log: () => undefined };
listen<'environment', typeof environment>(0, environment, (target, _type, entry) => {
  target.log(entry);
});

/** `null` as level stops it. Process-wide. */
export function setNativeLogger(
  level: NativeLogLevel | null,
  source: string,
  log: (entry: LogEntry) => void,
): void {
  environment.log = log;
  addon.setLogger(level, source);
}

/** How long JavaScript waited inside the addon since the last call, by call site. */
export function takeWaits(): NativeWaits {
  return addon.takeWaits();
}
