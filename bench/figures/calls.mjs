/** What connections cost that send audio and video, which nobody looks at. */
import { connectCall, observeCalls } from '../driver/call.mjs';
import { countThreads } from '../driver/process.mjs';

const marks = { '@roamhq/wrtc': 1.5 };

export const rows = {
  callsPerCore: {
    title: 'connections that send and receive, per core',
    unit: '',
    better: 'more',
    marks,
  },
  callMemory: { title: 'resident memory of one of them', unit: 'KiB', better: 'less' },
  callThreads: { title: 'threads of the library with all of them', unit: '', better: 'less' },
  callFrames: { title: 'frames that one of them sends', unit: '1/s', better: 'more' },
};

/** They have no sources of media, or no encoders. */
export const skips = ['node-datachannel', 'werift', 'C++', 'C++ engine'];

/** Of two connections each; as many as two cores bear without leaving out frames. */
export const sizes = { quick: { calls: 4, seconds: 3 }, full: { calls: 10, seconds: 8 } };

/** Milliseconds until bit rates have risen to where they stay. */
const settle = 2000;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const residentKiB = () => process.memoryUsage.rss() / 1024;

export async function measure(library, { calls, seconds }) {
  const open = [await connectCall(library)];
  await pause(settle);
  globalThis.gc();
  const before = residentKiB();
  for (let i = 0; i < Number(calls); i += 1) open.push(await connectCall(library));
  await pause(settle);
  const sides = open.flatMap((call) => call.sides);
  const { cores, frameRate } = await observeCalls(sides, Number(seconds));
  globalThis.gc();
  const result = {
    callsPerCore: sides.length / cores,
    callMemory: (residentKiB() - before) / (2 * Number(calls)),
    callThreads: countThreads() - library.threadsBefore,
    callFrames: frameRate / sides.length,
  };
  for (const call of open) call.close();
  return result;
}
