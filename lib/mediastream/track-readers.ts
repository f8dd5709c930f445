import { release, retain } from '../internal/dispatcher.js';
import type { NativeEvents, NativeTrack } from '../internal/native-types.js';
import { reportException } from '../internal/queue-task.js';

/** One frame of a video track. */
export type VideoReading = NativeEvents['track']['videoreading'];
/** 100 ms of an audio track. */
export type AudioReading = NativeEvents['track']['audioreading'];
export type TrackReading = VideoReading | AudioReading;

export type ReadTrack = (reading: TrackReading) => void;

/**
 * Those who read one track. They share one native reading; while there is one,
 * the track is kept from being collected.
 */
export class TrackReaders {
  readonly #track: object;
  readonly #native: NativeTrack;
  readonly #readers = new Set<{ readonly read: ReadTrack }>();
  #ended = false;

  constructor(track: object, native: NativeTrack) {
    this.#track = track;
    this.#native = native;
  }

  /** @returns what stops it */
  add(read: ReadTrack): () => void {
    const reader = { read };
    if (this.#ended) return () => undefined;
    this.#readers.add(reader);
    if (this.#readers.size === 1) {
      retain(this.#track);
      this.#native.startReading();
    }
    return () => {
      if (this.#readers.delete(reader) && this.#readers.size === 0) this.#stop();
    };
  }

  deliver(reading: TrackReading): void {
    for (const reader of [...this.#readers]) {
      // Another one may have stopped it.
      if (!this.#readers.has(reader)) continue;
      try {
        reader.read(reading);
      } catch (exception) {
        reportException(exception);
      }
    }
  }

  /** The track has ended: no reading comes any more. */
  end(): void {
    this.#ended = true;
    if (this.#readers.size === 0) return;
    this.#readers.clear();
    this.#stop();
  }

  #stop(): void {
    this.#native.stopReading();
    release(this.#track);
  }
}
