/**
 * A call with audio and video both ways: argv[2] seconds of warm-up, then argv[3] samples of memory,
 * argv[4] seconds apart. Between two samples each of the four tracks has to show frames or sound,
 * and the stats of both sides are read. Prints the samples and how many readings came as JSON.
 */
import { setTimeout as delay } from 'node:timers/promises';

import { MediaStream, nonstandard } from '../../../lib/index.js';
import type { AudioReading, RTCPeerConnection, VideoReading } from '../../../lib/index.js';
import { residentKiB } from '../../helpers/memory.js';
import { makePair, negotiate } from '../../helpers/pair.js';

const [warmUp = 0, count = 0, interval = 0] = process.argv.slice(2).map(Number);

function send(connection: RTCPeerConnection): void {
  const tracks = [
    nonstandard.createTestTrack('audio', { frequency: 1000 }),
    nonstandard.createTestTrack('video', { width: 320, height: 240, frameRate: 15 }),
  ];
  const stream = new MediaStream(tracks);
  for (const track of tracks) connection.addTrack(track, stream);
}

/** Readings of what the other side sent, by track. */
class Arrivals {
  readonly #counts: number[];

  constructor(connections: readonly RTCPeerConnection[]) {
    const tracks = connections.flatMap((each) => each.getReceivers().map(({ track }) => track));
    this.#counts = tracks.map(() => 0);
    tracks.forEach((track, index) => {
      nonstandard.readTestTrack<AudioReading | VideoReading>(track, (reading) => {
        const read = 'counter' in reading ? reading.counter : reading.frequency;
        if (read !== null) this.#counts[index]! += 1;
      });
    });
  }

  get counts(): readonly number[] {
    return [...this.#counts];
  }
}

async function main(): Promise<void> {
  const { offerer, answerer, close } = makePair();
  const sides = [offerer, answerer];
  sides.forEach(send);
  await negotiate(offerer, answerer);
  const arrivals = new Arrivals(sides);
  await delay(warmUp * 1000);
  const samples: number[] = [];
  let before = arrivals.counts;
  for (let sample = 0; sample < count; sample += 1) {
    await delay(interval * 1000);
    await Promise.all(sides.map((side) => side.getStats()));
    const now = arrivals.counts;
    if (now.length !== 4 || now.some((readings, track) => readings === before[track])) {
      throw new Error(`sample ${sample}: a track stands still: ${JSON.stringify({ before, now })}`);
    }
    before = now;
    globalThis.gc?.();
    samples.push(residentKiB());
  }
  close();
  process.stdout.write(JSON.stringify({ samples, readings: before }));
}

void main();
