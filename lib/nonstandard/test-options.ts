import type { NativeTestAudioOptions, NativeTestVideoOptions } from '../internal/native-types.js';
import { alternatives } from '../webidl/describe.js';
import { dictionary, enforceRange, member, sequence, types, union } from '../webidl/index.js';
import type { Infer } from '../webidl/index.js';

interface Limits {
  readonly min: number;
  readonly max: number;
}

/** Pixels, and frames a second. */
export const videoLimits = {
  width: { min: 16, max: 4096 },
  height: { min: 16, max: 4096 },
  frameRate: { min: 1, max: 120 },
} as const;

export const audioLimits = {
  channelCount: { min: 1, max: 2 },
  volume: { min: 0, max: 1 },
  tones: { min: 1, max: 8 },
} as const;

/** Hertz. */
const lowestTone = 20;
const sampleRates = [8000, 16000, 32000, 44100, 48000];

/** The moving pattern of a test track. */
export interface TestVideoOptions extends Infer<typeof TestVideoOptions> {}
const TestVideoOptions = dictionary('TestVideoOptions', {
  /** Pixels, 16 to 4096; default 640. */
  width: member(enforceRange(types.unsignedLong), 640),
  /** Pixels, 16 to 4096; default 480. */
  height: member(enforceRange(types.unsignedLong), 480),
  /** Frames a second, 1 to 120; default 30. */
  frameRate: member(types.double, 30),
});

/** The tones of a test track. */
export interface TestAudioOptions extends Infer<typeof TestAudioOptions> {}
const TestAudioOptions = dictionary('TestAudioOptions', {
  /** Hertz, from 20 to below half the sample rate; up to 8 tones; default 440. */
  frequency: member(union([types.double, sequence(types.double)]), 440),
  /** Amplitude of the mix, 0 to 1; default 0.5. */
  volume: member(types.double, 0.5),
  /** Hertz: 8000, 16000, 32000, 44100 or 48000, the default. */
  sampleRate: member(enforceRange(types.unsignedLong), 48000),
  /** 1, the default, or 2. */
  channelCount: member(enforceRange(types.unsignedLong), 1),
});

function check(value: number, { min, max }: Limits, context: string): void {
  if (value >= min && value <= max) return;
  throw new RangeError(`${context}: ${value} is not from ${min} to ${max}`);
}

/** @throws RangeError for a value that is out of its limits */
export function videoOptions(value: unknown, context: string): NativeTestVideoOptions {
  const options = TestVideoOptions.convert(value, context);
  check(options.width, videoLimits.width, `${context}.width`);
  check(options.height, videoLimits.height, `${context}.height`);
  check(options.frameRate, videoLimits.frameRate, `${context}.frameRate`);
  return options;
}

/** @throws RangeError for a value that is out of its limits */
export function audioOptions(value: unknown, context: string): NativeTestAudioOptions {
  const options = TestAudioOptions.convert(value, context);
  const { frequency, volume, sampleRate, channelCount } = options;
  const frequencies = typeof frequency === 'number' ? [frequency] : frequency;
  if (!sampleRates.includes(sampleRate)) {
    const allowed = alternatives(sampleRates.map(String));
    throw new RangeError(`${context}.sampleRate: ${sampleRate} is not ${allowed}`);
  }
  check(frequencies.length, audioLimits.tones, `${context}.frequency: the number of tones`);
  const tone = { min: lowestTone, max: sampleRate / 2 - 1 };
  for (const each of frequencies) check(each, tone, `${context}.frequency`);
  check(volume, audioLimits.volume, `${context}.volume`);
  check(channelCount, audioLimits.channelCount, `${context}.channelCount`);
  return { frequencies, volume, sampleRate, channelCount };
}
