/** The seam's types of frames and samples; `native.ts` has the rest. */
import type { NativeTrack } from './native-media.js';
import type { RequestId, TargetId } from './native.js';

/** Names of WebCodecs' `VideoPixelFormat`. */
export type NativePixelFormat =
  'I420' | 'I420A' | 'I422' | 'I444' | 'NV12' | 'RGBA' | 'RGBX' | 'BGRA' | 'BGRX';

/** Where the rows of a plane lie in memory; bytes. */
export interface NativePlane {
  readonly offset: number;
  readonly stride: number;
}

/** Pixels. */
export interface NativeRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Names of WebCodecs' enumerations; `null`: not known. */
export interface NativeColorSpace {
  readonly primaries: string | null;
  readonly transfer: string | null;
  readonly matrix: string | null;
  readonly fullRange: boolean | null;
}

export type NativeRotation = 0 | 90 | 180 | 270;

/**
 * Pixels in native memory: never changed, counted, shared with libwebrtc's
 * threads and other environments. V8 is told of their size.
 */
export interface NativePixels {
  readonly format: NativePixelFormat;
  /** Coded size, pixels. */
  readonly width: number;
  readonly height: number;
  /**
   * Copies a part, converted where `format` is another one. `rect` lies inside
   * the picture, and is aligned to the samples of both formats; the planes are
   * those of `format` and lie inside `target`. `colorSpace`: the frame's, by
   * which YUV becomes RGB; `null`: BT.601, limited range.
   */
  copyTo(
    target: Uint8Array,
    format: NativePixelFormat,
    rect: NativeRect,
    planes: readonly NativePlane[],
    colorSpace: NativeColorSpace | null,
  ): void;
  /**
   * The memory of I420 itself, the planes one after the other, where nobody else uses the pixels,
   * as memory of {@link NativeFrames.createBytes}; the handle is closed then. Null where that is not
   * possible.
   */
  takeBytes(): ArrayBuffer | null;
  /** Another handle to the same pixels. */
  clone(): NativePixels;
  /** Lets go of the pixels now; nothing else is called after it. */
  close(): void;
  /** Keeps the pixels for another environment of this process, until one takes or drops them. */
  share(): number;
}

/** A frame as a reader of a track gets it. */
export interface NativeVideoFrame {
  readonly pixels: NativePixels;
  /** Microseconds: as it was written, else on the monotonic clock. */
  readonly timestamp: number;
  /** Clockwise, degrees. */
  readonly rotation: NativeRotation;
  readonly colorSpace: NativeColorSpace | null;
  /** Milliseconds since the epoch: when it was captured, as its sender said. */
  readonly captureTime: number | null;
  /** Milliseconds since the epoch: when its last packet came. */
  readonly receiveTime: number | null;
  readonly rtpTimestamp: number | null;
  /** Frames that were dropped since the reader's last event. */
  readonly discarded: number;
}

/**
 * A block of samples as a reader of a track gets it: 16 bits, interleaved. The event carries the
 * samples; the numbers lie in this order in those of `start`, NaN for `null`.
 */
export interface NativeAudioBlock {
  readonly samples: ArrayBuffer;
  /** Hertz. */
  readonly sampleRate: number;
  readonly channelCount: number;
  readonly frameCount: number;
  /** Microseconds: as it was written, else on the monotonic clock. */
  readonly timestamp: number;
  /** Milliseconds since the epoch: when it was captured, as its sender said. */
  readonly captureTime: number | null;
  /** Milliseconds since the epoch: when its last packet came. */
  readonly receiveTime: number | null;
  /** Of its first sample. */
  readonly rtpTimestamp: number | null;
  /** Blocks that were dropped since the reader's last event. */
  readonly discarded: number;
}

/**
 * What a reader gets of its track. While JavaScript is behind, at most
 * `maxBufferSize` frames or blocks wait for it; then the oldest are dropped.
 */
export type NativeReaderOptions =
  /** Of either kind: `videoreading` or `audioreading`. */
  | { readonly what: 'readings' }
  /** `videoframe`. */
  | { readonly what: 'frames'; readonly maxBufferSize: number }
  /** `audioblock`, in so many blocks of 10 ms; `null`: as the track has it. */
  | {
      readonly what: 'samples';
      readonly maxBufferSize: number;
      readonly sampleRate: number | null;
      readonly channelCount: number | null;
      readonly blocksPerEvent: number;
    };

/** One who reads a track; a remote track is decoded while it has one. */
export interface NativeReader {
  /** Target of the events `reader`. */
  readonly id: TargetId;
  /** No event comes any more. */
  stop(): void;
}

/** What the program gives frames to; tracks over it get all of them. */
export interface NativeVideoSource {
  createTrack(trackId: string): NativeTrack;
  /**
   * `rect`: the visible part. `timestamp`: microseconds of any clock; it comes
   * out of readers as it is, senders see it translated to the monotonic clock.
   */
  write(
    pixels: NativePixels,
    rect: NativeRect,
    timestamp: number,
    rotation: NativeRotation,
    colorSpace: NativeColorSpace | null,
  ): void;
}

/** Names of WebCodecs' `AudioSampleFormat`. */
export type NativeSampleFormat =
  'u8' | 's16' | 's32' | 'f32' | 'u8-planar' | 's16-planar' | 's32-planar' | 'f32-planar';

/**
 * What the program gives samples to, of any length and rate: they are
 * buffered, and leave in blocks of 10 ms as the clock has it.
 */
export interface NativeAudioSource {
  /** Target of the events `audioSource`. */
  readonly id: TargetId;
  createTrack(trackId: string): NativeTrack;
  /**
   * `timestamp`: microseconds of any clock. Settles with `null` when less than
   * the high-water mark is buffered, which may be at once; `request` 0: nobody
   * waits. What does not fit into the buffer (10 s) is a {@link NativeError}
   * of type `resource-exhausted`, thrown.
   */
  write(
    request: RequestId,
    samples: Uint8Array,
    format: NativeSampleFormat,
    sampleRate: number,
    channelCount: number,
    frameCount: number,
    timestamp: number,
  ): void;
  /**
   * The same, in the format of the array and interleaved; nobody waits. A `timestamp` of NaN: after
   * what was written before, or the monotonic clock's where that ended more than 200 ms ago.
   */
  writeInterleaved(
    samples: Int16Array | Float32Array,
    sampleRate: number,
    channelCount: number,
    frameCount: number,
    timestamp: number,
  ): void;
  /** Drops what is buffered; those who wait are settled. */
  clear(): void;
  /** Seconds that are buffered. */
  buffered(): number;
}

export interface NativeFrameEvents {
  reader: {
    /** One frame: of a test source's pattern, its counter; `null` when there is none to read. */
    videoreading: {
      readonly width: number;
      readonly height: number;
      readonly counter: number | null;
      /** Mean luma, 0 to 255. */
      readonly luma: number;
      /** Microseconds, monotonic. */
      readonly timestamp: number;
    };
    /** 100 ms of audio. */
    audioreading: {
      readonly sampleRate: number;
      readonly channelCount: number;
      /** RMS, 0 to 1. */
      readonly level: number;
      /** Hertz of the strongest tone; `null` in silence. */
      readonly frequency: number | null;
    };
    videoframe: NativeVideoFrame;
    /** {@link NativeAudioBlock.samples}; the rest is in the numbers of `start`. */
    audioblock: ArrayBuffer;
  };
  audioSource: {
    /** The clock asked for samples and there were none: once per gap, when it ends; seconds. */
    underrun: { readonly duration: number };
  };
}

/** The addon's functions for frames and samples. */
export interface NativeFrames {
  /** Copies; the planes are those of `format`, for all of width x height, inside `data`. */
  createPixels(
    data: Uint8Array,
    format: NativePixelFormat,
    width: number,
    height: number,
    planes: readonly NativePlane[],
  ): NativePixels;
  /** What `share` kept; `null` when it was taken or dropped before. */
  takePixels(token: number): NativePixels | null;
  dropPixels(token: number): void;
  createVideoSource(options: {
    readonly isScreencast: boolean;
    readonly needsDenoising: boolean | null;
  }): NativeVideoSource;
  /** `highWaterMark`: seconds, for those who wait after a write. */
  createAudioSource(options: { readonly highWaterMark: number }): NativeAudioSource;
  /**
   * Memory for pixels out of the pool, with any content, that goes back when it is collected; plain
   * memory where there is too much of it, or where memory of the addon's is not allowed. It cannot
   * be transferred.
   */
  createBytes(length: number): ArrayBuffer;
  /** Between buffers; the planes as in {@link NativeFrames.createPixels} and `copyTo`. */
  convertPixels(
    source: Uint8Array,
    sourceFormat: NativePixelFormat,
    target: Uint8Array,
    targetFormat: NativePixelFormat,
    width: number,
    height: number,
  ): void;
}
