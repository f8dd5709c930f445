/** One process sends as fast as the other takes, by the size of the messages. */
import { openPair } from '../lib/pair.mjs';

const bytes = {
  '64 B': 64,
  '1 KiB': 1 << 10,
  '16 KiB': 16 << 10,
  '64 KiB': 64 << 10,
  '256 KiB': 256 << 10,
};
const marks = { '@roamhq/wrtc': 1, 'node-datachannel': 1, 'C++': 0.8 };

export const rows = Object.fromEntries(
  Object.keys(bytes).flatMap((size) => [
    [`rate ${size}`, { title: `throughput, ${size}`, unit: 'MB/s', better: 'more', marks }],
    [`messages ${size}`, { title: `messages, ${size}`, unit: '1/s', better: 'more' }],
    [`cpu ${size}`, { title: `processor time, ${size}`, unit: 's/GB', better: 'less' }],
  ]),
);

export const sizes = {
  quick: { ms: 300, warmUp: 150, only: ['64 B', '16 KiB', '256 KiB'] },
  full: { ms: 1000, warmUp: 300, only: Object.keys(bytes) },
};

/** Milliseconds until the first messages must have come, and until the last. */
const patience = 2000;
const drain = 500;

/** Two processes, and this one commands. A size that fails is told of and leaves the others. */
export async function measureContestant(contestant, { ms, warmUp, only }) {
  const values = {};
  const failures = [];
  let pair;
  for (const size of only) {
    const length = bytes[size];
    if (length > (contestant.largest ?? Infinity)) continue;
    try {
      pair ??= await openPair(contestant);
      const { before, after } = await measureSize(pair, length, ms, warmUp);
      Object.assign(values, valuesOf(size, before, after));
      if (await isDrained(pair)) continue;
    } catch (error) {
      failures.push(`${size}: ${error.message}`);
    }
    await pair?.close();
    pair = undefined;
  }
  await pair?.close();
  return { values, failures };
}

function valuesOf(size, before, after) {
  const received = after.receiver.bytes - before.receiver.bytes;
  const seconds = after.receiver.seconds - before.receiver.seconds;
  const cpu = (side) => after[side].cpu - before[side].cpu;
  return {
    [`rate ${size}`]: received / seconds / 1e6,
    [`messages ${size}`]: (after.receiver.messages - before.receiver.messages) / seconds,
    ...(received > 0 && {
      [`cpu ${size}`]: ((cpu('sender') + cpu('receiver')) / received) * 1e9,
    }),
  };
}

/** What is still on its way must not count for the next size. */
async function isDrained(pair) {
  const ended = pair.receiver.hear('end').then(() => true);
  pair.sender.say('stop');
  return Promise.race([ended, pair.pause(drain)]);
}

async function measureSize(pair, length, ms, warmUp) {
  const start = await pair.mark();
  pair.sender.say('send', length);
  const deadline = performance.now() + patience;
  let before;
  do {
    await pair.pause(warmUp);
    before = await pair.mark();
  } while (before.receiver.bytes === start.receiver.bytes && performance.now() < deadline);
  await pair.pause(ms);
  return { before, after: await pair.mark() };
}
