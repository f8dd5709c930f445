import { readFileSync } from 'node:fs';

/** What this process has in memory. */
export function residentKiB(): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}

/** What equidistant samples grew by in their second half: that of the line that fits them best. */
export function growth(samples: readonly number[]): number {
  const half = samples.slice(samples.length / 2);
  return slope(half) * half.length;
}

function slope(samples: readonly number[]): number {
  const meanX = (samples.length - 1) / 2;
  const meanY = samples.reduce((sum, y) => sum + y, 0) / samples.length;
  let above = 0;
  let below = 0;
  samples.forEach((y, x) => {
    above += (x - meanX) * (y - meanY);
    below += (x - meanX) ** 2;
  });
  return above / below;
}
