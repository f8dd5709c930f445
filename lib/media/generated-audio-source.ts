import { randomUUID } from 'node:crypto';

import type { AudioSampleFormat, MediaTrackSettings } from '../idl/index.js';
import { listen } from '../internal/dispatcher.js';
import { isNativeError, toException } from '../internal/errors.js';
import { createAudioSource } from '../internal/frames.js';
import { heldRequest } from '../internal/held-request.js';
import type { NativeAudioSource, NativeError } from '../internal/native-types.js';
import { createTrack } from '../mediastream/MediaStreamTrack.js';
import type { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import { TrackSource } from '../mediastream/track-source.js';

/** Samples of all channels. */
export interface Samples {
  readonly bytes: Uint8Array;
  readonly format: AudioSampleFormat;
  /** Hertz. */
  readonly sampleRate: number;
  readonly channelCount: number;
  readonly frameCount: number;
  /** Microseconds. */
  readonly timestamp: number;
}

/** Hertz. */
const rates = { min: 3000, max: 384_000 };
const channels = { min: 1, max: 8 };

function check(value: number, { min, max }: typeof rates, context: string, what: string): void {
  if (value >= min && value <= max) return;
  throw new RangeError(`${context}: ${what}: ${value} is not from ${min} to ${max}`);
}

/** @throws RangeError for samples that nothing here can play */
export function checkSamples(sampleRate: number, channelCount: number, context: string): void {
  check(sampleRate, rates, context, 'the sample rate');
  check(channelCount, channels, context, 'the number of channels');
}

/** What the program writes samples to. They leave in blocks of 10 ms, as the clock has it. */
export class GeneratedAudioSource extends TrackSource {
  readonly kind = 'audio';
  readonly label = 'generated audio';
  readonly capabilities = {};
  settings: MediaTrackSettings = { sampleSize: 16 };
  /** Gets the seconds of each gap, when it has ended. */
  onunderrun: (duration: number) => void = () => undefined;
  readonly #native: NativeAudioSource;
  /** Of the last samples. */
  #sampleRate = 0;
  #channelCount = 0;

  /** `highWaterMark`: seconds that may be buffered before {@link write} waits. */
  constructor(highWaterMark: number) {
    super();
    this.#native = createAudioSource({ highWaterMark });
    listen<'audioSource', GeneratedAudioSource>(this.#native.id, this, (source, _type, event) => {
      source.onunderrun(event.duration);
    });
  }

  configure(): void {
    // Constraints change nothing: samples are what the program makes them.
  }

  createTrack(): MediaStreamTrack {
    const { native, id } = this.createNativeTrack();
    return createTrack(this, native, id);
  }

  createNativeTrack() {
    const id = randomUUID();
    return { native: this.#native.createTrack(id), id };
  }

  /** Seconds that are buffered. */
  get buffered(): number {
    return this.#native.buffered();
  }

  /** Drops what is buffered; those who wait go on. */
  clear(): void {
    this.#native.clear();
  }

  /**
   * Samples in the format of the array, interleaved.
   *
   * @param timestamp NaN: after what was pushed before
   * @throws OperationError when more than 10 s would be buffered
   */
  push(
    samples: Int16Array | Float32Array,
    sampleRate: number,
    channelCount: number,
    frameCount: number,
    timestamp: number,
    context: string,
  ): void {
    const rate = this.#learn(sampleRate, channelCount, context);
    try {
      this.#native.writeInterleaved(samples, rate, channelCount, frameCount, timestamp);
    } catch (error) {
      throw isNativeError(error) ? toException(error, { context }) : error;
    }
  }

  /** Settles when less than the high-water mark is buffered; until then the process lives. */
  write(samples: Samples, context: string): Promise<void> {
    const finish = (error: NativeError | null) => {
      if (error !== null) throw toException(error, { context });
      return undefined;
    };
    return heldRequest<null, undefined>((request) => {
      const { bytes, format, channelCount, frameCount, timestamp } = samples;
      const sampleRate = this.#learn(samples.sampleRate, channelCount, context);
      try {
        this.#native.write(request, bytes, format, sampleRate, channelCount, frameCount, timestamp);
      } catch (error) {
        throw isNativeError(error) ? toException(error, { context }) : error;
      }
    }, finish);
  }

  /** Checks samples that are to be written. Gives their rate, which is a whole number. */
  #learn(rate: number, channelCount: number, context: string): number {
    if (rate !== this.#sampleRate || channelCount !== this.#channelCount) {
      checkSamples(rate, channelCount, context);
      this.#sampleRate = rate;
      this.#channelCount = channelCount;
      this.settings = { channelCount, sampleRate: Math.round(rate), sampleSize: 16 };
    }
    return Math.round(rate);
  }
}
