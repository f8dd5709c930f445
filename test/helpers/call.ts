import { MediaStream, nonstandard } from '../../lib/index.js';
import type { AudioReading, MediaStreamTrack, VideoReading } from '../../lib/index.js';
import { Reader } from './media.js';
import { makePair, negotiate, opened } from './pair.js';
import type { ChannelPair } from './pair.js';

/** Small and slow, so that many can be sent at once. */
export function makeTracks(): MediaStreamTrack[] {
  return [
    nonstandard.createTestTrack('audio', { frequency: 1000 }),
    nonstandard.createTestTrack('video', { width: 160, height: 120, frameRate: 15 }),
  ];
}

function shows(reading: AudioReading | VideoReading): boolean {
  return 'counter' in reading ? reading.counter !== null : reading.frequency !== null;
}

/** Resolves with the first reading of what a test track gives: a frame's number, or a tone. */
export async function firstReading(track: MediaStreamTrack): Promise<AudioReading | VideoReading> {
  const reader = new Reader<AudioReading | VideoReading>(track);
  try {
    return await reader.until(shows);
  } finally {
    reader.stop();
  }
}

export interface Call extends ChannelPair {
  readonly sent: readonly MediaStreamTrack[];
  readonly received: readonly MediaStreamTrack[];
}

/** An open channel beside audio and video from the offerer, which have arrived and are read on. */
export async function connectCall(): Promise<Call> {
  const pair = makePair();
  const { offerer, answerer } = pair;
  const sent = makeTracks();
  const stream = new MediaStream(sent);
  for (const track of sent) offerer.addTrack(track, stream);
  const local = offerer.createDataChannel('test');
  const remote = new Promise<ChannelPair['remote']>((resolve) => {
    answerer.addEventListener('datachannel', ({ channel }) => {
      resolve(channel);
    });
  });
  await negotiate(offerer, answerer);
  const received = answerer.getReceivers().map(({ track }) => track);
  await Promise.all([opened(local), remote, ...received.map(firstReading)]);
  for (const track of received) nonstandard.readTestTrack(track, () => undefined);
  return {
    ...pair,
    local,
    remote: await opened(await remote),
    sent,
    received,
    close() {
      pair.close();
      for (const track of sent) track.stop();
    },
  };
}
