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

function check(value: number, { min, max }: typeof rates, what: string): void {
  if (value >= min && value <= max) return;
  throw new RangeError(`${what}: ${value} is not from ${min} to ${max}`);
}

/** @throws RangeError for samples that nothing here can play */
export function checkSamples(samples: Samples, context: string): void {
  check(samples.sampleRate, rates, `${context}: the sample rate`);
  check(samples.channelCount, channels, `${context}: the number of channels`);
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
  push(samples: Samples, context: string): void {
    this.#write(0, samples, context);
  }

  /** Settles when less than the high-water mark is buffered; until then the process lives. */
  write(samples: Samples, context: string): Promise<void> {
    const finish = (error: NativeError | null) => {
      if (error !== null) throw toException(error, { context });
      return undefined;
    };
    return heldRequest<null, undefined>((request) => {
      this.#write(request, samples, context);
    }, finish);
  }

  #write(request: number, samples: Samples, context: string): void {
    checkSamples(samples, context);
    const { bytes, format, channelCount, frameCount, timestamp } = samples;
    const sampleRate = Math.round(samples.sampleRate);
    const { settings } = this;
    if (settings.sampleRate !== sampleRate || settings.channelCount !== channelCount) {
      this.settings = { channelCount, sampleRate, sampleSize: 16 };
    }
    try {
      this.#native.write(request, bytes, format, sampleRate, channelCount, frameCount, timestamp);
    } catch (error) {
      throw isNativeError(error) ? toException(error, { context }) : error;
    }
  }
}
