/**
 * Runs the cases of one target and seed. Arguments: target, seed, number of
 * cases, journal (a file that always holds the number of the present case),
 * path (one case alone), `show`.
 */
import { openSync, writeSync } from 'node:fs';
import { inspect } from 'node:util';

import { targets } from './targets.js';

const [name = '', seed, cases, journal = '', path = '', show] = process.argv.slice(2);
const target = targets[name];
if (!target) throw new Error(`no target ${name}: ${Object.keys(targets).join(', ')}`);

const file = openSync(journal, 'w');
let started = path === '' ? 0 : Number.parseInt(path, 10);

function before(input: unknown): void {
  writeSync(file, String(started).padStart(12), 0);
  started += 1;
  if (show !== 'show') return;
  process.stdout.write(`${inspect(input, { depth: null, maxStringLength: null })}\n`);
}

target({ seed: Number(seed), cases: Number(cases), path, before }).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
