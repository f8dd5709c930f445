import { createPixels } from '../internal/frames.js';
import type { NativeRotation } from '../internal/native-types.js';
import { exception } from '../internal/errors.js';
import { GeneratedVideoSource } from '../media/generated-video-source.js';
import { openFrame } from '../media/VideoFrame.js';
import type { VideoFrame } from '../media/VideoFrame.js';
import type { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import {
  defineInterface,
  dictionary,
  enforceRange,
  interfaceType,
  member,
  nullable,
  types,
} from '../webidl/index.js';
import type { Infer } from '../webidl/index.js';
import { packedPicture, RTCVideoFrameBytes } from './i420.js';
import { monotonicTime } from './monotonic-time.js';

const CONTEXT = 'RTCVideoSource.onFrame';
const Frame = interfaceType<VideoFrame>('VideoFrame');

export interface RTCVideoSourceInit extends Infer<typeof RTCVideoSourceInit> {}
const RTCVideoSourceInit = dictionary('RTCVideoSourceInit', {
  /** Sharp and slow pictures, whose size is kept: not those of a camera. */
  isScreencast: member(types.boolean, false),
  /** Encoders may take noise away; `null`: as libwebrtc thinks best. */
  needsDenoising: member(nullable(types.boolean), null),
});

export interface RTCVideoSourceFrame extends Infer<typeof RTCVideoSourceFrame> {}
const RTCVideoSourceFrame = dictionary(
  'RTCVideoSourceFrame',
  {
    /** Clockwise, degrees: 0, the default, 90, 180 or 270. */
    rotation: member(enforceRange(types.unsignedShort), 0),
    /** Microseconds of any clock; default: now, on the monotonic clock. */
    timestamp: member(enforceRange(types.longLong)),
  },
  RTCVideoFrameBytes,
);

function rotationOf(value: number): NativeRotation {
  if (value === 0 || value === 90 || value === 180 || value === 270) return value;
  throw new RangeError(`${CONTEXT}: frame.rotation: ${value} is not 0, 90, 180 or 270`);
}

/** Tracks of pictures that the program makes. */
export class RTCVideoSource {
  readonly #source: GeneratedVideoSource;
  readonly #isScreencast: boolean;
  readonly #needsDenoising: boolean | null;

  constructor(init: RTCVideoSourceInit = {}) {
    const converted = RTCVideoSourceInit.convert(init, 'RTCVideoSource constructor: init');
    const { isScreencast, needsDenoising } = converted;
    this.#isScreencast = isScreencast;
    this.#needsDenoising = needsDenoising;
    this.#source = new GeneratedVideoSource({ isScreencast, needsDenoising });
  }

  get isScreencast(): boolean {
    return this.#isScreencast;
  }

  get needsDenoising(): boolean | null {
    return this.#needsDenoising;
  }

  /** All tracks of a source get all of its frames. */
  createTrack(): MediaStreamTrack {
    return this.#source.createTrack();
  }

  /**
   * Gives a picture to the tracks: I420 bytes, which are copied, or a `VideoFrame`, which stays
   * open.
   *
   * @throws RangeError when there are too few bytes, or for another rotation
   * @throws InvalidStateError when the `VideoFrame` is closed
   */
  onFrame(frame: RTCVideoSourceFrame | VideoFrame): void {
    if (Frame.accepts?.(frame)) {
      const open = openFrame(frame as VideoFrame);
      if (open === null) throw exception('InvalidStateError', `${CONTEXT}: the frame is closed`);
      this.#source.writeFrame(open);
      return;
    }
    const converted = RTCVideoSourceFrame.convert(frame, `${CONTEXT}: frame`);
    const rotation = rotationOf(converted.rotation);
    const picture = packedPicture(converted, 'I420', `${CONTEXT}: frame`);
    const { bytes, planes, width, height } = picture;
    const pixels = createPixels(bytes, 'I420', width, height, planes);
    const { timestamp = monotonicTime() } = converted;
    this.#source.write(pixels, { x: 0, y: 0, width, height }, timestamp, rotation, null);
    pixels.close();
  }

  static {
    defineInterface(this, { is: (value) => #source in value });
  }
}
