/** Encodings between the dictionaries and libwebrtc. */
import type { ConvertedEncoding, RTCRtpEncodingParameters } from '../idl/index.js';
import type { NativeEncoding, NativeMediaKind } from '../internal/native-types.js';
import { codecFrom, nativeCodec } from './codec.js';

/** libwebrtc counts in signed integers. */
const MAX_BITRATE = 0x7fff_ffff;

/** Smaller to larger, by powers of two: what several encodings have unless it was said. */
export function defaultScale(index: number, count: number): number {
  return 2 ** (count - index - 1);
}

/**
 * What libwebrtc fills in, where it was not said: of several encodings with no
 * scale at all the powers of two, else 1.
 */
function scales(encodings: readonly NativeEncoding[]): number[] {
  const isOpen = encodings.every(({ scaleResolutionDownBy }) => scaleResolutionDownBy === null);
  return encodings.map(({ scaleResolutionDownBy }, index) =>
    isOpen ? defaultScale(index, encodings.length) : (scaleResolutionDownBy ?? 1),
  );
}

export function encodingsFrom(
  natives: readonly NativeEncoding[],
  kind: NativeMediaKind,
): RTCRtpEncodingParameters[] {
  const scaled = kind === 'video' ? scales(natives) : [];
  return natives.map((native, index) => {
    const { rid, active, adaptivePtime, codec, maxBitrate, maxFramerate } = native;
    const { priority, networkPriority, scalabilityMode } = native;
    const scaleResolutionDownBy = scaled[index];
    return {
      ...(rid === '' ? {} : { rid }),
      active,
      adaptivePtime,
      ...(codec === null ? {} : { codec: codecFrom(codec) }),
      ...(maxBitrate === null ? {} : { maxBitrate }),
      ...(maxFramerate === null ? {} : { maxFramerate }),
      networkPriority,
      priority,
      ...(scalabilityMode === null ? {} : { scalabilityMode }),
      ...(scaleResolutionDownBy === undefined ? {} : { scaleResolutionDownBy }),
    };
  });
}

/** Members that the kind does not have are left out, as in Chrome. */
export function nativeEncoding(
  encoding: ConvertedEncoding,
  kind: NativeMediaKind,
  requestKeyFrame: boolean,
): NativeEncoding {
  const { rid = '', active, adaptivePtime, codec, maxBitrate, priority } = encoding;
  const isVideo = kind === 'video';
  return {
    rid,
    active,
    maxBitrate: maxBitrate === undefined ? null : Math.min(maxBitrate, MAX_BITRATE),
    maxFramerate: (isVideo ? encoding.maxFramerate : undefined) ?? null,
    scaleResolutionDownBy: (isVideo ? encoding.scaleResolutionDownBy : undefined) ?? null,
    scalabilityMode: (isVideo ? encoding.scalabilityMode : undefined) ?? null,
    priority,
    networkPriority: encoding.networkPriority ?? priority,
    adaptivePtime: adaptivePtime && !isVideo,
    codec: codec === undefined ? null : nativeCodec(codec),
    requestKeyFrame: requestKeyFrame && isVideo,
  };
}
