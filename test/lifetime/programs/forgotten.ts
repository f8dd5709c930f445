/**
 * Makes argv[2] test tracks, has each read or sent until media came, and forgets them in the way of
 * argv[3]. Prints how many were collected, and the threads of one track and at the end.
 */
import { readdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

import { RTCPeerConnection, nonstandard } from '../../../lib/index.js';
import type { MediaStreamTrack } from '../../../lib/index.js';
import { firstReading, makeTracks } from '../../helpers/call.js';

const count = Number(process.argv[2] ?? '20');
const way = process.argv[3] ?? 'stopped reading';

let collected = 0;
const registry = new FinalizationRegistry(() => {
  collected += 1;
});
const threads = () => readdirSync('/proc/self/task').length;

async function forget(track: MediaStreamTrack): Promise<void> {
  registry.register(track, undefined);
  switch (way) {
    case 'never taken':
      break;
    case 'stopped reading':
      await firstReading(track);
      break;
    case 'stopped track':
      nonstandard.readTestTrack(track, () => undefined);
      await firstReading(track);
      track.stop();
      break;
    case 'clone':
      await firstReading(track.clone());
      break;
    case 'sender that was never negotiated':
      new RTCPeerConnection().addTrack(track);
      break;
    case 'sender of a closed connection': {
      const connection = new RTCPeerConnection();
      connection.addTrack(track);
      await connection.setLocalDescription();
      connection.close();
      break;
    }
    default:
      throw new Error(`Unknown way: ${way}`);
  }
}

async function main(): Promise<void> {
  const [first] = makeTracks();
  await firstReading(first!);
  first!.stop();
  const one = threads();
  for (let index = 0; index < count; index += 2) await Promise.all(makeTracks().map(forget));
  const deadline = Date.now() + 60_000;
  while (collected < count && Date.now() < deadline) {
    globalThis.gc?.();
    await delay(20);
  }
  process.stdout.write(JSON.stringify({ collected, one, all: threads() }));
}

void main();
