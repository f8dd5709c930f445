import type { DOMRectInit } from '../idl/index.js';
import type { NativePixelFormat, NativeRect } from '../internal/native-types.js';
import { planesOf } from './pixel-formats.js';

/** Pixels. */
interface CodedSize {
  readonly codedWidth: number;
  readonly codedHeight: number;
}

/** @see https://w3c.github.io/webcodecs/#videoframe-verify-rect-offset-alignment */
export function checkAlignment({ x, y }: NativeRect, format: NativePixelFormat, context: string) {
  for (const { horizontal, vertical } of planesOf[format]) {
    if (x % horizontal !== 0 || y % vertical !== 0) {
      throw new TypeError(
        `${context}: ${x}, ${y} is not aligned to the samples of ${format} (${horizontal}x${vertical})`,
      );
    }
  }
}

/**
 * A part of a picture, in whole pixels.
 *
 * @see https://w3c.github.io/webcodecs/#videoframe-parse-visible-rect
 * @throws TypeError when it does not lie inside the picture, or between samples
 */
export function parseRect(
  rect: Required<DOMRectInit>,
  { codedWidth, codedHeight }: CodedSize,
  format: NativePixelFormat,
  context: string,
): NativeRect {
  for (const [name, value] of Object.entries(rect)) {
    if (!Number.isFinite(value) || value < 0) {
      throw new TypeError(`${context}.${name}: ${value} is negative or not finite`);
    }
  }
  const x = Math.trunc(rect.x);
  const y = Math.trunc(rect.y);
  const width = Math.trunc(rect.width);
  const height = Math.trunc(rect.height);
  // 2.1. If its width or height is 0, return a TypeError.
  if (width === 0 || height === 0) throw new TypeError(`${context}: it is empty`);
  // 2.2. and 2.3. If it ends outside the coded picture, return a TypeError.
  if (rect.x + rect.width > codedWidth || rect.y + rect.height > codedHeight) {
    throw new TypeError(
      `${context}: ${x}, ${y}, ${width}x${height} is not inside ${codedWidth}x${codedHeight}`,
    );
  }
  const parsed = { x, y, width, height };
  // 3. and 4. If it is not aligned, throw a TypeError.
  checkAlignment(parsed, format, context);
  return parsed;
}
