import {
  dictionary,
  enforceRange,
  member,
  required,
  types,
  Uint8ArrayType,
  union,
} from '../webidl/index.js';
import type { Infer } from '../webidl/index.js';

/** @see https://w3c.github.io/webcrypto/#dom-algorithmidentifier */
export const AlgorithmIdentifier = union([types.object, types.DOMString]);
export type AlgorithmIdentifier = Infer<typeof AlgorithmIdentifier>;

/** @see https://w3c.github.io/webcrypto/#dom-algorithm */
export interface Algorithm extends Infer<typeof Algorithm> {}
export const Algorithm = dictionary('Algorithm', { name: required(types.DOMString) });

/** @see https://w3c.github.io/webcrypto/#dom-eckeygenparams */
export interface EcKeyGenParams extends Infer<typeof EcKeyGenParams> {}
export const EcKeyGenParams = dictionary(
  'EcKeyGenParams',
  { namedCurve: required(types.DOMString) },
  Algorithm,
);

/** @see https://w3c.github.io/webcrypto/#dom-rsakeygenparams */
export interface RsaKeyGenParams extends Infer<typeof RsaKeyGenParams> {}
export const RsaKeyGenParams = dictionary(
  'RsaKeyGenParams',
  {
    /** Bits. */
    modulusLength: required(enforceRange(types.unsignedLong)),
    /** Big-endian, usually 65537: `new Uint8Array([1, 0, 1])`. */
    publicExponent: required(Uint8ArrayType),
  },
  Algorithm,
);

/** @see https://w3c.github.io/webcrypto/#dom-rsahashedkeygenparams */
export interface RsaHashedKeyGenParams extends Infer<typeof RsaHashedKeyGenParams> {}
export const RsaHashedKeyGenParams = dictionary(
  'RsaHashedKeyGenParams',
  { hash: required(AlgorithmIdentifier) },
  RsaKeyGenParams,
);

/** What is public of an RTCCertificate, lib.dom's type of it too. */
export interface CertificateLike {
  readonly expires: number;
  getFingerprints(): RTCDtlsFingerprint[];
}

/** @see https://w3c.github.io/webrtc-pc/#dom-rtccertificateexpiration */
export interface RTCCertificateExpiration extends Infer<typeof RTCCertificateExpiration> {}
export const RTCCertificateExpiration = dictionary('RTCCertificateExpiration', {
  /** Milliseconds from now. */
  expires: member(enforceRange(types.unsignedLongLong)),
});

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcdtlsfingerprint */
export interface RTCDtlsFingerprint extends Infer<typeof RTCDtlsFingerprint> {}
export const RTCDtlsFingerprint = dictionary('RTCDtlsFingerprint', {
  /** As in RFC 8122, such as `sha-256`. */
  algorithm: member(types.DOMString),
  /** Lowercase hexadecimal bytes with colons between. */
  value: member(types.DOMString),
});
