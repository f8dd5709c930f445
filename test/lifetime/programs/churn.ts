/**
 * Connects and closes pairs one after another: for argv[3] seconds as a warm-up, then argv[2] that
 * are measured; argv[4] `media`: with audio and video, argv[5] at once. Prints memory and threads
 * as JSON.
 */
import { readdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

import { connectCall } from '../../helpers/call.js';
import { residentKiB } from '../../helpers/memory.js';
import { connectPair } from '../../helpers/pair.js';

const pairs = Number(process.argv[2] ?? '100');
const warmUp = Number(process.argv[3] ?? '0') * 1000;
const connect = process.argv[4] === 'media' ? connectCall : connectPair;
const atOnce = Number(process.argv[5] ?? '1');

function threads(): number {
  return readdirSync('/proc/self/task').length;
}

async function connectAndClose(): Promise<void> {
  const { local, remote, close } = await connect();
  const received = new Promise((resolve) => {
    remote.addEventListener('message', resolve, { once: true });
  });
  local.send('x');
  await received;
  close();
}

/** One after another, or so many at once. */
async function batch(): Promise<void> {
  await Promise.all(Array.from({ length: atOnce }, connectAndClose));
}

async function main(): Promise<void> {
  await batch();
  const threadsAtStart = threads();
  const warm = Date.now() + warmUp;
  while (Date.now() < warm) await batch();
  const samples: number[] = [];
  const batches = pairs / atOnce;
  for (let i = 0; i < batches; i += 1) {
    await batch();
    if (i % Math.max(1, Math.floor(batches / 50)) === 0) {
      globalThis.gc?.();
      samples.push(residentKiB());
    }
  }
  // close() returns before libwebrtc's threads have let go.
  for (let i = 0; i < 100 && threads() > threadsAtStart; i += 1) await delay(50);
  process.stdout.write(JSON.stringify({ samples, threadsAtStart, threadsAtEnd: threads() }));
}

void main();
