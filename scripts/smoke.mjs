/**
 * Runs the packed package on other runtimes: load, offer, data channel,
 * Worker, exit. Needs prebuilds/; the runtimes come from npm.
 *
 *   node scripts/smoke.mjs [NAME...]    node-20 node-22 node-24 debian-11 arm64 bun deno; all
 *   node scripts/smoke.mjs --promised   those that the package promises
 */
import { existsSync } from 'node:fs';

import { at } from './lib/paths.mjs';
import { fetchRuntime, makeAppFolder } from './lib/smoke-folder.mjs';
import { makePlace } from './lib/smoke-places.mjs';
import { runPrograms } from './lib/smoke-run.mjs';
import { promised, runtimes } from './lib/smoke-runtimes.mjs';

const args = process.argv.slice(2);
const named = args.includes('--promised') ? promised : args;
const names = named.length ? named : Object.keys(runtimes);

try {
  for (const name of names) checkReady(name);
  const app = await makeAppFolder();
  let failures = 0;
  for (const name of names) {
    const runtime = runtimes[name];
    const place = await makePlace(runtime, await fetchRuntime(runtime), app);
    failures += runPrograms(name, runtime, place);
  }
  console.log(failures ? `smoke: ${failures} failed` : 'smoke: all passed');
  if (failures) process.exitCode = 1;
} catch (error) {
  console.error(`smoke: ${error.message}`);
  process.exitCode = 1;
}

function checkReady(name) {
  const runtime = runtimes[name];
  if (!runtime) throw new Error(`${name}: not one of ${Object.keys(runtimes).join(', ')}`);
  const { arch = process.arch } = runtime;
  const file = at(`prebuilds/linux-${arch}/node-libwebrtc.glibc.node`);
  const how = arch === process.arch ? 'npm run prebuild' : `npm run prebuild -- --arch ${arch}`;
  if (!existsSync(file)) throw new Error(`no binary for ${name}: run ${how} first`);
}
