/** What connections cost that are open and do nothing. */
import { connectPair } from '../driver/connect.mjs';
import { countThreads } from '../driver/process.mjs';

const marks = { '@roamhq/wrtc': 1, 'node-datachannel': 1, werift: 1 };

export const rows = {
  memory: { title: 'resident memory per idle connection', unit: 'KiB', better: 'less', marks },
  threads: { title: 'threads of the library', unit: '', better: 'less' },
};

export const sizes = { quick: { pairs: 20 }, full: { pairs: 50 } };

/** Milliseconds for what runs after `open`. */
const settle = 500;
const pairsBefore = 5;
const atOnce = 5;

export async function measure({ RTCPeerConnection, threadsBefore }, { pairs }) {
  const open = [];
  const connect = async (count) => {
    for (let left = count; left > 0; left -= atOnce) {
      const some = Array.from({ length: Math.min(left, atOnce) }, () =>
        connectPair(RTCPeerConnection),
      );
      open.push(...(await Promise.all(some)));
    }
    await new Promise((resolve) => setTimeout(resolve, settle));
    globalThis.gc();
    return process.memoryUsage.rss();
  };
  const before = await connect(pairsBefore);
  const after = await connect(Number(pairs));
  const result = {
    memory: (after - before) / 1024 / (2 * Number(pairs)),
    threads: countThreads() - threadsBefore,
  };
  for (const pair of open) pair.close();
  return result;
}
