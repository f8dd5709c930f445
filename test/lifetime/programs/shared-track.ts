/**
 * One track of each kind in two connections, which end in the way of argv[2]; prints `done`
 * when what should go on still does.
 */
import { nonstandard } from '../../../lib/index.js';
import type { MediaStreamTrack, RTCPeerConnection } from '../../../lib/index.js';
import { firstReading, makeTracks } from '../../helpers/call.js';
import { makePair, negotiate } from '../../helpers/pair.js';
import type { Pair } from '../../helpers/pair.js';

/** What the next frames of all tracks are, seen at the other end. */
function flows(tracks: readonly MediaStreamTrack[]): Promise<unknown> {
  return Promise.all(tracks.map(firstReading));
}

async function send(tracks: readonly MediaStreamTrack[], pair: Pair) {
  for (const track of tracks) pair.offerer.addTrack(track);
  await negotiate(pair.offerer, pair.answerer);
  const received = pair.answerer.getReceivers().map(({ track }) => track);
  await flows(received);
  return received;
}

async function replaceAll(connection: RTCPeerConnection, by: readonly MediaStreamTrack[]) {
  const senders = connection.getSenders();
  await Promise.all(
    senders.map((sender) => {
      const track = by.find(({ kind }) => kind === sender.track?.kind);
      return sender.replaceTrack(track ?? null);
    }),
  );
}

/** Each leaves the second connection with media, or with none and open. */
const ways: Readonly<
  Record<string, (first: Pair, second: Pair, tracks: MediaStreamTrack[]) => unknown>
> = {
  close: (first) => {
    first.close();
  },
  remove: (first) => {
    for (const sender of first.offerer.getSenders()) first.offerer.removeTrack(sender);
  },
  'replace by null': (first) => replaceAll(first.offerer, []),
  'replace by others': (first) => replaceAll(first.offerer, makeTracks()),
  'stop transceivers': async (first) => {
    for (const transceiver of first.offerer.getTransceivers()) transceiver.stop();
    await negotiate(first.offerer, first.answerer);
  },
  'stop and replace': async (_first, second, tracks) => {
    for (const track of tracks) track.stop();
    await replaceAll(second.offerer, makeTracks());
  },
  'clone and stop': async (_first, second, tracks) => {
    const clones = tracks.map((track) => track.clone());
    for (const track of tracks) track.stop();
    await replaceAll(second.offerer, clones);
  },
  'read and close': (first, _second, tracks) => {
    for (const track of tracks) nonstandard.readTestTrack(track, () => undefined);
    first.close();
  },
};

/** Nothing but the senders holds what is sent when it returns. */
async function sendAndEnd(way: string, first: Pair, second: Pair) {
  const tracks = makeTracks();
  await send(tracks, first);
  const received = await send(tracks, second);
  await ways[way]!(first, second, tracks);
  return received;
}

async function main(): Promise<void> {
  const [first, second] = [makePair(), makePair()];
  const received = await sendAndEnd(process.argv[2] ?? 'close', first, second);
  globalThis.gc?.();
  await flows(received);
  globalThis.gc?.();
  second.close();
  first.close();
  process.stdout.write('done');
}

void main();
