import { typedEventTarget } from '../events/TypedEventTarget.js';
import type { EventHandler } from '../events/TypedEventTarget.js';
import { numbers, orNull } from '../internal/dispatcher.js';
import { defineEventHandlers } from '../internal/event-handlers.js';
import { readTrack } from '../mediastream/MediaStreamTrack.js';
import type { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import {
  checkArguments,
  defineInterface,
  dictionary,
  enforceRange,
  member,
  types,
} from '../webidl/index.js';
import type { Converted, Infer } from '../webidl/index.js';
import { trackOfKind } from './track-argument.js';

const CONTEXT = 'RTCAudioSink constructor';

/** What waits while JavaScript is busy, in blocks of 10 ms; then the oldest are dropped. */
const BUFFERED = 100;
/** Hertz. */
const rates = { min: 8000, max: 192_000, step: 100 };
const channels = { min: 1, max: 2 };
/** Milliseconds. */
const durations = { min: 10, max: 500, step: 10 };

export interface RTCAudioSinkOptions extends Infer<typeof RTCAudioSinkOptions> {}
const RTCAudioSinkOptions = dictionary('RTCAudioSinkOptions', {
  /** Hertz, 8000 to 192000, a multiple of 100; default: as the track has it. */
  sampleRate: member(enforceRange(types.unsignedLong)),
  /** 1 or 2; default: as the track has it. */
  channelCount: member(enforceRange(types.unsignedLong)),
  /**
   * Milliseconds of an event, 10 to 500, a multiple of 10; default: 10. Longer ones cost less. Where
   * rate or channels of the track change an event is shorter; what is left at its end is dropped.
   */
  blockDuration: member(enforceRange(types.unsignedLong), durations.min),
});

function checkMultiple(value: number, { min, max, step }: typeof rates, context: string): void {
  if (value >= min && value <= max && value % step === 0) return;
  throw new RangeError(`${context}: ${value} is not a multiple of ${step} from ${min} to ${max}`);
}

function check(options: Converted<typeof RTCAudioSinkOptions>, context: string): void {
  const { sampleRate = rates.min, channelCount = channels.min, blockDuration } = options;
  checkMultiple(sampleRate, rates, `${context}.sampleRate`);
  checkMultiple(blockDuration, durations, `${context}.blockDuration`);
  if (channelCount < channels.min || channelCount > channels.max) {
    throw new RangeError(
      `${context}.channelCount: ${channelCount} is not from ${channels.min} to ${channels.max}`,
    );
  }
}

/** A sink got audio: 10 ms, or what it was told to wait for. */
export class AudioSinkEvent extends Event {
  readonly #samples: Int16Array;
  readonly #sampleRate = numbers[0];
  readonly #channelCount = numbers[1];
  readonly #frameCount = numbers[2];
  readonly #timestamp = numbers[3];
  readonly #captureTime = numbers[4];
  readonly #receiveTime = numbers[5];
  readonly #rtpTimestamp = numbers[6];

  /**
   * Of the native event under way, whose numbers are those of `NativeAudioBlock`.
   *
   * @internal
   */
  constructor(samples: ArrayBuffer) {
    super('data');
    this.#samples = new Int16Array(samples);
  }

  /** Interleaved. */
  get samples(): Int16Array {
    return this.#samples;
  }

  /** Hertz. */
  get sampleRate(): number {
    return this.#sampleRate;
  }

  get bitsPerSample(): number {
    return this.#samples.BYTES_PER_ELEMENT * 8;
  }

  get channelCount(): number {
    return this.#channelCount;
  }

  /** Samples per channel. */
  get numberOfFrames(): number {
    return this.#frameCount;
  }

  /** Microseconds: as the local source wrote it, else on the monotonic clock. */
  get timestamp(): number {
    return this.#timestamp;
  }

  /** Milliseconds since the epoch: when it was captured, as its sender said. */
  get captureTime(): number | null {
    return orNull(this.#captureTime);
  }

  /**
   * Milliseconds since the epoch: when its last packet came; null where there was none, as of what
   * was lost.
   */
  get receiveTime(): number | null {
    return orNull(this.#receiveTime);
  }

  /** Of its first sample. */
  get rtpTimestamp(): number | null {
    return orNull(this.#rtpTimestamp);
  }

  static {
    defineInterface(this, { is: (value) => #samples in value, constructorLength: 0 });
  }
}

export interface RTCAudioSinkEventMap {
  data: AudioSinkEvent;
}

interface RTCAudioSinkHandlers {
  ondata: EventHandler<RTCAudioSink, AudioSinkEvent>;
}

/**
 * Fires `data` for each 10 ms of a track, or longer blocks, local or remote, until it is stopped or
 * the track ends.
 * Until then it is not garbage collected; it does not keep the process alive.
 */
export class RTCAudioSink extends typedEventTarget<RTCAudioSinkEventMap, RTCAudioSinkHandlers>() {
  readonly #stop: () => void;
  #stopped = false;

  /**
   * @throws TypeError for what is no audio track
   * @throws RangeError for a rate or a number of channels that is not possible
   */
  constructor(track: MediaStreamTrack, options: RTCAudioSinkOptions = {}) {
    checkArguments(arguments.length, 1, CONTEXT);
    super();
    const read = trackOfKind(track, 'audio', `${CONTEXT}: track`);
    const converted = RTCAudioSinkOptions.convert(options, `${CONTEXT}: options`);
    check(converted, `${CONTEXT}: options`);
    const { sampleRate = null, channelCount = null, blockDuration } = converted;
    const blocksPerEvent = blockDuration / durations.step;
    const maxBufferSize = Math.floor(BUFFERED / blocksPerEvent);
    this.#stop = readTrack(
      read,
      { what: 'samples', maxBufferSize, sampleRate, channelCount, blocksPerEvent },
      (type, samples) => {
        if (type === 'audioblock') this.dispatchEvent(new AudioSinkEvent(samples));
      },
      () => {
        this.#stopped = true;
      },
    );
    this.#stopped = read.readyState === 'ended';
  }

  /** No event comes any more: it was stopped, or the track has ended. */
  get stopped(): boolean {
    return this.#stopped;
  }

  stop(): void {
    this.#stopped = true;
    this.#stop();
  }

  static {
    defineEventHandlers(this, ['data']);
    defineInterface(this, { is: (value) => #stop in value });
  }
}
