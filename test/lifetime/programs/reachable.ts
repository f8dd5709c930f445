/**
 * Negotiates argv[3] times and collects garbage in between, at moments chosen by the seed argv[2].
 * What the program can reach has to be what it was: each object carries a mark from the first time
 * that it was seen. Prints how many objects were seen, and how many of what was dropped was
 * collected.
 */
import { setImmediate as task, setTimeout as delay } from 'node:timers/promises';

import { MediaStream } from '../../../lib/index.js';
import type { RTCPeerConnection } from '../../../lib/index.js';
import { makeTracks } from '../../helpers/call.js';
import { makePair, negotiate } from '../../helpers/pair.js';

let state = Number(process.argv[2] ?? '1');
const rounds = Number(process.argv[3] ?? '5');
const gc = globalThis.gc ?? (() => undefined);

/** xorshift32 */
function random(below: number): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % below;
}

const chance = (of: number) => random(of) === 0;

const mark = Symbol('mark');
interface Marked {
  [mark]?: string;
}
let marks = 0;
let dropped = 0;
let collected = 0;
const registry = new FinalizationRegistry(() => {
  collected += 1;
});

/** A place in the object graph, and what was found there. */
type Place = readonly [name: string, object: object | null];

function placesOf(name: string, connection: RTCPeerConnection): Place[] {
  return connection.getTransceivers().flatMap((transceiver): Place[] => {
    const { sender, receiver, mid } = transceiver;
    // Places in the list change when one is stopped.
    if (mid === null) return [];
    const at = `${name} ${mid}`;
    return [
      [at, transceiver],
      [`${at}.sender`, sender],
      [`${at}.sender.dtmf`, sender.dtmf],
      [`${at}.sender.transport`, sender.transport],
      [`${at}.sender.transport.iceTransport`, sender.transport?.iceTransport ?? null],
      [`${at}.receiver`, receiver],
      [`${at}.receiver.track`, receiver.track],
    ];
  });
}

/** Every object that can be reached says again what it said before. */
function check(seen: Set<string>, places: readonly Place[]): void {
  for (const [name, object] of places) {
    if (object === null) continue;
    const marked = object as Marked;
    if (marked[mark] === undefined) {
      if (seen.has(name)) throw new Error(`${name} is another object now`);
      marked[mark] = `${name} ${++marks}`;
    }
    seen.add(name);
  }
}

function drop(object: object): void {
  dropped += 1;
  registry.register(object, undefined);
}

/** What it holds is dropped when it returns. */
async function round(): Promise<void> {
  const pair = makePair();
  const seen = new Set<string>();
  const look = () => {
    const { offerer, answerer } = pair;
    check(seen, [...placesOf('offerer', offerer), ...placesOf('answerer', answerer)]);
  };
  let collecting = true;
  const collector = (async () => {
    while (collecting) {
      if (chance(3)) gc();
      await (chance(2) ? task() : Promise.resolve());
    }
  })();
  for (let step = 0; step < 4; step += 1) {
    const tracks = makeTracks();
    const stream = new MediaStream(tracks);
    for (const track of tracks) pair.offerer.addTrack(track, stream);
    const [replaced] = pair.offerer.getSenders();
    const setting = chance(2) ? replaced?.replaceTrack(null) : undefined;
    if (chance(2)) pair.answerer.addTransceiver('audio');
    const negotiating = negotiate(pair.offerer, pair.answerer);
    if (chance(2)) gc();
    await Promise.all([negotiating, setting]);
    look();
    // Never the first: its section names the transport that all share.
    if (chance(2)) pair.offerer.getTransceivers()[1 + random(2)]?.stop();
    for (const track of tracks) drop(track);
    drop(stream);
    await task();
  }
  collecting = false;
  await collector;
  for (const { connection, name } of [
    { connection: pair.offerer, name: 'offerer' },
    { connection: pair.answerer, name: 'answerer' },
  ]) {
    for (const [, object] of placesOf(name, connection)) if (object !== null) drop(object);
    drop(connection);
  }
  pair.close();
}

async function main(): Promise<void> {
  for (let index = 0; index < rounds; index += 1) await round();
  const deadline = Date.now() + 60_000;
  while (collected < dropped && Date.now() < deadline) {
    gc();
    await delay(20);
  }
  process.stdout.write(JSON.stringify({ marks, dropped, collected }));
}

void main();
