/**
 * The algorithms of WebCrypto that certificates are made with.
 *
 * @see https://w3c.github.io/webcrypto/#algorithm-normalization-normalize-an-algorithm
 */
import {
  Algorithm,
  AlgorithmIdentifier,
  EcKeyGenParams,
  RsaHashedKeyGenParams,
} from '../idl/index.js';
import type { NativeKeyParams } from '../internal/native-types.js';

/** Bits that libwebrtc makes RSA keys with. */
const rsaBits = { min: 1024, max: 8192 } as const;
const largestExponent = 0x7fffffff;

function notSupported(message: string): DOMException {
  return new DOMException(message, 'NotSupportedError');
}

/** A string stands for an object with that name. */
function nameOf(identifier: object | string, context: string): string {
  if (typeof identifier === 'string') return identifier;
  return Algorithm.convert(identifier, context).name;
}

function asObject(identifier: object | string): object {
  return typeof identifier === 'string' ? { name: identifier } : identifier;
}

function bytesOf(source: ArrayBuffer | ArrayBufferView): Uint8Array {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
}

/** @throws NotSupportedError for an exponent that no key is made with */
function exponentOf(bytes: Uint8Array, context: string): number {
  const value = bytes.reduce((sum, byte) => Math.min(sum * 256 + byte, largestExponent + 1), 0);
  if (value >= 3 && value % 2 === 1 && value <= largestExponent) return value;
  throw notSupported(`${context}.publicExponent: is not an odd number from 3 to 2^31 - 1`);
}

function rsa(identifier: object, context: string): NativeKeyParams {
  const { modulusLength, publicExponent, hash } = RsaHashedKeyGenParams.convert(
    identifier,
    context,
  );
  const hashName = nameOf(AlgorithmIdentifier.convert(hash, `${context}.hash`), `${context}.hash`);
  if (hashName.toUpperCase() !== 'SHA-256') {
    throw notSupported(`${context}.hash: '${hashName}' is not supported (allowed: 'SHA-256')`);
  }
  if (modulusLength < rsaBits.min || modulusLength > rsaBits.max) {
    throw notSupported(
      `${context}.modulusLength: ${modulusLength} is not from ${rsaBits.min} to ${rsaBits.max}`,
    );
  }
  return {
    name: 'RSA',
    modulusLength,
    publicExponent: exponentOf(bytesOf(publicExponent), context),
  };
}

function ecdsa(identifier: object, context: string): NativeKeyParams {
  const { namedCurve } = EcKeyGenParams.convert(identifier, context);
  if (namedCurve === 'P-256') return { name: 'ECDSA' };
  throw notSupported(`${context}.namedCurve: '${namedCurve}' is not supported (allowed: 'P-256')`);
}

/**
 * @throws TypeError for an identifier that lacks a member, NotSupportedError for one that no
 *   certificate can be made with
 */
export function keyParams(value: unknown, context: string): NativeKeyParams {
  const identifier = AlgorithmIdentifier.convert(value, context);
  const name = nameOf(identifier, context);
  switch (name.toUpperCase()) {
    case 'ECDSA':
      return ecdsa(asObject(identifier), context);
    case 'RSASSA-PKCS1-V1_5':
      return rsa(asObject(identifier), context);
    default:
      throw notSupported(
        `${context}: '${name}' is not supported (allowed: 'ECDSA', 'RSASSA-PKCS1-v1_5')`,
      );
  }
}
