import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

import { at } from './paths.mjs';

const file = at('.setup/lock');
const limit = 30 * 60_000;

/** Holds the checkout for one set-up at a time while `work` runs. */
export async function withLock(work) {
  mkdirSync(at('.setup'), { recursive: true });
  const deadline = performance.now() + limit;
  for (let told = false; !take(); told = true) {
    if (!told) console.log(`set-up: waiting for the one of process ${holder()}`);
    if (performance.now() > deadline) throw new Error(`another set-up holds ${file}`);
    await delay(500);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take() {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isAlive(holder())) rmSync(file, { force: true });
    return false;
  }
}

function holder() {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

function isAlive(pid) {
  // Between its creation and its first byte the file is empty: somebody is just taking it.
  if (!pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
