import test from 'ava';
import type { ExecutionContext } from 'ava';

import { growth } from '../helpers/memory.js';
import { runProgram } from '../helpers/program.js';
import { size, staysBelow } from '../helpers/size.js';

interface Churned {
  readonly samples: number[];
  readonly threadsAtStart: number;
  readonly threadsAtEnd: number;
}

/** @returns what the resident memory grew by, KiB per pair, in the second half */
async function churn(t: ExecutionContext, pairs: number, args: string[]): Promise<number> {
  const exit = await runProgram('churn', {
    // libwebrtc's timers of a closed connection keep a few KiB until they are due, the longest
    // after 60 s; only then does one pair's memory go when another's comes.
    args: [String(pairs), String(size(0, 75)), ...args],
    nodeArgs: ['--expose-gc'],
    deadline: 1_500_000,
  });
  t.is(exit.code, 0, exit.stderr);
  const result = JSON.parse(exit.stdout) as Churned;
  const perPair = growth(result.samples) / (pairs / 2);
  t.log(`resident memory, second half: ${perPair.toFixed(2)} KiB per pair`);
  t.log(`threads: ${String(result.threadsAtStart)} then ${String(result.threadsAtEnd)}`);
  t.is(result.threadsAtEnd, result.threadsAtStart);
  return perPair;
}

test.serial('connections that come and go leave memory and threads as they were', async (t) => {
  t.timeout(1_800_000);
  const perPair = await churn(t, size(100, 2000), []);
  // A pair that leaked its ports and queues would leave hundreds of KiB; the heap itself breathes
  // by some MiB.
  t.true(staysBelow(perPair, size(40, 2)), `${perPair.toFixed(2)} KiB per pair`);
});

test.serial('calls that come and go leave memory and threads as they were', async (t) => {
  t.timeout(1_800_000);
  const perPair = await churn(t, size(150, 250), ['media', '5']);
  // A pair that leaked an encoder or a decoder would leave a MiB; the heap breathes by 6 MiB.
  t.true(staysBelow(perPair, size(200, 20)), `${perPair.toFixed(2)} KiB per pair`);
});

for (const { what, connections } of [
  { what: 'data', connections: size(40, 200) },
  { what: 'media', connections: size(10, 50) },
]) {
  test.serial(`many connections have the threads of one: ${what}`, async (t) => {
    t.timeout(600_000);
    const exit = await runProgram('many', { args: [String(connections), what], deadline: 500_000 });
    t.is(exit.code, 0, exit.stderr);
    const { one, all } = JSON.parse(exit.stdout) as { one: number; all: number };
    t.log(`threads: ${String(one)} then ${String(all)}`);
    t.is(all, one);
  });
}
