/**
 * Measures node-libwebrtc beside its peers: `npm run bench -- [options]`.
 *
 *   --quick           three short rounds, two minutes in all
 *   --rounds N        rounds instead of the usual number
 *   --only A,B        these figures of bench/figures
 *   --peers A,B       these contestants of bench/contestants.mjs
 *   --json            JSON on stdout, the table on stderr
 *   --no-build        measure what was built before
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';

import { at } from '../scripts/lib/paths.mjs';
import { contestants } from './contestants.mjs';
import { prepare } from './lib/prepare.mjs';
import { formatTable, summarize } from './lib/report.mjs';
import { measureRounds } from './lib/rounds.mjs';

const figureNames = [
  'create-offer',
  'first-offer',
  'connect',
  'idle',
  'call-setup',
  'calls',
  'many-calls',
  'frames',
  'samples',
  'event-loop',
  'throughput',
  'round-trip',
];
const [ours] = Object.keys(contestants);
const resultFile = at('build/bench/result.json');

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    only: { type: 'string' },
    peers: { type: 'string' },
    json: { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
  },
});
const usual = Object.keys(contestants).filter((name) => !contestants[name].onRequest);
const chosen = {
  names: choose(options.peers, Object.keys(contestants), usual),
  figures: choose(options.only, figureNames, figureNames),
};
const rounds = Number(options.rounds ?? (options.quick ? 3 : 5));

if (!options['no-build']) await prepare();
const figures = Object.fromEntries(
  await Promise.all(
    chosen.figures.map(async (name) => [name, await import(`./figures/${name}.mjs`)]),
  ),
);
const loadBefore = loadavg();
const started = performance.now();
const { values, failures } = await measureRounds({
  figures,
  contestants: Object.fromEntries(chosen.names.map((name) => [name, contestants[name]])),
  rounds,
  size: options.quick ? 'quick' : 'full',
  log: progress,
});
progress('');

const rows = Object.assign({}, ...Object.values(figures).map((figure) => figure.rows));
const summary = summarize(rows, values, ours);
const result = {
  date: new Date().toISOString(),
  machine: {
    cpu: cpus()[0].model,
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    loadBefore,
  },
  versions: { [ours]: version('package.json'), ...peerVersions() },
  rounds,
  size: options.quick ? 'quick' : 'full',
  seconds: (performance.now() - started) / 1000,
  figures: summary,
  failures,
};
mkdirSync(dirname(resultFile), { recursive: true });
writeFileSync(resultFile, `${JSON.stringify(result, null, 2)}\n`);
const text = [
  formatTable(summary, chosen.names),
  '',
  `Medians of ${rounds} runs; in brackets how many times better ${ours} is (median of the rounds), ! below the mark to reach.`,
  ...failures.map(
    ({ round, figure, name, reason }) => `failed: ${name}, ${figure}, round ${round}: ${reason}`,
  ),
  `JSON: ${resultFile}`,
].join('\n');
// A peer's failure is a finding, ours is a failure of the bench.
if (failures.some(({ name }) => name === ours)) process.exitCode = 1;
if (options.json) {
  console.error(text);
  console.log(JSON.stringify(result));
} else {
  console.log(text);
}

/** @param {string | undefined} list @param {string[]} known @param {string[]} standard */
function choose(list, known, standard) {
  if (list === undefined) return standard;
  const names = list.split(',');
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length) throw new Error(`${unknown.join(', ')}: known are ${known.join(', ')}`);
  return names;
}

function progress(line) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`);
}

function version(file) {
  return JSON.parse(readFileSync(at(file), 'utf8')).version;
}

function peerVersions() {
  const { dependencies } = JSON.parse(readFileSync(at('bench/package.json'), 'utf8'));
  return dependencies;
}
