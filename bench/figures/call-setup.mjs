/** Connections with one audio and one video track each way, from nothing to connected. */
import { connectCall } from '../driver/call.mjs';
import { cpuSeconds } from '../driver/process.mjs';

export const rows = {
  callSetup: {
    title: 'connections with audio and video set up, per second of one core',
    unit: '1/s',
    better: 'more',
    marks: { '@roamhq/wrtc': 1.5 },
  },
};

/** They have no sources of media, or no encoders. */
export const skips = ['node-datachannel', 'werift', 'C++', 'C++ engine'];

export const sizes = { quick: { count: 5 }, full: { count: 20 } };

export async function measure(library, { count }) {
  (await connectCall(library)).close();
  const start = cpuSeconds();
  for (let i = 0; i < Number(count); i += 1) (await connectCall(library)).close();
  return { callSetup: (2 * Number(count)) / (cpuSeconds() - start) };
}
