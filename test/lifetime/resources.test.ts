import test from 'ava';

import { runProgram } from '../helpers/program.js';
import { size, staysBelow } from '../helpers/size.js';

test.serial('connections that come and go leave memory and threads as they were', async (t) => {
  t.timeout(1_800_000);
  const pairs = size(100, 2000);
  const exit = await runProgram('churn', {
    // libwebrtc's timers of a closed connection keep a few KiB until they are due, the longest
    // after 60 s; only then does one pair's memory go when another's comes.
    args: [String(pairs), String(size(0, 75))],
    nodeArgs: ['--expose-gc'],
    deadline: 1_500_000,
  });
  t.is(exit.code, 0, exit.stderr);
  const result = JSON.parse(exit.stdout) as {
    samples: number[];
    threadsAtStart: number;
    threadsAtEnd: number;
  };
  const half = result.samples.slice(result.samples.length / 2);
  const perPair = (slope(half) * half.length) / (pairs / 2);
  t.log(`resident memory, second half: ${perPair.toFixed(2)} KiB per pair`);
  t.log(`threads: ${String(result.threadsAtStart)} then ${String(result.threadsAtEnd)}`);
  // A pair that leaked its ports and queues would leave hundreds of KiB; the heap itself breathes
  // by some MiB.
  t.true(staysBelow(perPair, size(40, 2)), `${perPair.toFixed(2)} KiB per pair`);
  t.is(result.threadsAtEnd, result.threadsAtStart);
});

test.serial('many connections have the threads of one', async (t) => {
  t.timeout(600_000);
  const exit = await runProgram('many', { args: [String(size(40, 200))], deadline: 500_000 });
  t.is(exit.code, 0, exit.stderr);
  const { one, all } = JSON.parse(exit.stdout) as { one: number; all: number };
  t.log(`threads: ${String(one)} then ${String(all)}`);
  t.is(all, one);
});

/** Least squares over equidistant samples, per sample. */
function slope(samples: readonly number[]): number {
  const meanX = (samples.length - 1) / 2;
  const meanY = samples.reduce((sum, y) => sum + y, 0) / samples.length;
  let above = 0;
  let below = 0;
  samples.forEach((y, x) => {
    above += (x - meanX) * (y - meanY);
    below += (x - meanX) ** 2;
  });
  return above / below;
}
