import test from 'ava';

import { growth } from '../helpers/memory.js';
import { runProgram } from '../helpers/program.js';
import { size, staysBelow } from '../helpers/size.js';

/** Seconds: half a minute or an hour. Encoders and estimates of bandwidth settle in the warm-up. */
const [warmUp, count, interval] = [size(10, 300), size(20, 55), size(1, 60)];

interface Called {
  readonly samples: readonly number[];
  /** Of the four tracks that arrived. */
  readonly readings: readonly number[];
}

test.serial('a call with audio and video both ways keeps its memory', async (t) => {
  const deadline = (warmUp + count * interval) * 1000 + 60_000;
  t.timeout(deadline + 60_000);
  const exit = await runProgram('long-call', {
    args: [String(warmUp), String(count), String(interval)],
    nodeArgs: ['--expose-gc'],
    deadline,
  });
  t.is(exit.code, 0, exit.stderr);
  const { samples, readings } = JSON.parse(exit.stdout) as Called;
  const grown = growth(samples);
  t.log(`resident memory, KiB: ${samples.join(' ')}`);
  t.log(`second half: ${grown.toFixed(0)} KiB; readings: ${readings.join(' ')}`);
  // Were one frame of a thousand kept, half an hour would add 6 MiB; one packet of a hundred, 4 MiB.
  t.true(staysBelow(grown, 4096), `${grown.toFixed(0)} KiB`);
});
