import { readFileSync } from 'node:fs';

import { median } from '../lib/statistics.mjs';

/** Milliseconds; as long as kPause of bench/native. */
const pause = 20;

/** Threads of this process. */
export function countThreads() {
  return Number(/^Threads:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
}

/** Seconds of processor time of all threads so far. */
export function cpuSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/**
 * Median of `count` runs in milliseconds. The first run starts the library and
 * does not count; between two, what the last one closed comes to its end.
 *
 * @param {number} count
 * @param {() => Promise<() => void>} run returns what closes what it opened
 */
export async function medianTime(count, run) {
  const times = [];
  for (let i = 0; i <= count; i += 1) {
    const start = performance.now();
    const close = await run();
    times.push(performance.now() - start);
    close();
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return median(times.slice(1));
}
