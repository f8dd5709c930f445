/** Drops connections without closing them: argv[2] says in which state. Ends when collected. */
import { setTimeout as delay } from 'node:timers/promises';

import { RTCPeerConnection, nonstandard } from '../../../lib/index.js';
import { connectPair } from '../../helpers/pair.js';

const state = process.argv[2] ?? 'new';
let collected = 0;
const registry = new FinalizationRegistry(() => {
  collected += 1;
});

async function drop(): Promise<void> {
  if (state === 'new') {
    for (let i = 0; i < 10; i += 1) {
      const connection = new RTCPeerConnection();
      connection.createDataChannel('dropped');
      registry.register(connection, i);
    }
  } else if (state === 'offered') {
    for (let i = 0; i < 10; i += 1) {
      const connection = new RTCPeerConnection();
      connection.createDataChannel('dropped');
      await connection.createOffer();
      registry.register(connection, i);
    }
  } else {
    for (let i = 0; i < 5; i += 1) {
      const { offerer, answerer, close } = await connectPair();
      nonstandard.unref(offerer);
      registry.register(offerer, i);
      registry.register(answerer, i);
      close();
    }
  }
}

async function main(): Promise<void> {
  await drop();
  const deadline = Date.now() + 30_000;
  while (collected < 10 && Date.now() < deadline) {
    globalThis.gc?.();
    await delay(20);
  }
  process.stdout.write(String(collected));
}

void main();
