import { RTCCertificateExpiration } from '../idl/index.js';
import { generateNativeCertificate } from '../internal/certificates.js';
import { isObject, kConstruct } from '../webidl/index.js';
import { keyParams } from './keygen-algorithm.js';
import { RTCCertificate } from './RTCCertificate.js';

/** Milliseconds: a year, the longest that a certificate is valid for. */
const longest = 365 * 24 * 60 * 60 * 1000;

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-generatecertificate */
export async function generateCertificate(keygenAlgorithm: unknown): Promise<RTCCertificate> {
  const context = 'RTCPeerConnection.generateCertificate';
  const argument = `${context}: keygenAlgorithm`;
  // 2. and 3. If keygenAlgorithm is an object, let certificateExpiration be read from it.
  const given = isObject(keygenAlgorithm)
    ? RTCCertificateExpiration.convert(keygenAlgorithm, argument).expires
    : undefined;
  // 4. If expires is present and above a year, it is a year.
  const expires = given === undefined ? null : Math.min(given, longest);
  // 5. and 6. Let normalizedKeygenAlgorithm be the normalized algorithm, or reject.
  const params = keyParams(keygenAlgorithm, argument);
  // 9. Generate a key pair and a certificate.
  const native = await generateNativeCertificate(params, expires, context);
  return new RTCCertificate(kConstruct, native);
}
