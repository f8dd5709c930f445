import type { ConvertedEncoding } from '../idl/index.js';
import type { NativeEncoding, NativeMediaKind } from '../internal/native-types.js';
import { capabilitiesOf } from './capabilities.js';
import { isMediaCodec, matchesCodec } from './codec.js';
import { defaultScale, nativeEncoding } from './encoding.js';

/** What libwebrtc sends of one track at most. */
const maxEncodings: Readonly<Record<NativeMediaKind, number>> = { audio: 1, video: 3 };

/** Of RFC 8851, section 10, what libwebrtc takes. */
const validRid = /^[A-Za-z0-9]{1,16}$/;

/** Step 8.1: TypeError for what names encodings wrongly. */
function checkRids(encodings: readonly ConvertedEncoding[], context: string): void {
  const rids = encodings.flatMap(({ rid }) => rid ?? []);
  const wrong = rids.find((rid) => !validRid.test(rid));
  if (wrong !== undefined) {
    throw new TypeError(`${context}: rid '${wrong}' is not of 1 to 16 letters and digits`);
  }
  if (rids.length > 0 && rids.length < encodings.length) {
    throw new TypeError(`${context}: either all encodings have a rid or none`);
  }
  const twice = rids.find((rid, index) => rids.indexOf(rid) < index);
  if (twice !== undefined) throw new TypeError(`${context}: rid '${twice}' is there twice`);
}

/** Shared by `addTransceiver()` and `setParameters()`: what is no scale and no rate. */
export function checkRanges(encodings: readonly ConvertedEncoding[], context: string): void {
  encodings.forEach(({ scaleResolutionDownBy = 1, maxFramerate = 0 }, index) => {
    if (scaleResolutionDownBy < 1) {
      throw new RangeError(
        `${context}[${index}].scaleResolutionDownBy: ${scaleResolutionDownBy} is less than 1`,
      );
    }
    if (maxFramerate < 0) {
      throw new RangeError(`${context}[${index}].maxFramerate: ${maxFramerate} is less than 0`);
    }
  });
}

/** @throws OperationError for a codec that cannot be sent */
function checkCodecs(
  encodings: readonly ConvertedEncoding[],
  kind: NativeMediaKind,
  context: string,
): void {
  encodings.forEach(({ codec }, index) => {
    if (codec === undefined) return;
    const codecs = capabilitiesOf('send', kind).codecs.filter(isMediaCodec);
    if (codecs.some((capability) => matchesCodec(codec, capability))) return;
    throw new DOMException(
      `${context}[${index}].codec: ${codec.mimeType} with these parameters cannot be sent`,
      'OperationError',
    );
  });
}

/** An encoding of video without a scale has the given one. */
export function withScales(
  encodings: readonly ConvertedEncoding[],
  scaleOf: (index: number) => number,
): ConvertedEncoding[] {
  return encodings.map((encoding, index) => ({
    ...encoding,
    scaleResolutionDownBy: encoding.scaleResolutionDownBy ?? scaleOf(index),
  }));
}

/**
 * @see https://w3c.github.io/webrtc-pc/#dfn-addtransceiver-sendencodings-validation-steps
 * @throws TypeError for wrong `rid`s, OperationError for a codec, RangeError for numbers
 */
export function nativeSendEncodings(
  given: readonly ConvertedEncoding[],
  kind: NativeMediaKind,
  context: string,
): NativeEncoding[] {
  // 1. If a rid is wrong, or not at all encodings, or at two, throw a TypeError.
  checkRids(given, context);
  // 2. There is no read-only parameter but rid. A codec that cannot be sent is an OperationError.
  checkCodecs(given, kind, context);
  // 3. Of audio, scaleResolutionDownBy and maxFramerate count for nothing.
  // 4. and 5. A scale below 1.0, or a frame rate below 0.0, is a RangeError.
  if (kind === 'video') checkRanges(given, context);
  // 7. If any encoding has a scale, the others have 1.0.
  let encodings = [...given];
  const isScaled = encodings.some(
    ({ scaleResolutionDownBy }) => scaleResolutionDownBy !== undefined,
  );
  if (isScaled) encodings = withScales(encodings, () => 1);
  // 8. Trim the encodings to as many as can be sent.
  encodings = encodings.slice(0, maxEncodings[kind]);
  // 9. Video without any scale is sent in powers of two, smaller to larger.
  const { length } = encodings;
  if (kind === 'video') encodings = withScales(encodings, (index) => defaultScale(index, length));
  // 10. If one encoding is left, it has no rid.
  const hasNames = length > 1;
  return encodings.map(({ rid, ...encoding }) =>
    nativeEncoding(hasNames && rid !== undefined ? { ...encoding, rid } : encoding, kind, false),
  );
}
