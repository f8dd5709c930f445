/**
 * What frames are made of, and what is copied out of them.
 *
 * @see https://w3c.github.io/webcodecs/#videoframe-interface
 */
import {
  ArrayBufferType,
  dictionary,
  enforceRange,
  enumeration,
  member,
  required,
  sequence,
  types,
} from '../webidl/index.js';
import type { Infer } from '../webidl/index.js';
import { PredefinedColorSpace, VideoColorSpaceInit } from './color-space.js';

/** @see https://w3c.github.io/webcodecs/#enumdef-videopixelformat */
export const VideoPixelFormat = enumeration('VideoPixelFormat', [
  'I420',
  'I420P10',
  'I420P12',
  'I420A',
  'I420AP10',
  'I420AP12',
  'I422',
  'I422P10',
  'I422P12',
  'I422A',
  'I422AP10',
  'I422AP12',
  'I444',
  'I444P10',
  'I444P12',
  'I444A',
  'I444AP10',
  'I444AP12',
  'NV12',
  'RGBA',
  'RGBX',
  'BGRA',
  'BGRX',
]);
export type VideoPixelFormat = Infer<typeof VideoPixelFormat>;

/** @see https://w3c.github.io/webcodecs/#enumdef-alphaoption */
export const AlphaOption = enumeration('AlphaOption', ['keep', 'discard']);
export type AlphaOption = Infer<typeof AlphaOption>;

/** @see https://drafts.fxtf.org/geometry/#dictdef-domrectinit */
export interface DOMRectInit extends Infer<typeof DOMRectInit> {}
export const DOMRectInit = dictionary('DOMRectInit', {
  x: member(types.unrestrictedDouble, 0),
  y: member(types.unrestrictedDouble, 0),
  width: member(types.unrestrictedDouble, 0),
  height: member(types.unrestrictedDouble, 0),
});

/** @see https://w3c.github.io/webcodecs/#dictdef-planelayout */
export interface PlaneLayout extends Infer<typeof PlaneLayout> {}
export const PlaneLayout = dictionary('PlaneLayout', {
  /** Bytes from the start of the buffer to the plane. */
  offset: required(enforceRange(types.unsignedLong)),
  /** Bytes from the start of one row to that of the next. */
  stride: required(enforceRange(types.unsignedLong)),
});

/**
 * @see https://w3c.github.io/webcodecs/#dictdef-videoframemetadata
 * @see https://w3c.github.io/webcodecs/video_frame_metadata_registry.html
 */
export interface VideoFrameMetadata extends Infer<typeof VideoFrameMetadata> {}
export const VideoFrameMetadata = dictionary('VideoFrameMetadata', {
  /** When it was captured; milliseconds since `performance.timeOrigin`. */
  captureTime: member(types.DOMHighResTimeStamp),
  /** When its last packet came; milliseconds since `performance.timeOrigin`. */
  receiveTime: member(types.DOMHighResTimeStamp),
  /** Of its packets. */
  rtpTimestamp: member(types.unsignedLong),
});

/** @see https://w3c.github.io/webcodecs/#dictdef-videoframeinit */
export interface VideoFrameInit extends Infer<typeof VideoFrameInit> {}
export const VideoFrameInit = dictionary('VideoFrameInit', {
  /** Microseconds. */
  duration: member(types.unsignedLongLong),
  /** Microseconds. */
  timestamp: member(types.longLong),
  alpha: member(AlphaOption, 'keep'),
  /** Pixels of the coded picture. */
  visibleRect: member(DOMRectInit),
  /** Clockwise, degrees; added to the other frame's. */
  rotation: member(types.double, 0),
  flip: member(types.boolean, false),
  displayWidth: member(enforceRange(types.unsignedLong)),
  displayHeight: member(enforceRange(types.unsignedLong)),
  metadata: member(VideoFrameMetadata),
});

/** @see https://w3c.github.io/webcodecs/#dictdef-videoframebufferinit */
export interface VideoFrameBufferInit extends Infer<typeof VideoFrameBufferInit> {}
export const VideoFrameBufferInit = dictionary('VideoFrameBufferInit', {
  format: required(VideoPixelFormat),
  /** Pixels. */
  codedWidth: required(enforceRange(types.unsignedLong)),
  /** Pixels. */
  codedHeight: required(enforceRange(types.unsignedLong)),
  /** Microseconds. */
  timestamp: required(enforceRange(types.longLong)),
  /** Microseconds. */
  duration: member(enforceRange(types.unsignedLongLong)),
  /** One per plane; default: one plane after the other, without gaps. */
  layout: member(sequence(PlaneLayout)),
  /** Pixels of the coded picture; default: all. */
  visibleRect: member(DOMRectInit),
  /** Clockwise, degrees: a multiple of 90, else the nearest one. */
  rotation: member(types.double, 0),
  flip: member(types.boolean, false),
  displayWidth: member(enforceRange(types.unsignedLong)),
  displayHeight: member(enforceRange(types.unsignedLong)),
  colorSpace: member(VideoColorSpaceInit),
  /** Buffers that are detached: nobody changes them any more. */
  transfer: member(sequence(ArrayBufferType), []),
  metadata: member(VideoFrameMetadata),
});

/** @see https://w3c.github.io/webcodecs/#dictdef-videoframecopytooptions */
export interface VideoFrameCopyToOptions extends Infer<typeof VideoFrameCopyToOptions> {}
export const VideoFrameCopyToOptions = dictionary('VideoFrameCopyToOptions', {
  /** Pixels of the coded picture; default: the visible ones. */
  rect: member(DOMRectInit),
  /** One per plane; default: one plane after the other, without gaps. */
  layout: member(sequence(PlaneLayout)),
  /** Default: the frame's own. */
  format: member(VideoPixelFormat),
  /** Of RGB formats. */
  colorSpace: member(PredefinedColorSpace),
});
