import type { AudioSampleFormat } from '../idl/index.js';

type SampleType = 'u8' | 's16' | 's32' | 'f32';
export type SampleArray = Uint8Array | Int16Array | Int32Array | Float32Array;

/** @see https://w3c.github.io/webcodecs/#audio-samples-magnitude */
interface SampleRange {
  readonly bytes: number;
  readonly view: (bytes: Uint8Array) => SampleArray;
  /** The value of silence, and that of full amplitude above it. */
  readonly bias: number;
  readonly scale: number;
}

const ranges: Readonly<Record<SampleType, SampleRange>> = {
  u8: { bytes: 1, view: (bytes) => bytes, bias: 128, scale: 2 ** 7 },
  s16: {
    bytes: 2,
    view: (b) => new Int16Array(b.buffer, b.byteOffset, b.length / 2),
    bias: 0,
    scale: 2 ** 15,
  },
  s32: {
    bytes: 4,
    view: (b) => new Int32Array(b.buffer, b.byteOffset, b.length / 4),
    bias: 0,
    scale: 2 ** 31,
  },
  f32: {
    bytes: 4,
    view: (b) => new Float32Array(b.buffer, b.byteOffset, b.length / 4),
    bias: 0,
    scale: 1,
  },
};

function typeOf(format: AudioSampleFormat): SampleType {
  return format.replace('-planar', '') as SampleType;
}

export function isPlanar(format: AudioSampleFormat): boolean {
  return format.endsWith('-planar');
}

export function bytesPerSample(format: AudioSampleFormat): number {
  return ranges[typeOf(format)].bytes;
}

/** `bytes`: aligned to their samples. */
export function samplesOf(bytes: Uint8Array, format: AudioSampleFormat): SampleArray {
  return ranges[typeOf(format)].view(bytes);
}

/** From a sample of one format to that of the other; null when they are the same type. */
export function converter(
  from: AudioSampleFormat,
  to: AudioSampleFormat,
): ((sample: number) => number) | null {
  const [source, target] = [typeOf(from), typeOf(to)];
  if (source === target) return null;
  const { bias, scale } = ranges[source];
  const factor = ranges[target].scale / scale;
  if (target === 'f32') return (sample) => (sample - bias) * factor;
  const { bias: zero, scale: full } = ranges[target];
  return (sample) => {
    const value = Math.round((sample - bias) * factor);
    if (Number.isNaN(value)) return zero;
    return zero + Math.min(Math.max(value, -full), full - 1);
  };
}
