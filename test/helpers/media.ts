import {
  nonstandard,
  type AudioReading,
  type MediaStreamTrack,
  type RTCPeerConnection,
  type RTCRtpTransceiver,
  type RTCTrackEvent,
  type VideoReading,
} from '../../lib/index.js';
import { makePair, negotiate, type Pair } from './pair.js';
import { within } from './wait.js';

/** Reads a track; each call waits for the first reading from now on that fits. */
export class Reader<R extends VideoReading | AudioReading> {
  readonly all: R[] = [];
  readonly stop: () => void;
  readonly #track: MediaStreamTrack;
  #wake: () => void = () => undefined;

  constructor(track: MediaStreamTrack) {
    this.#track = track;
    this.stop = nonstandard.readTestTrack<R>(track, (reading) => {
      this.all.push(reading);
      this.#wake();
    });
  }

  async until(fits: (reading: R) => boolean, what = 'a reading that fits'): Promise<R> {
    let seen = this.all.length;
    const search = async () => {
      for (;;) {
        for (; seen < this.all.length; seen += 1) {
          if (fits(this.all[seen]!)) return this.all[seen]!;
        }
        await new Promise<void>((resolve) => (this.#wake = resolve));
      }
    };
    return within(search(), `${this.#track.kind}: ${what}`);
  }
}

export const videoReader = (track: MediaStreamTrack) => new Reader<VideoReading>(track);
export const audioReader = (track: MediaStreamTrack) => new Reader<AudioReading>(track);

/** Is it the tone? Readings are of 100 ms, so near ones are told apart. */
export const near = (frequency: number) => (reading: AudioReading) =>
  reading.frequency !== null && Math.abs(reading.frequency - frequency) < 12;

/** The next `count` track events. */
export function tracks(connection: RTCPeerConnection, count: number): Promise<RTCTrackEvent[]> {
  const events: RTCTrackEvent[] = [];
  const all = new Promise<RTCTrackEvent[]>((resolve) => {
    connection.addEventListener('track', (event) => {
      events.push(event);
      if (events.length === count) resolve(events);
    });
  });
  return within(all, `${count} track events`);
}

export interface MediaPair extends Pair {
  readonly sending: readonly RTCRtpTransceiver[];
  /** Of the answerer, in the order of the tracks given. */
  readonly received: readonly MediaStreamTrack[];
}

/** A pair whose offerer sends these tracks. */
export async function sendTracks(...sent: readonly MediaStreamTrack[]): Promise<MediaPair> {
  const pair = makePair();
  const sending = sent.map((track) =>
    pair.offerer.addTransceiver(track, { direction: 'sendonly' }),
  );
  const announced = tracks(pair.answerer, sent.length);
  await negotiate(pair.offerer, pair.answerer);
  return { ...pair, sending, received: (await announced).map(({ track }) => track) };
}
