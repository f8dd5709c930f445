import { typedEventTarget } from '../events/TypedEventTarget.js';
import type { EventHandler } from '../events/TypedEventTarget.js';
import { defineEventHandlers } from '../internal/event-handlers.js';
import { GeneratedAudioSource } from '../media/generated-audio-source.js';
import type { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import {
  ArrayBufferViewType,
  defineInterface,
  dictionary,
  enforceRange,
  isObject,
  member,
  required,
  types,
} from '../webidl/index.js';
import type { Infer } from '../webidl/index.js';

const CONTEXT = 'RTCAudioSource.onData';

export interface RTCAudioSourceData extends Infer<typeof RTCAudioSourceData> {}
const RTCAudioSourceData = dictionary('RTCAudioSourceData', {
  /** Interleaved: an Int16Array, or a Float32Array of -1 to 1. Of any length. */
  samples: required(ArrayBufferViewType),
  /** Hertz, 3000 to 384000. */
  sampleRate: required(types.double),
  /** 16 of an Int16Array, 32 of a Float32Array; it need not be given. */
  bitsPerSample: member(enforceRange(types.octet)),
  /** 1, the default, to 8. */
  channelCount: member(enforceRange(types.octet), 1),
  /** Samples per channel; default: all there are. */
  numberOfFrames: member(enforceRange(types.unsignedLong)),
  /** Microseconds of any clock; default: after what was written before. */
  timestamp: member(enforceRange(types.longLong)),
});

const { members } = RTCAudioSourceData;
const contexts = {
  bitsPerSample: `${CONTEXT}: data.bitsPerSample`,
  channelCount: `${CONTEXT}: data.channelCount`,
  numberOfFrames: `${CONTEXT}: data.numberOfFrames`,
  sampleRate: `${CONTEXT}: data.sampleRate`,
  samples: `${CONTEXT}: data.samples`,
  timestamp: `${CONTEXT}: data.timestamp`,
};

function convertOptional(
  value: number | undefined,
  { type }: typeof members.bitsPerSample,
  context: string,
) {
  return value === undefined ? undefined : type.convert(value, context);
}

/**
 * `RTCAudioSourceData.convert`, written out: it runs a hundred times a second for each track, where
 * a loop over the members of any dictionary is a tenth of what a block costs.
 */
function convert(data: Partial<RTCAudioSourceData>) {
  if (!isObject(data)) return RTCAudioSourceData.convert(data, `${CONTEXT}: data`);
  const { bitsPerSample, channelCount = 1, numberOfFrames, sampleRate, samples, timestamp } = data;
  // One that is not there is an error, which the table knows.
  if (sampleRate === undefined || samples === undefined) {
    return RTCAudioSourceData.convert(data, `${CONTEXT}: data`);
  }
  return {
    bitsPerSample: convertOptional(bitsPerSample, members.bitsPerSample, contexts.bitsPerSample),
    channelCount: members.channelCount.type.convert(channelCount, contexts.channelCount),
    numberOfFrames: convertOptional(
      numberOfFrames,
      members.numberOfFrames,
      contexts.numberOfFrames,
    ),
    sampleRate: types.double.convert(sampleRate, contexts.sampleRate),
    samples: ArrayBufferViewType.convert(samples, contexts.samples),
    timestamp: convertOptional(timestamp, members.timestamp, contexts.timestamp),
  };
}

function arrayOf(samples: ArrayBufferView): Int16Array | Float32Array {
  if (samples instanceof Int16Array || samples instanceof Float32Array) return samples;
  throw new TypeError(`${CONTEXT}: data.samples: neither an Int16Array nor a Float32Array`);
}

/** The source asked for samples, and there were none. */
export class UnderrunEvent extends Event {
  readonly #duration: number;

  /** @internal */
  constructor(duration: number) {
    super('underrun');
    this.#duration = duration;
  }

  /** How late the first samples came, seconds; from 0.2 on silence was sent instead of them. */
  get duration(): number {
    return this.#duration;
  }

  static {
    defineInterface(this, { is: (value) => #duration in value, constructorLength: 0 });
  }
}

export interface RTCAudioSourceEventMap {
  underrun: UnderrunEvent;
}

interface RTCAudioSourceHandlers {
  onunderrun: EventHandler<RTCAudioSource, UnderrunEvent>;
}

/**
 * Tracks of audio that the program makes. What is written is buffered, and leaves in blocks of
 * 10 ms as the clock has it. What is late makes up for it; for what is missing after 200 ms silence
 * goes on. When samples come that are more than 50 ms late, `underrun` is fired.
 */
export class RTCAudioSource extends typedEventTarget<
  RTCAudioSourceEventMap,
  RTCAudioSourceHandlers
>() {
  readonly #source = new GeneratedAudioSource(0);

  constructor() {
    super();
    this.#source.onunderrun = (duration) => {
      this.dispatchEvent(new UnderrunEvent(duration));
    };
  }

  /** Seconds that wait to be sent. */
  get buffered(): number {
    return this.#source.buffered;
  }

  /** All tracks of a source get all of its samples. */
  createTrack(): MediaStreamTrack {
    return this.#source.createTrack();
  }

  /**
   * Gives samples to the tracks, of any length and rate. They are copied.
   *
   * @throws RangeError for a rate or a number of channels that is not possible, or frames that are
   *   not there
   * @throws OperationError when more than 10 s would be buffered
   */
  onData(data: RTCAudioSourceData): void {
    const converted = convert(data);
    const { sampleRate, channelCount } = converted;
    const samples = arrayOf(converted.samples);
    const bits = samples.BYTES_PER_ELEMENT * 8;
    const { bitsPerSample = bits } = converted;
    if (bitsPerSample !== bits) {
      const format = bits === 16 ? 's16' : 'f32';
      throw new RangeError(`${CONTEXT}: data.bitsPerSample: ${bitsPerSample}, but it is ${format}`);
    }
    const frames = samples.length / channelCount;
    const { numberOfFrames = frames } = converted;
    if (numberOfFrames < 1 || numberOfFrames > frames || !Number.isInteger(numberOfFrames)) {
      throw new RangeError(
        `${CONTEXT}: data.numberOfFrames: ${numberOfFrames} of ${frames} with ${channelCount} channels`,
      );
    }
    const { timestamp = NaN } = converted;
    this.#source.push(samples, sampleRate, channelCount, numberOfFrames, timestamp, CONTEXT);
  }

  static {
    defineEventHandlers(this, ['underrun']);
    defineInterface(this, { is: (value) => #source in value });
  }
}
