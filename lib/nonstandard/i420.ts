import type { NativePixelFormat, NativePlane } from '../internal/native-types.js';
import { convertPixels } from '../internal/frames.js';
import { bytesOf } from '../media/buffers.js';
import { LARGEST_SIDE } from '../media/frame-facts.js';
import { computeLayout } from '../media/frame-layout.js';
import {
  AllowSharedBufferSource,
  dictionary,
  enforceRange,
  required,
  types,
} from '../webidl/index.js';
import type { Converted, Infer } from '../webidl/index.js';

export interface RTCVideoFrameBytes extends Infer<typeof RTCVideoFrameBytes> {}
export const RTCVideoFrameBytes = dictionary('RTCVideoFrameBytes', {
  /** Pixels. */
  width: required(enforceRange(types.unsignedLong)),
  /** Pixels. */
  height: required(enforceRange(types.unsignedLong)),
  /** The planes one after the other, without gaps. */
  data: required(AllowSharedBufferSource),
});

export interface PackedPicture {
  readonly bytes: Uint8Array;
  readonly planes: readonly NativePlane[];
  readonly width: number;
  readonly height: number;
}

/**
 * Bytes that hold a picture of some format.
 *
 * @throws RangeError when they are too few, or the picture is empty or too large
 */
export function packedPicture(
  frame: Converted<typeof RTCVideoFrameBytes>,
  format: NativePixelFormat,
  context: string,
): PackedPicture {
  const { width, height } = frame;
  if (width < 1 || height < 1 || width > LARGEST_SIDE || height > LARGEST_SIDE) {
    const largest = `${LARGEST_SIDE}x${LARGEST_SIDE}`;
    throw new RangeError(`${context}: ${width}x${height} is not from 1x1 to ${largest}`);
  }
  const { planes, allocationSize } = computeLayout({ width, height }, format, undefined, context);
  const bytes = bytesOf(frame.data);
  if (bytes.byteLength < allocationSize) {
    throw new RangeError(
      `${context}.data: ${bytes.byteLength} bytes, ${format} of ${width}x${height} needs ` +
        `${allocationSize}`,
    );
  }
  return { bytes, planes, width, height };
}

function convert(
  source: [name: string, value: unknown, format: NativePixelFormat],
  target: [name: string, value: unknown, format: NativePixelFormat],
  context: string,
): void {
  const [from, to] = [source, target].map(([name, value, format]) => {
    const frame = RTCVideoFrameBytes.convert(value, `${context}: ${name}`);
    return packedPicture(frame, format, `${context}: ${name}`);
  }) as [PackedPicture, PackedPicture];
  if (from.width !== to.width || from.height !== to.height) {
    throw new RangeError(
      `${context}: ${from.width}x${from.height} does not fit ${to.width}x${to.height}`,
    );
  }
  convertPixels(from.bytes, source[2], to.bytes, target[2], from.width, from.height);
}

/**
 * Converts a picture, BT.601 of limited range, into memory that is there.
 *
 * @throws RangeError when the sizes differ, or there are too few bytes
 */
export function i420ToRgba(i420: RTCVideoFrameBytes, rgba: RTCVideoFrameBytes): void {
  convert(['i420', i420, 'I420'], ['rgba', rgba, 'RGBA'], 'nonstandard.i420ToRgba');
}

/**
 * Converts a picture, BT.601 of limited range, into memory that is there.
 *
 * @throws RangeError when the sizes differ, or there are too few bytes
 */
export function rgbaToI420(rgba: RTCVideoFrameBytes, i420: RTCVideoFrameBytes): void {
  convert(['rgba', rgba, 'RGBA'], ['i420', i420, 'I420'], 'nonstandard.rgbaToI420');
}
