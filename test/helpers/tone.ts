import type { SoundReading } from './watch.js';

/** Hertz between the tones that are looked for. */
const step = 5;
const lowest = 100;
const highest = 2000;

/** The strongest of the tones of 100 to 2000 Hz, by Goertzel's algorithm; -1 to 1, one channel. */
export function loudestTone(samples: readonly number[], sampleRate: number): SoundReading {
  const level = Math.sqrt(samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length);
  if (level < 0.001) return { level, frequency: null };
  let best = { frequency: 0, power: 0 };
  for (let frequency = lowest; frequency <= highest; frequency += step) {
    const power = powerAt(frequency, samples, sampleRate);
    if (power > best.power) best = { frequency, power };
  }
  return { level, frequency: best.frequency };
}

function powerAt(frequency: number, samples: readonly number[], sampleRate: number): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * frequency) / sampleRate);
  let [last, beforeLast] = [0, 0];
  for (const sample of samples) {
    [beforeLast, last] = [last, sample + coefficient * last - beforeLast];
  }
  return last ** 2 + beforeLast ** 2 - coefficient * last * beforeLast;
}
