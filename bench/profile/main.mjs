/**
 * Where the processor's time goes, after a run of the bench built everything:
 *
 *   node bench/profile/main.mjs CONTESTANT BYTES [SECONDS]   one process sends to another
 *   node bench/profile/main.mjs CONTESTANT FIGURE [SECONDS]  create-offer, connect
 *
 * Needs perf (Debian: linux-perf) and the right to use it. Writes a flame graph
 * to build/bench/profile/ and prints shares by thread.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { at } from '../../scripts/lib/paths.mjs';
import { contestants } from '../contestants.mjs';
import { costs } from './costs.mjs';
import { profileFigure } from './figure.mjs';
import { flameGraph } from './flame-graph.mjs';
import { readStacks } from './stacks.mjs';
import { profileThroughput } from './throughput.mjs';

const [name = 'node-libwebrtc', subject = '65536', seconds = '4'] = process.argv.slice(2);
if (!contestants[name]) throw new Error(`known are ${Object.keys(contestants).join(', ')}`);
const folder = at('build/bench/profile');
const base = join(folder, `${name.replaceAll(/\W+/g, '-')}-${subject}`);
const file = `${base}.data`;
mkdirSync(folder, { recursive: true });

const profile = /^\d+$/.test(subject) ? profileThroughput : profileFigure;
const { what, cost, unit } = await profile(name, subject, { file, seconds });
const stacks = await readStacks(file);
rmSync(file);
const title = `${name}, ${what}: ${cost.toPrecision(3)} ${unit} of processor time`;
writeFileSync(`${base}.svg`, flameGraph(stacks, title));
console.log(`${title}\n`);
for (const { thread, group, share } of costs(stacks)) {
  if (share < 0.005) break;
  const percent = (share * 100).toFixed(1).padStart(5);
  const part = (share * cost).toPrecision(2).padStart(7);
  console.log(`${percent} % ${part} ${unit}  ${thread}: ${group}`);
}
console.log(`\n${base}.svg`);
