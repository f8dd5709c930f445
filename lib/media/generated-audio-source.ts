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

interface Facts {
  /** Hertz. */
  readonly sampleRate: number;
  readonly channelCount: number;
  readonly frameCount: number;
  /** Microseconds. */
  readonly timestamp: number;
}

/** Samples of all channels. */
export interface Samples extends Facts {
  readonly bytes: Uint8Array;
  readonly format: AudioSampleFormat;
}

/** The same in the format of the array. */
export interface InterleavedSamples extends Facts {
  readonly samples: Int16Array | Float32Array;
}

/** Hertz. */
const rates = { min: 3000, max: 384_000 };
const channels = { min: 1, max: 8 };

function check(value: number, { min, max }: typeof rates, context: string, what: string): void {
  if (value >= min && value <= max) return;
  throw new RangeError(`${context}: ${what}: ${value} is not from ${min} to ${max}`);
}

/** @throws RangeError for samples that nothing here can play */
export function checkSamples({ sampleRate, channelCount }: Facts, context: string): void {
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

  /** @throws OperationError when more than 10 s would be buffered */
  push(data: InterleavedSamples, context: string): void {
    const sampleRate = this.#learn(data, context);
    const { samples, channelCount, frameCount, timestamp } = data;
    try {
      this.#native.writeInterleaved(samples, sampleRate, channelCount, frameCount, timestamp);
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
      const sampleRate = this.#learn(samples, context);
      const { bytes, format, channelCount, frameCount, timestamp } = samples;
      try {
        this.#native.write(request, bytes, format, sampleRate, channelCount, frameCount, timestamp);
      } catch (error) {
        throw isNativeError(error) ? toException(error, { context }) : error;
      }
    }, finish);
  }

  /** Checks samples that are to be written. Gives their rate, which is a whole number. */
  #learn(samples: Facts, context: string): number {
    checkSamples(samples, context);
    const { channelCount } = samples;
    const sampleRate = Math.round(samples.sampleRate);
    const { settings } = this;
    if (settings.sampleRate !== sampleRate || settings.channelCount !== channelCount) {
      this.settings = { channelCount, sampleRate, sampleSize: 16 };
    }
    return sampleRate;
  }
}
