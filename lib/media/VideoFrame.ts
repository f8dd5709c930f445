import { VideoFrameBufferInit, VideoFrameCopyToOptions, VideoFrameInit } from '../idl/index.js';
import { VideoFrameMetadata } from '../idl/index.js';
import type { PlaneLayout } from '../idl/index.js';
import { exception } from '../internal/errors.js';
import { createPixels } from '../internal/frames.js';
import type {
  NativePixelFormat,
  NativePixels,
  NativeVideoFrame,
} from '../internal/native-types.js';
import {
  AllowSharedBufferSource,
  checkArguments,
  defineInterface,
  kConstruct,
} from '../webidl/index.js';
import { describe } from '../webidl/describe.js';
import { bytesOf, checkTransfer, detachAll } from './buffers.js';
import { parseCopyOptions } from './copy-options.js';
import { newRect } from './DOMRectReadOnly.js';
import type { DOMRectReadOnly } from './DOMRectReadOnly.js';
import { unwatchFrame, watchFrame } from './forgotten-frames.js';
import { factsOfBuffer, factsOfNative, factsOfOther } from './frame-facts.js';
import type { FrameFacts } from './frame-facts.js';
import { computeLayout } from './frame-layout.js';
import { SharedPixels } from './shared-pixels.js';
import type { VideoColorSpace } from './VideoColorSpace.js';

const CONTEXT = 'VideoFrame constructor';

/** A frame that is not closed: what it knows, and its pixels. */
export interface OpenFrame {
  readonly facts: FrameFacts;
  readonly pixels: NativePixels;
}

/** A frame of pixels that somebody else made, which are the frame's from now on. */
export let newFrame: (facts: FrameFacts, pixels: NativePixels) => VideoFrame;
/** Null when it is closed. */
export let openFrame: (frame: VideoFrame) => OpenFrame | null;

/**
 * A picture. Its pixels are in native memory, never change, and are shared with
 * its clones; {@link VideoFrame.copyTo} copies them out. Close it when done: a
 * frame that is forgotten holds its memory until it is garbage collected.
 *
 * @see https://w3c.github.io/webcodecs/#videoframe-interface
 */
export class VideoFrame {
  #facts: FrameFacts;
  /** Null: it is closed. */
  #pixels: SharedPixels | null;
  #codedRect: DOMRectReadOnly | null = null;
  #visibleRect: DOMRectReadOnly | null = null;

  /** The same pixels, seen otherwise. */
  constructor(image: VideoFrame, init?: VideoFrameInit);
  /** A copy of bytes, which may lie in a SharedArrayBuffer. */
  constructor(data: ArrayBufferLike | ArrayBufferView, init: VideoFrameBufferInit);
  constructor(source: unknown, init?: unknown, pixels?: SharedPixels) {
    if (source === kConstruct) {
      this.#facts = init as FrameFacts;
      this.#pixels = pixels ?? null;
    } else if (VideoFrame.#isFrame(source)) {
      [this.#facts, this.#pixels] = VideoFrame.#ofFrame(source, init);
    } else {
      checkArguments(arguments.length, 1, CONTEXT);
      [this.#facts, this.#pixels] = VideoFrame.#ofBuffer(source, init, arguments.length);
    }
    if (this.#pixels !== null) watchFrame(this, this.#pixels);
  }

  static #isFrame(value: unknown): value is VideoFrame {
    return typeof value === 'object' && value !== null && #facts in value;
  }

  /** @see https://w3c.github.io/webcodecs/#dom-videoframe-videoframe */
  static #ofFrame(image: VideoFrame, init: unknown): [FrameFacts, SharedPixels] {
    const converted = VideoFrameInit.convert(init, `${CONTEXT}: init`);
    // 1. If the image is not usable, throw an InvalidStateError.
    const pixels = image.#open(CONTEXT);
    // 5. Run the Initialize Frame From Other Frame algorithm.
    const facts = factsOfOther(image.#facts, converted, `${CONTEXT}: init`);
    return [facts, pixels.retain()];
  }

  /** @see https://w3c.github.io/webcodecs/#dom-videoframe-videoframe-data-init */
  static #ofBuffer(source: unknown, init: unknown, given: number): [FrameFacts, SharedPixels] {
    if (!AllowSharedBufferSource.accepts?.(source)) {
      throw new TypeError(
        `${CONTEXT}: ${describe(source)} is neither a VideoFrame nor an AllowSharedBufferSource`,
      );
    }
    checkArguments(given, 2, CONTEXT);
    const data = AllowSharedBufferSource.convert(source, `${CONTEXT}: data`);
    const context = `${CONTEXT}: init`;
    const converted = VideoFrameBufferInit.convert(init, context);
    // 1. to 6. If init is not valid, throw a TypeError.
    const facts = factsOfBuffer(converted, context);
    const { format, codedWidth, codedHeight } = facts;
    // 7. to 10. Let combinedLayout be that of the coded picture.
    const size = { width: codedWidth, height: codedHeight };
    const { planes, allocationSize } = computeLayout(size, format, converted.layout, context);
    // 11. If data is shorter, throw a TypeError.
    if (data.byteLength < allocationSize) {
      throw new TypeError(
        `${CONTEXT}: data has ${data.byteLength} bytes, ${format} of ${codedWidth}x${codedHeight} ` +
          `needs ${allocationSize}`,
      );
    }
    // 12. and 13. If transfer has a buffer twice, or a detached one, throw a DataCloneError.
    checkTransfer(converted.transfer, context);
    // 15. Let resource be a copy of data.
    const native = createPixels(bytesOf(data), format, codedWidth, codedHeight, planes);
    // 16. Detach what is transferred.
    detachAll(converted.transfer);
    return [facts, new SharedPixels(native)];
  }

  /** Null when the frame is closed. */
  get format(): NativePixelFormat | null {
    return this.#pixels && this.#facts.format;
  }

  /** Pixels, with those outside {@link visibleRect}; 0 when the frame is closed. */
  get codedWidth(): number {
    return this.#pixels === null ? 0 : this.#facts.codedWidth;
  }

  /** As {@link codedWidth}. */
  get codedHeight(): number {
    return this.#pixels === null ? 0 : this.#facts.codedHeight;
  }

  /** All pixels; null when the frame is closed. */
  get codedRect(): DOMRectReadOnly | null {
    if (this.#pixels === null) return null;
    const { codedWidth: width, codedHeight: height } = this.#facts;
    this.#codedRect ??= newRect({ x: 0, y: 0, width, height });
    return this.#codedRect;
  }

  /** The part to be shown; null when the frame is closed. */
  get visibleRect(): DOMRectReadOnly | null {
    if (this.#pixels === null) return null;
    this.#visibleRect ??= newRect(this.#facts.visibleRect);
    return this.#visibleRect;
  }

  /** Clockwise, degrees: 0, 90, 180 or 270. */
  get rotation(): number {
    return this.#pixels === null ? 0 : this.#facts.rotation;
  }

  /** Mirrored, after it was turned: never. */
  get flip(): boolean {
    return this.#facts.flip;
  }

  /** Pixels, when shown and turned; 0 when the frame is closed. */
  get displayWidth(): number {
    return this.#pixels === null ? 0 : this.#facts.displayWidth;
  }

  /** As {@link displayWidth}. */
  get displayHeight(): number {
    return this.#pixels === null ? 0 : this.#facts.displayHeight;
  }

  /** Microseconds. */
  get duration(): number | null {
    return this.#facts.duration;
  }

  /** Microseconds. */
  get timestamp(): number {
    return this.#facts.timestamp;
  }

  get colorSpace(): VideoColorSpace {
    return this.#facts.colorSpace;
  }

  /**
   * Of received frames: when they were captured and received, and their RTP timestamp.
   *
   * @see https://w3c.github.io/webcodecs/#dom-videoframe-metadata
   * @throws InvalidStateError when the frame is closed
   */
  metadata(): VideoFrameMetadata {
    // 1. If [[Detached]] is true, throw an InvalidStateError.
    this.#open('VideoFrame.metadata');
    // 2. Return a copy.
    return VideoFrameMetadata.convert(this.#facts.metadata, '');
  }

  /**
   * How many bytes {@link copyTo} needs with the same options.
   *
   * @see https://w3c.github.io/webcodecs/#dom-videoframe-allocationsize
   * @throws InvalidStateError when the frame is closed
   * @throws NotSupportedError for a format that is not converted to
   */
  allocationSize(options: VideoFrameCopyToOptions = {}): number {
    const context = 'VideoFrame.allocationSize';
    const converted = VideoFrameCopyToOptions.convert(options, `${context}: options`);
    // 1. If [[Detached]] is true, throw an InvalidStateError.
    this.#open(context);
    // 3. to 5. Return the allocationSize of the parsed options.
    return parseCopyOptions(this.#facts, converted, `${context}: options`).allocationSize;
  }

  /**
   * Copies pixels to memory, which may lie in a SharedArrayBuffer: in the frame's own format, or
   * converted to an RGB format, to I420 or NV12. The copy is made before the call returns.
   *
   * @returns where each plane lies
   * @see https://w3c.github.io/webcodecs/#dom-videoframe-copyto
   * @throws InvalidStateError when the frame is closed
   * @throws NotSupportedError for a format or a colour space that is not converted to
   * @throws TypeError when the destination is too small
   */
  copyTo(
    destination: ArrayBufferLike | ArrayBufferView,
    options: VideoFrameCopyToOptions = {},
  ): Promise<PlaneLayout[]> {
    const context = 'VideoFrame.copyTo';
    const target = AllowSharedBufferSource.convert(destination, `${context}: destination`);
    const converted = VideoFrameCopyToOptions.convert(options, `${context}: options`);
    // 1. If [[Detached]] is true, throw an InvalidStateError.
    const { native } = this.#open(context);
    // 3. and 4. Let combinedLayout be the parsed options.
    const copy = parseCopyOptions(this.#facts, converted, `${context}: options`);
    // 5. If destination is shorter, return a promise rejected with a TypeError.
    if (target.byteLength < copy.allocationSize) {
      throw new TypeError(
        `${context}: destination has ${target.byteLength} bytes, ${copy.allocationSize} are needed`,
      );
    }
    // 8. Copy, and resolve with the layout.
    native.copyTo(bytesOf(target), copy.format, copy.rect, copy.planes, copy.colorSpace);
    return Promise.resolve(copy.planes.map(({ offset, stride }) => ({ offset, stride })));
  }

  /**
   * Another frame with the same pixels, to be closed too.
   *
   * @see https://w3c.github.io/webcodecs/#dom-videoframe-clone
   * @throws InvalidStateError when the frame is closed
   */
  clone(): VideoFrame {
    // 1. If [[Detached]] is true, throw an InvalidStateError.
    const pixels = this.#open('VideoFrame.clone');
    // 2. Return the result of running the Clone VideoFrame algorithm.
    return VideoFrame.#make(this.#facts, pixels.retain());
  }

  /**
   * Lets go of the pixels. Closing a closed frame does nothing.
   *
   * @see https://w3c.github.io/webcodecs/#dom-videoframe-close
   */
  close(): void {
    if (this.#pixels === null) return;
    unwatchFrame(this);
    this.#pixels.release();
    this.#pixels = null;
    this.#facts = { ...this.#facts, metadata: {} };
  }

  static #make(facts: FrameFacts, pixels: SharedPixels): VideoFrame {
    const Class = VideoFrame as unknown as new (...args: unknown[]) => VideoFrame;
    return new Class(kConstruct, facts, pixels);
  }

  #open(context: string): SharedPixels {
    if (this.#pixels !== null) return this.#pixels;
    throw exception('InvalidStateError', `${context}: the frame is closed`);
  }

  static {
    newFrame = (facts, pixels) => VideoFrame.#make(facts, new SharedPixels(pixels));
    openFrame = (frame) => frame.#pixels && { facts: frame.#facts, pixels: frame.#pixels.native };
    defineInterface(this, {
      is: (value) => #facts in value,
      promises: ['copyTo'],
      required: { copyTo: 1, allocationSize: 0 },
      constructorLength: 1,
    });
  }
}

/** A frame that a track gave. */
export function frameOfNative(frame: NativeVideoFrame): VideoFrame {
  return newFrame(factsOfNative(frame), frame.pixels);
}
