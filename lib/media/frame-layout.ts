import type { PlaneLayout } from '../idl/index.js';
import type { NativePixelFormat, NativePlane, NativeRect } from '../internal/native-types.js';
import { planesOf } from './pixel-formats.js';

/** @see https://w3c.github.io/webcodecs/#combined-buffer-layout */
export interface FrameLayout {
  /** Bytes. */
  readonly allocationSize: number;
  readonly planes: readonly NativePlane[];
}

const LARGEST = 2 ** 32 - 1;

/**
 * Where the planes of a part of a picture lie in a buffer.
 *
 * @see https://w3c.github.io/webcodecs/#videoframe-compute-layout-and-allocation-size
 * @throws TypeError when the layout given does not fit the format
 */
export function computeLayout(
  { width, height }: Pick<NativeRect, 'width' | 'height'>,
  format: NativePixelFormat,
  layout: readonly PlaneLayout[] | undefined,
  context: string,
): FrameLayout {
  const sampled = planesOf[format];
  // 2. If layout's length does not equal numPlanes, throw a TypeError.
  if (layout !== undefined && layout.length !== sampled.length) {
    throw new TypeError(
      `${context}.layout: ${layout.length} planes, but ${format} has ${sampled.length}`,
    );
  }
  let allocationSize = 0;
  const planes: (NativePlane & { readonly end: number })[] = [];
  // 7. For each plane:
  for (const [index, { sampleBytes, horizontal, vertical }] of sampled.entries()) {
    // 7.1. to 7.10. The rows of the part, and their bytes.
    const rows = Math.ceil(height / vertical);
    const rowBytes = Math.ceil(width / horizontal) * sampleBytes;
    // 7.11. and 7.12. The layout given, or tight packing.
    const { offset, stride } = layout?.[index] ?? { offset: allocationSize, stride: rowBytes };
    if (stride < rowBytes) {
      throw new TypeError(
        `${context}.layout[${index}].stride: ${stride} is less than the ${rowBytes} bytes of a row`,
      );
    }
    // 7.13. to 7.15. Let planeEnd be the end; if it is too large, throw a TypeError.
    const end = offset + stride * rows;
    if (end > LARGEST) {
      throw new TypeError(`${context}: plane ${index} would end at byte ${end}`);
    }
    // 7.17. The planes may be in any order.
    allocationSize = Math.max(allocationSize, end);
    // 7.19. If it overlaps an earlier one, throw a TypeError.
    const other = planes.findIndex((earlier) => offset < earlier.end && earlier.offset < end);
    if (other !== -1) {
      throw new TypeError(`${context}.layout: plane ${index} overlaps plane ${other}`);
    }
    planes.push({ offset, stride, end });
  }
  return { allocationSize, planes: planes.map(({ offset, stride }) => ({ offset, stride })) };
}
