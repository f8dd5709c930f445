import { AudioDataCopyToOptions, AudioDataInit } from '../idl/index.js';
import type { AudioSampleFormat } from '../idl/index.js';
import { exception } from '../internal/errors.js';
import type { NativeAudioBlock } from '../internal/native-types.js';
import {
  AllowSharedBufferSource,
  checkArguments,
  defineInterface,
  kConstruct,
} from '../webidl/index.js';
import type { Converted } from '../webidl/index.js';
import { bytesOf, checkTransfer, detachAll } from './buffers.js';
import { copySamples } from './copy-samples.js';
import type { SampleCopy } from './copy-samples.js';
import { bytesPerSample, isPlanar } from './sample-formats.js';

const CONTEXT = 'AudioData constructor';

/** What data that is not closed knows, with its samples: nobody changes them. */
export interface AudioBlock {
  readonly format: AudioSampleFormat;
  /** Hertz. */
  readonly sampleRate: number;
  readonly numberOfFrames: number;
  readonly numberOfChannels: number;
  /** Aligned to the samples. */
  readonly bytes: Uint8Array;
}

/** Data of samples that somebody else made, which nobody changes from now on. */
export let newAudioData: (block: AudioBlock, timestamp: number) => AudioData;
/** Null when it is closed. */
export let openAudioData: (data: AudioData) => AudioBlock | null;

/** @see https://w3c.github.io/webcodecs/#valid-audiodatainit */
function checkInit(init: Converted<typeof AudioDataInit>, context: string): number {
  const { format, sampleRate, numberOfFrames, numberOfChannels, data } = init;
  // 1. to 3. If the rate is not positive, or there are no frames or channels, return false.
  if (sampleRate <= 0) throw new TypeError(`${context}.sampleRate: ${sampleRate} is not positive`);
  if (numberOfFrames === 0) throw new TypeError(`${context}.numberOfFrames: 0 is too few`);
  if (numberOfChannels === 0) throw new TypeError(`${context}.numberOfChannels: 0 is too few`);
  // 4. Verify that data has enough data.
  const size = numberOfFrames * numberOfChannels * bytesPerSample(format);
  if (data.byteLength >= size) return size;
  throw new TypeError(`${context}.data: ${data.byteLength} bytes, ${size} are needed`);
}

/**
 * A block of audio samples, which never change and are shared with its clones.
 *
 * @see https://w3c.github.io/webcodecs/#audiodata-interface
 */
export class AudioData {
  /** Null: it is closed. */
  #block: AudioBlock | null;
  readonly #timestamp: number;

  /** A copy of samples, which may lie in a SharedArrayBuffer. */
  constructor(init: AudioDataInit);
  constructor(init: unknown, block?: AudioBlock, timestamp?: number) {
    if (init === kConstruct) {
      this.#block = block ?? null;
      this.#timestamp = timestamp ?? 0;
      return;
    }
    checkArguments(arguments.length, 1, CONTEXT);
    const context = `${CONTEXT}: init`;
    const converted = AudioDataInit.convert(init, context);
    // 1. If init is not a valid AudioDataInit, throw a TypeError.
    const size = checkInit(converted, context);
    // 2. and 3. If transfer has a buffer twice, or a detached one, throw a DataCloneError.
    checkTransfer(converted.transfer, context);
    // 4. Let frame be a new AudioData with a copy of the samples.
    const { format, sampleRate, numberOfFrames, numberOfChannels } = converted;
    const bytes = bytesOf(converted.data).slice(0, size);
    this.#block = { format, sampleRate, numberOfFrames, numberOfChannels, bytes };
    this.#timestamp = converted.timestamp;
    // 5. Detach what is transferred.
    detachAll(converted.transfer);
  }

  /** Null when it is closed. */
  get format(): AudioSampleFormat | null {
    return this.#block && this.#block.format;
  }

  /** Hertz; 0 when it is closed. */
  get sampleRate(): number {
    return this.#block?.sampleRate ?? 0;
  }

  /** Samples per channel; 0 when it is closed. */
  get numberOfFrames(): number {
    return this.#block?.numberOfFrames ?? 0;
  }

  /** 0 when it is closed. */
  get numberOfChannels(): number {
    return this.#block?.numberOfChannels ?? 0;
  }

  /** Microseconds; 0 when it is closed. */
  get duration(): number {
    if (this.#block === null) return 0;
    return Math.trunc((this.#block.numberOfFrames * 1e6) / this.#block.sampleRate);
  }

  /** Microseconds. */
  get timestamp(): number {
    return this.#timestamp;
  }

  /**
   * How many bytes {@link copyTo} needs with the same options.
   *
   * @see https://w3c.github.io/webcodecs/#dom-audiodata-allocationsize
   * @throws InvalidStateError when it is closed
   * @throws RangeError for a plane or frames that it does not have
   */
  allocationSize(options: AudioDataCopyToOptions): number {
    const context = 'AudioData.allocationSize';
    const converted = AudioDataCopyToOptions.convert(options, `${context}: options`);
    // 1. If [[Detached]] is true, throw an InvalidStateError.
    const block = this.#open(context);
    // 2. to 6. Return the product of the elements and their bytes.
    return AudioData.#copyOf(block, converted, `${context}: options`).byteLength;
  }

  /**
   * Copies one plane to memory, which may lie in a SharedArrayBuffer; converts to any format.
   *
   * @see https://w3c.github.io/webcodecs/#dom-audiodata-copyto
   * @throws InvalidStateError when it is closed
   * @throws RangeError for a plane or frames that it does not have, or a destination that is too
   *   small
   */
  copyTo(destination: ArrayBufferLike | ArrayBufferView, options: AudioDataCopyToOptions): void {
    const context = 'AudioData.copyTo';
    const target = AllowSharedBufferSource.convert(destination, `${context}: destination`);
    const converted = AudioDataCopyToOptions.convert(options, `${context}: options`);
    // 1. If [[Detached]] is true, throw an InvalidStateError.
    const block = this.#open(context);
    // 2. to 5. Let copyElementCount be the result of Compute Copy Element Count.
    const copy = AudioData.#copyOf(block, converted, `${context}: options`);
    // 6. If the destination is shorter, throw a RangeError.
    if (copy.byteLength > target.byteLength) {
      throw new RangeError(
        `${context}: destination has ${target.byteLength} bytes, ${copy.byteLength} are needed`,
      );
    }
    // 7. to 9. Copy, and convert on the way.
    copySamples(block, copy, bytesOf(target));
  }

  /**
   * Another one with the same samples.
   *
   * @see https://w3c.github.io/webcodecs/#dom-audiodata-clone
   * @throws InvalidStateError when it is closed
   */
  clone(): AudioData {
    // 1. If [[Detached]] is true, throw an InvalidStateError.
    const block = this.#open('AudioData.clone');
    // 2. Return the result of running the Clone AudioData algorithm.
    return newAudioData(block, this.#timestamp);
  }

  /**
   * Lets go of the samples. Closing what is closed does nothing.
   *
   * @see https://w3c.github.io/webcodecs/#dom-audiodata-close
   */
  close(): void {
    this.#block = null;
  }

  /** @see https://w3c.github.io/webcodecs/#compute-copy-element-count */
  static #copyOf(
    block: AudioBlock,
    options: Converted<typeof AudioDataCopyToOptions>,
    context: string,
  ): SampleCopy & { readonly byteLength: number } {
    const { planeIndex, frameOffset } = options;
    // 1. and 2. Let destFormat be the format asked for, or the data's own.
    const format = options.format ?? block.format;
    // 3. and 4. If there is no such plane, throw a RangeError.
    const planes = isPlanar(format) ? block.numberOfChannels : 1;
    if (planeIndex >= planes) {
      throw new RangeError(`${context}.planeIndex: ${planeIndex}, but ${format} has ${planes}`);
    }
    // 6. to 8. If frameOffset is after the last frame, throw a RangeError.
    const rest = block.numberOfFrames - frameOffset;
    if (rest <= 0) {
      throw new RangeError(`${context}.frameOffset: ${frameOffset} of ${block.numberOfFrames}`);
    }
    // 9. If frameCount is more than there is, throw a RangeError.
    const { frameCount = rest } = options;
    if (frameCount > rest) {
      throw new RangeError(`${context}.frameCount: ${frameCount}, but there are ${rest}`);
    }
    // 10. to 12. Of interleaved formats, every channel has elements.
    const elements = isPlanar(format) ? frameCount : frameCount * block.numberOfChannels;
    const byteLength = elements * bytesPerSample(format);
    return { format, planeIndex, frameOffset, frameCount, byteLength };
  }

  #open(context: string): AudioBlock {
    if (this.#block !== null) return this.#block;
    throw exception('InvalidStateError', `${context}: the data is closed`);
  }

  static {
    const Class = AudioData as unknown as new (...args: unknown[]) => AudioData;
    newAudioData = (block, timestamp) => new Class(kConstruct, block, timestamp);
    openAudioData = (data) => data.#block;
    defineInterface(this, { is: (value) => #block in value, constructorLength: 1 });
  }
}

/** A block that a track gave. */
export function audioDataOfNative(block: NativeAudioBlock): AudioData {
  const { samples, sampleRate, frameCount, channelCount, timestamp } = block;
  const facts = { sampleRate, numberOfFrames: frameCount, numberOfChannels: channelCount };
  return newAudioData({ ...facts, format: 's16', bytes: new Uint8Array(samples) }, timestamp);
}
