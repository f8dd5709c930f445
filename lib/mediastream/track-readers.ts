import { listenUntil, numbers, orNull, release, retain } from '../internal/dispatcher.js';
import type {
  NativeAudioBlock,
  NativeEvent,
  NativeEvents,
  NativeReader,
  NativeReaderOptions,
  NativeTrack,
} from '../internal/native-types.js';

/** One frame of a video track. */
export type VideoReading = NativeEvents['reader']['videoreading'];
/** 100 ms of an audio track. */
export type AudioReading = NativeEvents['reader']['audioreading'];
export type TrackReading = VideoReading | AudioReading;

/** An event of a native reader. That of a block is a part of it: see {@link audioBlock}. */
export type ReaderEvent = NativeEvent<'reader'>;
export type ReadTrack = (...event: ReaderEvent) => void;

/** The block of the event under way. */
export function audioBlock(samples: ArrayBuffer): NativeAudioBlock {
  return {
    samples,
    sampleRate: numbers[0],
    channelCount: numbers[1],
    frameCount: numbers[2],
    timestamp: numbers[3],
    captureTime: orNull(numbers[4]),
    receiveTime: orNull(numbers[5]),
    rtpTimestamp: orNull(numbers[6]),
    discarded: numbers[7],
  };
}

/** The target of a native reader's events. It lives until it is stopped, as does its track. */
class TrackReader {
  readonly native: NativeReader;
  /** The track has ended. */
  readonly ended: () => void;
  readonly #read: ReadTrack;
  readonly #ignore: () => void;

  constructor(native: NativeReader, read: ReadTrack, ended: () => void) {
    this.native = native;
    this.ended = ended;
    this.#read = read;
    this.#ignore = listenUntil<'reader', TrackReader>(native.id, this, TrackReader.#receive);
  }

  stop(): void {
    this.#ignore();
    this.native.stop();
  }

  static #receive(reader: TrackReader, ...event: ReaderEvent): void {
    reader.#read(...event);
  }
}

/** Those who read one track. While there is one, the track is kept from being collected. */
export class TrackReaders {
  readonly #track: object;
  readonly #native: NativeTrack;
  readonly #readers = new Set<TrackReader>();
  #ended = false;

  constructor(track: object, native: NativeTrack) {
    this.#track = track;
    this.#native = native;
  }

  /** @returns what stops it */
  add(options: NativeReaderOptions, read: ReadTrack, ended: () => void): () => void {
    if (this.#ended) return () => undefined;
    const reader = new TrackReader(this.#native.read(options), read, ended);
    this.#readers.add(reader);
    retain(this.#track);
    return () => {
      this.#stop(reader);
    };
  }

  /** The track has ended: nothing comes any more. */
  end(): void {
    this.#ended = true;
    for (const reader of [...this.#readers]) {
      this.#stop(reader);
      reader.ended();
    }
  }

  #stop(reader: TrackReader): void {
    if (!this.#readers.delete(reader)) return;
    reader.stop();
    if (this.#readers.size === 0) release(this.#track);
  }
}
