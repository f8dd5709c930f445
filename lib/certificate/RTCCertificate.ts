import type { RTCDtlsFingerprint } from '../idl/index.js';
import type { NativeCertificate } from '../internal/native-types.js';
import { checkConstruct, defineInterface } from '../webidl/index.js';

export let nativeCertificate: (certificate: RTCCertificate) => NativeCertificate;

/**
 * A certificate, with its key, that connections authenticate themselves with.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtccertificate-interface
 */
export class RTCCertificate {
  readonly #native: NativeCertificate;

  /** @internal */
  constructor(token: symbol, native: NativeCertificate) {
    checkConstruct(token);
    this.#native = native;
  }

  /** Milliseconds since the epoch. */
  get expires(): number {
    return this.#native.expires;
  }

  getFingerprints(): Required<RTCDtlsFingerprint>[] {
    return this.#native.fingerprints.map(({ algorithm, value }) => ({
      algorithm,
      value: value.toLowerCase(),
    }));
  }

  static {
    nativeCertificate = (certificate) => certificate.#native;
    defineInterface(this, { is: (value) => #native in value, constructorLength: 0 });
  }
}
