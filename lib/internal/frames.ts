/** What the addon does with pixels and samples. */
import { addon } from '../native.js';
import type {
  NativeAudioSource,
  NativePixelFormat,
  NativePixels,
  NativePlane,
  NativeVideoSource,
} from '../native.js';

/** Copies; the planes lie inside `data`. */
export function createPixels(
  data: Uint8Array,
  format: NativePixelFormat,
  width: number,
  height: number,
  planes: readonly NativePlane[],
): NativePixels {
  return addon.createPixels(data, format, width, height, planes);
}

/** Memory for pixels, with any content. It cannot be transferred. */
export function createBytes(length: number): Uint8Array {
  return new Uint8Array(addon.createBytes(length));
}

/** What `NativePixels.share` kept; null when it was taken or dropped before. */
export function takePixels(token: number): NativePixels | null {
  return addon.takePixels(token);
}

export function dropPixels(token: number): void {
  addon.dropPixels(token);
}

/** Both are as large as the formats need for all of width x height. */
export function convertPixels(
  source: Uint8Array,
  sourceFormat: NativePixelFormat,
  target: Uint8Array,
  targetFormat: NativePixelFormat,
  width: number,
  height: number,
): void {
  addon.convertPixels(source, sourceFormat, target, targetFormat, width, height);
}

export function createVideoSource(options: {
  readonly isScreencast: boolean;
  readonly needsDenoising: boolean | null;
}): NativeVideoSource {
  return addon.createVideoSource(options);
}

/** `highWaterMark`: seconds, for those who wait after a write. */
export function createAudioSource(options: { readonly highWaterMark: number }): NativeAudioSource {
  return addon.createAudioSource(options);
}
