/** Blocks of 10 ms into tracks and out of sinks in one process, as the clock has it. */
import { cpuSeconds } from '../driver/process.mjs';

const sampleRate = 48_000;
const numberOfFrames = sampleRate / 100;

export const rows = {
  blocksPerCore: {
    title: 'blocks of 10 ms into tracks and out, per second of one core',
    unit: '1/s',
    better: 'more',
    marks: { '@roamhq/wrtc': 2 },
  },
  blocksDelivered: {
    title: 'blocks that came out, of those that went in',
    unit: '%',
    better: 'more',
  },
};

/** They have no sources of media. */
export const skips = ['node-datachannel', 'werift', 'C++', 'C++ engine'];

export const sizes = {
  quick: { tracks: 20, warmUp: 0.5, seconds: 1 },
  full: { tracks: 40, warmUp: 2, seconds: 3 },
};

export async function measure({ nonstandard }, { tracks, warmUp, seconds }) {
  const { RTCAudioSource, RTCAudioSink } = nonstandard;
  const samples = Int16Array.from({ length: numberOfFrames }, (_, index) =>
    Math.round(16_000 * Math.sin((2 * Math.PI * 440 * index) / sampleRate)),
  );
  const block = { samples, sampleRate, bitsPerSample: 16, channelCount: 1, numberOfFrames };
  let received = 0;
  const all = Array.from({ length: Number(tracks) }, () => {
    const source = new RTCAudioSource();
    const track = source.createTrack();
    const sink = new RTCAudioSink(track);
    sink.ondata = (data) => {
      if (data.samples.length === numberOfFrames) received += 1;
    };
    return { source, track, sink };
  });
  const feed = (duration) =>
    new Promise((resolve) => {
      const start = performance.now();
      let done = 0;
      const timer = setInterval(() => {
        const elapsed = performance.now() - start;
        for (; done < Math.min(elapsed, duration) / 10; done += 1) {
          for (const { source } of all) source.onData(block);
        }
        if (elapsed < duration) return;
        clearInterval(timer);
        resolve(done * all.length);
      }, 10);
    });
  // V8 compiles what runs often.
  await feed(Number(warmUp) * 1000);
  received = 0;
  const cpuStart = cpuSeconds();
  const sent = await feed(Number(seconds) * 1000);
  const cpu = cpuSeconds() - cpuStart;
  const blocksDelivered = (received / sent) * 100;
  for (const { sink, track } of all) (sink.stop(), track.stop());
  return { blocksPerCore: received / cpu, blocksDelivered };
}
