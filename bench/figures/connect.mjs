/** From the first call to an open channel, both connections in one process. */
import { connectPair } from '../driver/connect.mjs';

const marks = { '@roamhq/wrtc': 1, 'node-datachannel': 1, werift: 1 };

export const rows = {
  connect: { title: 'first call to open', unit: 'ms', better: 'less', marks },
};

export const sizes = { quick: { count: 6 }, full: { count: 20 } };

export async function measure({ RTCPeerConnection }, { count }) {
  const times = [];
  // The first one starts the library.
  for (let i = 0; i <= Number(count); i += 1) {
    const start = performance.now();
    const pair = await connectPair(RTCPeerConnection);
    times.push(performance.now() - start);
    pair.close();
  }
  times.shift();
  return { connect: times.sort((a, b) => a - b)[times.length >> 1] };
}
