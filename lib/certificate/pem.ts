import { createPrivateKey, X509Certificate } from 'node:crypto';

import { isNativeError, toException } from '../internal/errors.js';
import { nativeCertificateFromPEM } from '../internal/certificates.js';
import { dictionary, interfaceType, kConstruct, required, types } from '../webidl/index.js';
import type { Infer } from '../webidl/index.js';
import { nativeCertificate, RTCCertificate } from './RTCCertificate.js';

/** A certificate and its key, as text that can be stored. */
export const CertificatePEM = dictionary('CertificatePEM', {
  /** PKCS #8 or the older forms, not encrypted. */
  privateKey: required(types.DOMString),
  certificate: required(types.DOMString),
});
export type CertificatePEM = Infer<typeof CertificatePEM>;

/** libwebrtc reads a key that belongs to another certificate; the handshake would fail then. */
function checkKey(privateKey: string, certificate: string, context: string): void {
  let fits: boolean;
  try {
    fits = new X509Certificate(certificate).checkPrivateKey(createPrivateKey(privateKey));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DOMException(`${context}: pem: cannot be read: ${reason}`, 'NotReadableError');
  }
  if (fits) return;
  throw new DOMException(
    `${context}: pem: the privateKey is not that of the certificate`,
    'NotReadableError',
  );
}

const CertificateType = interfaceType<RTCCertificate>('RTCCertificate');

/**
 * Reads a certificate, so that its fingerprint outlives the process.
 *
 * @throws NotReadableError when it cannot be read or the key does not fit
 */
export function certificateFromPEM(pem: CertificatePEM): RTCCertificate {
  const context = 'nonstandard.certificateFromPEM';
  const { privateKey, certificate } = CertificatePEM.convert(pem, `${context}: pem`);
  checkKey(privateKey, certificate, context);
  try {
    return new RTCCertificate(kConstruct, nativeCertificateFromPEM(privateKey, certificate));
  } catch (error) {
    throw isNativeError(error) ? toException(error, { context }) : error;
  }
}

export function certificateToPEM(certificate: RTCCertificate): CertificatePEM {
  const context = 'nonstandard.certificateToPEM: certificate';
  return nativeCertificate(CertificateType.convert(certificate, context)).toPEM();
}
