import { randomUUID } from 'node:crypto';

import type { MediaTrackCapabilities, MediaTrackSettings } from '../idl/index.js';
import { createVideoSource } from '../internal/frames.js';
import type { NativePixels, NativeRect, NativeRotation } from '../internal/native-types.js';
import type { NativeColorSpace, NativeVideoSource } from '../internal/native-types.js';
import { createTrack } from '../mediastream/MediaStreamTrack.js';
import type { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import { TrackSource } from '../mediastream/track-source.js';
import type { OpenFrame } from './VideoFrame.js';

export interface GeneratedVideoOptions {
  readonly isScreencast: boolean;
  readonly needsDenoising: boolean | null;
}

/** How many of the last frames the frame rate is estimated from. */
const RECENT = 16;

/** What the program writes frames to. The tracks over it get all of them, as they are. */
export class GeneratedVideoSource extends TrackSource {
  readonly kind = 'video';
  readonly label = 'generated video';
  readonly capabilities: MediaTrackCapabilities;
  readonly #native: NativeVideoSource;
  readonly #deviceId = randomUUID();
  #size: { readonly width: number; readonly height: number } | null = null;
  /** When the last frames were written, milliseconds. */
  readonly #times: number[] = [];

  constructor(options: GeneratedVideoOptions) {
    super();
    this.#native = createVideoSource(options);
    this.capabilities = { deviceId: this.#deviceId, facingMode: [], resizeMode: ['none'] };
  }

  /** Of the latest frame. */
  get settings(): MediaTrackSettings {
    const settings = { deviceId: this.#deviceId, resizeMode: 'none' };
    if (this.#size === null) return settings;
    const { width, height } = this.#size;
    const [first = 0, last = 0] = [this.#times[0], this.#times.at(-1)];
    const frameRate = last > first ? ((this.#times.length - 1) * 1000) / (last - first) : 0;
    return { ...settings, width, height, aspectRatio: width / height, frameRate };
  }

  configure(): void {
    // Constraints change nothing: frames are what the program makes them.
  }

  createTrack(): MediaStreamTrack {
    const { native, id } = this.createNativeTrack();
    return createTrack(this, native, id);
  }

  createNativeTrack() {
    const id = randomUUID();
    return { native: this.#native.createTrack(id), id };
  }

  /** The pixels stay the caller's. `timestamp`: microseconds. */
  write(
    pixels: NativePixels,
    rect: NativeRect,
    timestamp: number,
    rotation: NativeRotation,
    colorSpace: NativeColorSpace | null,
  ): void {
    this.#learn(rect);
    this.#native.write(pixels, rect, timestamp, rotation, colorSpace);
  }

  writeFrame({ facts, pixels }: OpenFrame): void {
    const { visibleRect, timestamp, rotation, colorSpace } = facts;
    this.write(pixels, visibleRect, timestamp, rotation, colorSpace.toJSON() as NativeColorSpace);
  }

  #learn({ width, height }: NativeRect): void {
    if (this.#size?.width !== width || this.#size.height !== height) this.#size = { width, height };
    this.#times.push(performance.now());
    if (this.#times.length > RECENT) this.#times.shift();
  }
}
