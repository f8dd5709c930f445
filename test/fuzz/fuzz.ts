import test from 'ava';

import { size } from '../helpers/size.js';
import { runFuzz } from './helpers/run-fuzz.js';

/** Cases of each kind of input: 20,000 together. */
const cases = {
  negotiations: 7000,
  candidates: 4000,
  servers: 3500,
  configurations: 2500,
  arguments: 2000,
  channels: 900,
  connections: 100,
  media: 300,
};

/** Of one process: what leaks is seen elsewhere, and does not add up here. */
const perProcess = 1000;

for (const [target, count] of Object.entries(cases)) {
  test.serial(`no input of the kind ${target} does harm`, async (t) => {
    t.timeout(size(600_000, 3_600_000));
    const seed = Math.floor(Math.random() * 2 ** 31);
    t.log(`seed ${seed}`);
    const all = size(count, 10 * count);
    for (let done = 0; done < all; done += perProcess) {
      const failure = await runFuzz({
        target,
        seed: seed + done,
        cases: Math.min(perProcess, all - done),
      });
      t.is(failure, null);
    }
  });
}
