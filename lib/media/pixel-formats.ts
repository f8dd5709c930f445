import type { VideoPixelFormat } from '../idl/index.js';
import type { NativePixelFormat } from '../internal/native-types.js';

/** How one plane of a picture is sampled. */
export interface SampledPlane {
  readonly sampleBytes: number;
  /** Pixels per sample, across and down. */
  readonly horizontal: number;
  readonly vertical: number;
}

const plane = (sampleBytes: number, horizontal: number, vertical: number): SampledPlane => ({
  sampleBytes,
  horizontal,
  vertical,
});
const luma = plane(1, 1, 1);
const quarter = plane(1, 2, 2);
const half = plane(1, 2, 1);
const packed = [plane(4, 1, 1)];

/** @see https://w3c.github.io/webcodecs/#pixel-format */
export const planesOf: Readonly<Record<NativePixelFormat, readonly SampledPlane[]>> = {
  I420: [luma, quarter, quarter],
  I420A: [luma, quarter, quarter, luma],
  I422: [luma, half, half],
  I444: [luma, luma, luma],
  NV12: [luma, plane(2, 2, 2)],
  RGBA: packed,
  RGBX: packed,
  BGRA: packed,
  BGRX: packed,
};

const opaque: Partial<Record<NativePixelFormat, NativePixelFormat>> = {
  I420A: 'I420',
  RGBA: 'RGBX',
  BGRA: 'BGRX',
};

/** The others have more than 8 bits, or an alpha plane beside 4:2:2 and 4:4:4. */
export function isSupported(format: VideoPixelFormat): format is NativePixelFormat {
  return format in planesOf;
}

/** @see https://w3c.github.io/webcodecs/#rgb-format */
export function isRgb(format: NativePixelFormat): boolean {
  return planesOf[format] === packed;
}

/** @see https://w3c.github.io/webcodecs/#equivalent-opaque-format */
export function opaqueFormat(format: NativePixelFormat): NativePixelFormat {
  return opaque[format] ?? format;
}
