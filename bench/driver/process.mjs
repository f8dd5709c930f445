import { readFileSync } from 'node:fs';

/** Threads of this process. */
export function countThreads() {
  return Number(/^Threads:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
}

/** Seconds of processor time of all threads so far. */
export function cpuSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
