/**
 * A certificate that outlives the process, so that the fingerprint in the
 * descriptions stays the same: made at the first run, read at the next.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

import { RTCPeerConnection, nonstandard } from 'node-libwebrtc';

const file = process.argv[2] ?? 'certificate.json';

async function certificate() {
  if (existsSync(file))
    return nonstandard.certificateFromPEM(JSON.parse(readFileSync(file, 'utf8')));
  const made = await RTCPeerConnection.generateCertificate({ name: 'ECDSA', namedCurve: 'P-256' });
  writeFileSync(file, JSON.stringify(nonstandard.certificateToPEM(made)), { mode: 0o600 });
  return made;
}

const mine = await certificate();
const [{ algorithm, value }] = mine.getFingerprints();
console.log(`${algorithm} ${value}, until ${new Date(mine.expires).toISOString()}`);

const pc = new RTCPeerConnection({ certificates: [mine] });
pc.createDataChannel('any');
const { sdp } = await pc.createOffer();
console.log(/a=fingerprint:.*/.exec(sdp)[0]);
pc.close();
