/**
 * Where the processor's time goes while one process sends to another:
 * `node bench/profile/main.mjs CONTESTANT BYTES [SECONDS]`, after a run of the
 * bench built everything. Needs perf (Debian: linux-perf) and the right to use
 * it. Writes a flame graph to build/bench/profile/ and prints shares by thread.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { at } from '../../scripts/lib/paths.mjs';
import { run } from '../../scripts/lib/run.mjs';
import { contestants } from '../contestants.mjs';
import { openPair } from '../lib/pair.mjs';
import { costs } from './costs.mjs';
import { flameGraph } from './flame-graph.mjs';
import { readStacks } from './stacks.mjs';

const [name = 'node-libwebrtc', size = '65536', seconds = '4'] = process.argv.slice(2);
const contestant = contestants[name];
if (!contestant) throw new Error(`known are ${Object.keys(contestants).join(', ')}`);
const folder = at('build/bench/profile');
const file = join(folder, `${name.replaceAll(/\W+/g, '-')}-${size}`);
mkdirSync(folder, { recursive: true });

const pair = await openPair(contestant);
pair.sender.say('send', size);
await pair.pause(1000);
const before = await pair.mark();
const processes = `${pair.sender.pid},${pair.receiver.pid}`;
const record = ['record', '-q', '-F', '199', '--call-graph', 'dwarf,16384', '-o', `${file}.data`];
await run('perf', [...record, '-p', processes, '--', 'sleep', seconds]);
const after = await pair.mark();
await pair.close();

const stacks = await readStacks(`${file}.data`);
rmSync(`${file}.data`);
const gigabytes = (after.receiver.bytes - before.receiver.bytes) / 1e9;
const cpu = (side) => after[side].cpu - before[side].cpu;
const perGigabyte = (cpu('sender') + cpu('receiver')) / gigabytes;
const title = `${name}, messages of ${size} bytes: ${perGigabyte.toFixed(1)} s of processor time per GB`;
writeFileSync(`${file}.svg`, flameGraph(stacks, title));
console.log(`${title}\n`);
for (const { thread, group, share } of costs(stacks)) {
  if (share < 0.005) break;
  const percent = (share * 100).toFixed(1).padStart(5);
  console.log(
    `${percent} % ${(share * perGigabyte).toFixed(2).padStart(6)} s/GB  ${thread}: ${group}`,
  );
}
console.log(`\n${file}.svg`);
