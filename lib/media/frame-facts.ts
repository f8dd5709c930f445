import type {
  VideoColorSpaceInit,
  VideoFrameBufferInit,
  VideoFrameInit,
  VideoFrameMetadata,
  VideoPixelFormat,
} from '../idl/index.js';
import { exception } from '../internal/errors.js';
import type {
  NativePixelFormat,
  NativeRect,
  NativeRotation,
  NativeVideoFrame,
} from '../internal/native-types.js';
import type { Converted } from '../webidl/index.js';
import { isSupported, opaqueFormat } from './pixel-formats.js';
import { addRotations, isUpright, parseRotation, refuseFlip } from './rotation.js';
import { pickColorSpace, VideoColorSpace } from './VideoColorSpace.js';
import { parseRect } from './visible-rect.js';

/** What a frame knows of its pixels. */
export interface FrameFacts {
  readonly format: NativePixelFormat;
  /** Pixels. */
  readonly codedWidth: number;
  readonly codedHeight: number;
  readonly visibleRect: NativeRect;
  readonly rotation: NativeRotation;
  readonly flip: boolean;
  readonly displayWidth: number;
  readonly displayHeight: number;
  /** Microseconds. */
  readonly duration: number | null;
  readonly timestamp: number;
  readonly colorSpace: VideoColorSpace;
  readonly metadata: Readonly<VideoFrameMetadata>;
}

type BufferInit = Converted<typeof VideoFrameBufferInit>;
type FrameInit = Converted<typeof VideoFrameInit>;
interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels of the largest side of a picture: that of VP8 (RFC 6386, section 9.1), and one more. */
export const LARGEST_SIDE = 16384;

/** Width and height change places when the picture lies on its side. */
function turned({ width, height }: Size, rotation: NativeRotation): Size {
  return isUpright(rotation) ? { width, height } : { width: height, height: width };
}

/** Null when it is not given. */
function displaySize(
  init: { readonly displayWidth?: number; readonly displayHeight?: number },
  context: string,
): Size | null {
  const { displayWidth: width, displayHeight: height } = init;
  if (width === undefined && height === undefined) return null;
  if (width === undefined || height === undefined) {
    throw new TypeError(`${context}: displayWidth and displayHeight go together`);
  }
  if (width === 0 || height === 0) {
    throw new TypeError(`${context}: the display size ${width}x${height} is empty`);
  }
  return { width, height };
}

/** @throws NotSupportedError for formats that nothing here can read */
export function checkFormat(format: VideoPixelFormat, context: string): NativePixelFormat {
  if (isSupported(format)) return format;
  throw exception('NotSupportedError', `${context}: ${format} is not supported`);
}

/** @see https://w3c.github.io/webcodecs/#valid-videoframebufferinit */
export function factsOfBuffer(init: BufferInit, context: string): FrameFacts {
  const { codedWidth, codedHeight, duration = null, timestamp, metadata = {} } = init;
  const format = checkFormat(init.format, `${context}.format`);
  refuseFlip(init.flip, context);
  // 1. If codedWidth or codedHeight is 0, return false.
  for (const side of [codedWidth, codedHeight]) {
    if (side >= 1 && side <= LARGEST_SIDE) continue;
    throw new TypeError(
      `${context}: the coded size ${codedWidth}x${codedHeight} is not from 1 to ${LARGEST_SIDE}`,
    );
  }
  // 2. to 4. If visibleRect is not inside the coded size, return false.
  const all = { x: 0, y: 0, width: codedWidth, height: codedHeight };
  const visibleRect = parseRect(
    ...([init.visibleRect ?? all, init, format, `${context}.visibleRect`] as const),
  );
  // 5. and 6. If only one of displayWidth and displayHeight exists, or one is 0, return false.
  const rotation = parseRotation(init.rotation);
  const display = displaySize(init, context) ?? turned(visibleRect, rotation);
  return {
    format,
    codedWidth,
    codedHeight,
    visibleRect,
    rotation,
    flip: false,
    displayWidth: display.width,
    displayHeight: display.height,
    duration,
    timestamp,
    colorSpace: pickColorSpace(init.colorSpace, format),
    metadata,
  };
}

/**
 * A visible part keeps the shape of its pixels.
 *
 * @see https://w3c.github.io/webcodecs/#videoframe-initialize-visible-rect-and-display-size
 */
function scaledSize(other: FrameFacts, visible: Size, rotation: NativeRotation): Size {
  const shown = { width: other.displayWidth, height: other.displayHeight };
  const upright = turned(shown, other.rotation);
  const { width, height } = other.visibleRect;
  const scaled = {
    width: Math.round((visible.width * upright.width) / width),
    height: Math.round((visible.height * upright.height) / height),
  };
  return turned(scaled, rotation);
}

/** @see https://w3c.github.io/webcodecs/#videoframe-initialize-frame-from-other-frame */
export function factsOfOther(other: FrameFacts, init: FrameInit, context: string): FrameFacts {
  refuseFlip(init.flip, context);
  // 1. and 2. Let format be the other frame's, or its equivalent opaque format.
  const format = init.alpha === 'discard' ? opaqueFormat(other.format) : other.format;
  // 3. and 4. If init is not valid, throw a TypeError.
  const rectContext = `${context}.visibleRect`;
  const visibleRect = init.visibleRect
    ? parseRect(init.visibleRect, other, format, rectContext)
    : other.visibleRect;
  const rotation = addRotations(other.rotation, parseRotation(init.rotation));
  const display = displaySize(init, context) ?? scaledSize(other, visibleRect, rotation);
  // 7. to 16. Take the rest from init where it is there, else from the other frame.
  return {
    ...other,
    format,
    visibleRect,
    rotation,
    displayWidth: display.width,
    displayHeight: display.height,
    duration: init.duration ?? other.duration,
    timestamp: init.timestamp ?? other.timestamp,
    metadata: init.metadata ?? other.metadata,
  };
}

const sinceOrigin = (time: number) => time - performance.timeOrigin;

function metadataOf({ captureTime, receiveTime, rtpTimestamp }: NativeVideoFrame) {
  return {
    ...(captureTime !== null && { captureTime: sinceOrigin(captureTime) }),
    ...(receiveTime !== null && { receiveTime: sinceOrigin(receiveTime) }),
    ...(rtpTimestamp !== null && { rtpTimestamp }),
  };
}

/** Of a frame that a track gave. */
export function factsOfNative(frame: NativeVideoFrame): FrameFacts {
  const { pixels, rotation, timestamp } = frame;
  const { format, width, height } = pixels;
  const display = turned(pixels, rotation);
  return {
    format,
    codedWidth: width,
    codedHeight: height,
    visibleRect: { x: 0, y: 0, width, height },
    rotation,
    flip: false,
    displayWidth: display.width,
    displayHeight: display.height,
    duration: null,
    timestamp,
    colorSpace: new VideoColorSpace((frame.colorSpace ?? {}) as VideoColorSpaceInit),
    metadata: metadataOf(frame),
  };
}
