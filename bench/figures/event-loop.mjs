/** How late timers come while many connections negotiate at once. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

import { connectPair } from '../driver/connect.mjs';

const row = (what) => ({
  title: `event-loop delay while negotiating, ${what}`,
  unit: 'ms',
  better: 'less',
});

export const rows = { delayP99: row('p99'), delayMax: row('max') };

/** They have no event loop. */
export const skips = ['C++', 'C++ engine'];

export const sizes = { quick: { pairs: 10 }, full: { pairs: 25 } };

/** Milliseconds between two samples: what the monitor measures without any delay. */
const resolution = 1;

export async function measure({ RTCPeerConnection }, { pairs }) {
  (await connectPair(RTCPeerConnection)).close();
  const monitor = monitorEventLoopDelay({ resolution });
  monitor.enable();
  const open = await Promise.all(
    Array.from({ length: Number(pairs) }, () => connectPair(RTCPeerConnection)),
  );
  monitor.disable();
  for (const pair of open) pair.close();
  const delay = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - resolution);
  return { delayP99: delay(monitor.percentile(99)), delayMax: delay(monitor.max) };
}
