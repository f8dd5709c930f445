import { createBytes } from '../internal/frames.js';
import type { NativeVideoFrame } from '../internal/native-types.js';
import { computeLayout } from '../media/frame-layout.js';
import { defineInterface } from '../webidl/index.js';

/** A picture of an {@link RTCVideoSink}: I420, the planes one after the other. */
export interface RTCVideoFrame {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /**
   * Y, U and V, without gaps between rows and planes. It is made when it is read first: who
   * looks at the other members alone pays nothing. It stays what it is.
   */
  readonly data: Uint8ClampedArray;
  /** Clockwise, degrees: how the picture is to be turned. */
  readonly rotation: 0 | 90 | 180 | 270;
  /** Microseconds: as the local source wrote it, else on the monotonic clock. */
  readonly timestamp: number;
  /** Milliseconds since the epoch: when it was captured, as its sender said. */
  readonly captureTime: number | null;
  /** Milliseconds since the epoch: when its last packet came. */
  readonly receiveTime: number | null;
  readonly rtpTimestamp: number | null;
}

/** All of a picture as I420: its own memory, where nobody else uses that, else a copy. */
function takeI420({ pixels, colorSpace }: NativeVideoFrame): Uint8ClampedArray {
  const { width, height } = pixels;
  const own = pixels.takeBytes();
  if (own !== null) return new Uint8ClampedArray(own);
  const { planes, allocationSize } = computeLayout({ width, height }, 'I420', undefined, '');
  const bytes = createBytes(allocationSize);
  pixels.copyTo(bytes, 'I420', { x: 0, y: 0, width, height }, planes, colorSpace);
  pixels.close();
  return new Uint8ClampedArray(bytes.buffer);
}

interface Lazy {
  readonly native: NativeVideoFrame;
  data: Uint8ClampedArray | null;
}

const lazies = new WeakMap<object, Lazy>();

/**
 * Of all frames: V8 keeps an accessor of an object's own for as long as its old space, and with it
 * what the accessor holds.
 */
const dataDescriptor: PropertyDescriptor & ThisType<object> = {
  get() {
    const lazy = lazies.get(this);
    if (lazy === undefined) return undefined;
    lazy.data ??= takeI420(lazy.native);
    return lazy.data;
  },
  enumerable: true,
  configurable: true,
};

function lazyFrame(native: NativeVideoFrame): RTCVideoFrame {
  const { pixels, rotation, timestamp, captureTime, receiveTime, rtpTimestamp } = native;
  const frame = { width: pixels.width, height: pixels.height };
  Object.defineProperty(frame, 'data', dataDescriptor);
  lazies.set(frame, { native, data: null });
  const rest = { rotation, timestamp, captureTime, receiveTime, rtpTimestamp };
  return Object.assign(frame, rest) as RTCVideoFrame;
}

/** A sink got a picture. */
export class VideoSinkEvent extends Event {
  readonly #frame: RTCVideoFrame;

  /** @internal */
  constructor(native: NativeVideoFrame) {
    super('frame');
    this.#frame = lazyFrame(native);
  }

  get frame(): RTCVideoFrame {
    return this.#frame;
  }

  static {
    defineInterface(this, { is: (value) => #frame in value, constructorLength: 0 });
  }
}
