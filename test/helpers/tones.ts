/** Sound that is made and found again without anything of the package. */
import type { SoundReading } from './watch.js';

/** Samples of a sine, from a sample on; interleaved, the same in all channels. */
export function sine(
  frequency: number,
  sampleRate: number,
  count: number,
  { first = 0, amplitude = 10_000, channels = 1 } = {},
): Int16Array {
  const samples = new Int16Array(count * channels);
  for (let index = 0; index < samples.length; index += 1) {
    const time = (first + Math.floor(index / channels)) / sampleRate;
    samples[index] = Math.round(amplitude * Math.sin(2 * Math.PI * frequency * time));
  }
  return samples;
}

/** The amplitude of one frequency in mono samples. */
export function goertzel(samples: ArrayLike<number>, frequency: number, rate: number): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * frequency) / rate);
  let [before, last] = [0, 0];
  for (const sample of Array.from(samples)) {
    [before, last] = [last, sample + coefficient * last - before];
  }
  const power = last * last + before * before - coefficient * last * before;
  return (2 * Math.sqrt(Math.max(power, 0))) / samples.length;
}

export function loudness(samples: ArrayLike<number>): number {
  const power = Array.from(samples, (sample) => sample ** 2).reduce((sum, one) => sum + one, 0);
  return Math.sqrt(power / samples.length);
}

/** The strongest of the tones of 100 to 2000 Hz, each 5 Hz; mono samples of -1 to 1. */
export function loudestTone(samples: readonly number[], sampleRate: number): SoundReading {
  const level = loudness(samples);
  if (level < 0.001) return { level, frequency: null };
  let best = { frequency: 0, amplitude: 0 };
  for (let frequency = 100; frequency <= 2000; frequency += 5) {
    const amplitude = goertzel(samples, frequency, sampleRate);
    if (amplitude > best.amplitude) best = { frequency, amplitude };
  }
  return { level, frequency: best.frequency };
}
