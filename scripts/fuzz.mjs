/**
 * Gives the library random bad input, in processes of their own, until
 * something goes wrong or so many cases are done. Options: `--cases N` (all
 * targets together; 2,000,000), `--target NAME`, `--seed N`, `--jobs N`. A
 * case that failed again: `--target NAME --seed N --path CASE [--show]`.
 */
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';

import { at } from './lib/paths.mjs';
import { setUp } from './lib/setup.mjs';

/** Parts of a hundred of all cases. */
const shares = {
  negotiations: 34,
  media: 6,
  candidates: 15,
  servers: 15,
  configurations: 10,
  arguments: 14,
  channels: 5,
  connections: 1,
};
const perProcess = 4000;

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '2000000' },
    target: { type: 'string' },
    seed: { type: 'string' },
    path: { type: 'string' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    show: { type: 'boolean', default: false },
  },
});

/** @returns {{target: string, seed: number, cases: number}[]} the processes to run, mixed */
function plan() {
  const first = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
  const cases = Number(values.cases);
  const targets = values.target ? { [values.target]: 100 } : shares;
  return Object.entries(targets)
    .flatMap(([target, share]) => {
      const own = Math.ceil((cases * share) / 100);
      return Array.from({ length: Math.ceil(own / perProcess) }, (_, index) => ({
        target,
        seed: first + index,
        cases: Math.min(perProcess, own - index * perProcess),
        order: index / Math.ceil(own / perProcess),
      }));
    })
    .sort((a, b) => a.order - b.order);
}

await setUp({ tests: true });
const { runFuzz } = createRequire(import.meta.url)(at('build/test/fuzz/helpers/run-fuzz.js'));

async function runOne() {
  const { target, seed, path, show } = values;
  const failure = await runFuzz({ target, seed: Number(seed), cases: 1, path, show });
  console.log(failure ?? 'fuzz: passed');
  process.exitCode = failure ? 1 : 0;
}

async function runAll() {
  const waiting = plan();
  const all = waiting.length;
  const done = {};
  let failures = 0;
  const work = async () => {
    for (let next = waiting.shift(); next && failures < 10; next = waiting.shift()) {
      const failure = await runFuzz(next);
      done[next.target] = (done[next.target] ?? 0) + next.cases;
      if (failure) {
        failures += 1;
        console.log(failure);
      }
      if ((all - waiting.length) % 20 === 0) console.log('fuzz:', JSON.stringify(done));
    }
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, work));
  const total = Object.values(done).reduce((sum, count) => sum + count, 0);
  console.log(`fuzz: ${total} cases, ${failures} failures ${JSON.stringify(done)}`);
  process.exitCode = failures ? 1 : 0;
}

await (values.path ? runOne() : runAll());
