import { exception } from '../internal/errors.js';
import type { NativeRotation } from '../internal/native-types.js';

/**
 * The nearest multiple of 90 degrees.
 *
 * @see https://w3c.github.io/webcodecs/#videoframe-parse-rotation
 */
export function parseRotation(rotation: number): NativeRotation {
  // 1. Let alignedRotation be the nearest multiple of 90, ties towards positive infinity.
  const aligned = Math.floor(rotation / 90 + 0.5) * 90;
  // 2. and 3. Without full turns.
  return (((aligned % 360) + 360) % 360) as NativeRotation;
}

/** @see https://w3c.github.io/webcodecs/#videoframe-add-rotations */
export function addRotations(base: NativeRotation, rotation: NativeRotation): NativeRotation {
  return ((base + rotation) % 360) as NativeRotation;
}

export function isUpright(rotation: NativeRotation): boolean {
  return rotation % 180 === 0;
}

/** Nothing of libwebrtc mirrors pictures. */
export function refuseFlip(flip: boolean, context: string): void {
  if (flip) throw exception('NotSupportedError', `${context}.flip: pictures are not mirrored`);
}
