/** From the first call to an open channel, both connections in one process. */
import { connectPair } from '../driver/connect.mjs';
import { cpuSeconds, medianTime } from '../driver/process.mjs';
import { median } from '../lib/statistics.mjs';

const marks = { '@roamhq/wrtc': 1, 'node-datachannel': 1, werift: 1 };

export const rows = {
  connect: { title: 'first call to open', unit: 'ms', better: 'less', marks },
  connectCpu: { title: 'processor time of two connections', unit: 'ms', better: 'less' },
};

export const sizes = { quick: { count: 5 }, full: { count: 15 } };

export async function measure({ RTCPeerConnection }, { count }) {
  const cpu = [];
  const connect = async () => {
    const start = cpuSeconds();
    const { close } = await connectPair(RTCPeerConnection);
    cpu.push((cpuSeconds() - start) * 1000);
    return close;
  };
  const time = await medianTime(Number(count), connect);
  return { connect: time, connectCpu: median(cpu.slice(1)) };
}
