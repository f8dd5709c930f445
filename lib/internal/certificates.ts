import { addon } from '../native.js';
import type { NativeCertificate, NativeKeyParams } from '../native.js';
import { toException } from './errors.js';
import { heldRequest } from './held-request.js';

/** `expires`: milliseconds from now; `null`: the default of 30 days. */
export function generateNativeCertificate(
  params: NativeKeyParams,
  expires: number | null,
  context: string,
): Promise<NativeCertificate> {
  return heldRequest<NativeCertificate, NativeCertificate>(
    (request) => {
      addon.generateCertificate(request, params, expires);
    },
    (error, certificate) => {
      if (error !== null) throw toException(error, { context });
      return certificate;
    },
  );
}

/** Throws a NativeError. */
export function nativeCertificateFromPEM(
  privateKey: string,
  certificate: string,
): NativeCertificate {
  return addon.certificateFromPEM(privateKey, certificate);
}
