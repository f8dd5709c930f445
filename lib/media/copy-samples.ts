import type { AudioSampleFormat } from '../idl/index.js';
import { bytesPerSample, converter, isPlanar, samplesOf } from './sample-formats.js';
import type { SampleArray } from './sample-formats.js';

/** Samples of all channels. */
export interface SampleSource {
  readonly bytes: Uint8Array;
  readonly format: AudioSampleFormat;
  readonly numberOfFrames: number;
  readonly numberOfChannels: number;
}

export interface SampleCopy {
  readonly format: AudioSampleFormat;
  readonly planeIndex: number;
  readonly frameOffset: number;
  readonly frameCount: number;
}

/** Every how many elements one channel has a sample, and where its first one is. */
function laidOut({ format, numberOfChannels, numberOfFrames }: SampleSource, channel: number) {
  return isPlanar(format)
    ? { step: 1, first: channel * numberOfFrames }
    : { step: numberOfChannels, first: channel };
}

function copyChannel(
  from: SampleArray,
  start: number,
  step: number,
  convert: ((sample: number) => number) | null,
  to: SampleArray,
  first: number,
  stride: number,
  count: number,
): void {
  for (let frame = 0; frame < count; frame += 1) {
    const sample = from[start + frame * step] ?? 0;
    to[first + frame * stride] = convert === null ? sample : convert(sample);
  }
}

/** Copies one plane; `target` is as large as it needs, at any address. */
export function copySamples(source: SampleSource, copy: SampleCopy, target: Uint8Array): void {
  const { format, planeIndex, frameOffset, frameCount } = copy;
  const toPlane = isPlanar(format);
  const channels = toPlane ? 1 : source.numberOfChannels;
  const size = bytesPerSample(format);
  const length = frameCount * channels * size;
  if (format === source.format) {
    const first = toPlane ? planeIndex * source.numberOfFrames : 0;
    const start = (first + frameOffset * channels) * size;
    target.set(source.bytes.subarray(start, start + length));
    return;
  }
  const made = new Uint8Array(length);
  const [from, to] = [samplesOf(source.bytes, source.format), samplesOf(made, format)];
  const convert = converter(source.format, format);
  for (let channel = 0; channel < channels; channel += 1) {
    const { step, first } = laidOut(source, toPlane ? planeIndex : channel);
    const start = first + frameOffset * step;
    copyChannel(from, start, step, convert, to, channel, channels, frameCount);
  }
  target.set(made);
}
