/** Stands in for the addon's sources: records what is written, settles when a test says so. */
import type {
  NativeAudioSource,
  NativeColorSpace,
  NativeError,
  NativePixels,
  NativeRect,
  NativeRotation,
  NativeSampleFormat,
  NativeTrack,
  NativeVideoSource,
  RequestId,
  TargetId,
} from '../../../lib/native.js';

type NewTrack = (trackId: string) => NativeTrack;
interface Callbacks {
  readonly event: (id: TargetId, type: string, payload: unknown) => void;
  readonly settle: (id: RequestId, error: NativeError | null) => void;
}

interface WrittenFrame {
  readonly pixels: NativePixels;
  readonly rect: NativeRect;
  readonly timestamp: number;
  readonly rotation: NativeRotation;
  readonly colorSpace: NativeColorSpace | null;
}

interface WrittenSamples {
  readonly request: RequestId;
  readonly samples: Uint8Array;
  readonly format: NativeSampleFormat;
  readonly sampleRate: number;
  readonly channelCount: number;
  readonly frameCount: number;
  readonly timestamp: number;
}

export const videoSources: FakeVideoSource[] = [];
export const audioSources: FakeAudioSource[] = [];

export class FakeVideoSource implements NativeVideoSource {
  readonly written: WrittenFrame[] = [];
  readonly createTrack: NewTrack;

  constructor(
    readonly options: { readonly isScreencast: boolean; readonly needsDenoising: boolean | null },
    createTrack: NewTrack,
  ) {
    this.createTrack = createTrack;
    videoSources.push(this);
  }

  write(
    pixels: NativePixels,
    rect: NativeRect,
    timestamp: number,
    rotation: NativeRotation,
    colorSpace: NativeColorSpace | null,
  ): void {
    this.written.push({ pixels, rect, timestamp, rotation, colorSpace });
  }
}

export class FakeAudioSource implements NativeAudioSource {
  readonly written: WrittenSamples[] = [];
  /** What the next write throws. */
  failure: unknown = null;
  seconds = 0;
  cleared = 0;

  constructor(
    readonly id: TargetId,
    readonly highWaterMark: number,
    readonly createTrack: NewTrack,
    private readonly callbacks: Callbacks,
  ) {
    audioSources.push(this);
  }

  write(
    request: RequestId,
    samples: Uint8Array,
    format: NativeSampleFormat,
    sampleRate: number,
    channelCount: number,
    frameCount: number,
    timestamp: number,
  ): void {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- as native throws it
    if (this.failure !== null) throw this.failure;
    const facts = { request, format, sampleRate, channelCount, frameCount, timestamp };
    this.written.push({ ...facts, samples: samples.slice() });
  }

  writeInterleaved(
    samples: Int16Array | Float32Array,
    sampleRate: number,
    channelCount: number,
    frameCount: number,
    timestamp: number,
  ): void {
    const length = frameCount * channelCount * samples.BYTES_PER_ELEMENT;
    const bytes = new Uint8Array(samples.buffer, samples.byteOffset, length);
    const format = samples instanceof Int16Array ? 's16' : 'f32';
    this.write(0, bytes, format, sampleRate, channelCount, frameCount, timestamp);
  }

  clear(): void {
    this.cleared += 1;
  }

  buffered(): number {
    return this.seconds;
  }

  /** Less than the high-water mark is buffered: all writes until now are settled. */
  drain(): void {
    for (const { request } of this.written) {
      if (request !== 0) this.callbacks.settle(request, null);
    }
  }

  underrun(duration: number): void {
    this.callbacks.event(this.id, 'underrun', { duration });
  }
}
