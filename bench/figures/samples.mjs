/** Audio into tracks and out of sinks in one process, as the clock has it. */
import { cpuSeconds } from '../driver/process.mjs';

const sampleRate = 48_000;
/** Of 10 ms. */
const framesOfBlock = sampleRate / 100;
const marks = { '@roamhq/wrtc': 2 };

export const rows = {
  blocksPerCore: {
    title: 'blocks of 10 ms into tracks and out, per second of one core',
    unit: '1/s',
    better: 'more',
    marks,
  },
  blocksDelivered: {
    title: 'blocks that came out, of those that went in',
    unit: '%',
    better: 'more',
  },
  longBlocksPerCore: {
    title: '10 ms of audio into tracks and out, in blocks of 100 ms where the library can',
    unit: '1/s',
    better: 'more',
    marks,
  },
};

/** They have no sources of media. */
export const skips = ['node-datachannel', 'werift', 'C++', 'C++ engine'];

/** With few tracks it is the wake-up of the process each 10 ms that is measured, not the blocks. */
export const sizes = {
  quick: { tracks: 50, warmUp: 0.5, seconds: 1 },
  full: { tracks: 100, warmUp: 2, seconds: 3 },
};

/** Writes and reads blocks of so many milliseconds; counts in those of 10 ms. */
async function measureBlocks({ RTCAudioSource, RTCAudioSink }, milliseconds, options) {
  const [tracks, warmUp, seconds] = [options.tracks, options.warmUp, options.seconds].map(Number);
  const numberOfFrames = (framesOfBlock * milliseconds) / 10;
  const samples = Int16Array.from({ length: numberOfFrames }, (_, index) =>
    Math.round(16_000 * Math.sin((2 * Math.PI * 440 * index) / sampleRate)),
  );
  const block = { samples, sampleRate, bitsPerSample: 16, channelCount: 1, numberOfFrames };
  const read = milliseconds > 10 ? { blockDuration: milliseconds } : {};
  let received = 0;
  const open = () =>
    Array.from({ length: tracks }, () => {
      const source = new RTCAudioSource();
      const track = source.createTrack();
      const sink = new RTCAudioSink(track, read);
      sink.ondata = (data) => {
        received += data.samples.length / framesOfBlock;
      };
      return { source, track, sink };
    });
  const feed = (all, duration) =>
    new Promise((resolve) => {
      const start = performance.now();
      let done = 0;
      const timer = setInterval(() => {
        const elapsed = performance.now() - start;
        for (; done < Math.min(elapsed, duration) / milliseconds; done += 1) {
          for (const { source } of all) source.onData(block);
        }
        if (elapsed < duration) return;
        clearInterval(timer);
        resolve((done * all.length * milliseconds) / 10);
      }, milliseconds);
    });
  const close = (all) => {
    for (const { sink, track } of all) (sink.stop(), track.stop());
  };
  // V8 compiles what runs often. With tracks of their own: a first block that is late, while nothing
  // is compiled, would set the clock of a track for good.
  const first = open();
  await feed(first, warmUp * 1000);
  close(first);
  const all = open();
  received = 0;
  const cpuStart = cpuSeconds();
  const sent = await feed(all, seconds * 1000);
  const cpu = cpuSeconds() - cpuStart;
  close(all);
  return { perCore: received / cpu, delivered: (received / sent) * 100 };
}

export async function measure({ nonstandard, longestBlock }, options) {
  const blocks = await measureBlocks(nonstandard, 10, options);
  const long = longestBlock > 10 ? await measureBlocks(nonstandard, longestBlock, options) : blocks;
  return {
    blocksPerCore: blocks.perCore,
    blocksDelivered: blocks.delivered,
    longBlocksPerCore: long.perCore,
  };
}
