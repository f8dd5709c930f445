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
   * Y, U and V, without gaps between rows and planes. It is copied when it is read first: who
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

/** Copies all of a picture as I420. */
function copyI420({ pixels, colorSpace }: NativeVideoFrame): Uint8ClampedArray {
  const { width, height } = pixels;
  const { planes, allocationSize } = computeLayout({ width, height }, 'I420', undefined, '');
  const bytes = createBytes(allocationSize);
  pixels.copyTo(bytes, 'I420', { x: 0, y: 0, width, height }, planes, colorSpace);
  return new Uint8ClampedArray(bytes.buffer);
}

function lazyFrame(native: NativeVideoFrame): RTCVideoFrame {
  const { pixels, rotation, timestamp, captureTime, receiveTime, rtpTimestamp } = native;
  let data: Uint8ClampedArray | null = null;
  return {
    width: pixels.width,
    height: pixels.height,
    get data() {
      if (data === null) {
        data = copyI420(native);
        pixels.close();
      }
      return data;
    },
    rotation,
    timestamp,
    captureTime,
    receiveTime,
    rtpTimestamp,
  };
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
