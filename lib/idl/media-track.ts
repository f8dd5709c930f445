/**
 * What a track is, and what it could be.
 *
 * @see https://w3c.github.io/mediacapture-main/#mediastreamtrack
 */
import type { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import {
  dictionary,
  enumeration,
  interfaceType,
  member,
  required,
  sequence,
  types,
  union,
} from '../webidl/index.js';
import type { Infer } from '../webidl/index.js';
import { EventInit } from './events.js';
import { DoubleRange, ULongRange } from './media-constraints.js';

/** @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrackstate */
export const MediaStreamTrackState = enumeration('MediaStreamTrackState', ['live', 'ended']);
export type MediaStreamTrackState = Infer<typeof MediaStreamTrackState>;

/** @see https://w3c.github.io/mediacapture-main/#dom-videofacingmodeenum */
export const VideoFacingModeEnum = enumeration('VideoFacingModeEnum', [
  'user',
  'environment',
  'left',
  'right',
]);
export type VideoFacingModeEnum = Infer<typeof VideoFacingModeEnum>;

/** @see https://w3c.github.io/mediacapture-main/#dom-videoresizemodeenum */
export const VideoResizeModeEnum = enumeration('VideoResizeModeEnum', ['none', 'crop-and-scale']);
export type VideoResizeModeEnum = Infer<typeof VideoResizeModeEnum>;

/** @see https://w3c.github.io/mediacapture-main/#dom-echocancellationmodeenum */
export const EchoCancellationModeEnum = enumeration('EchoCancellationModeEnum', [
  'all',
  'remote-only',
]);
export type EchoCancellationModeEnum = Infer<typeof EchoCancellationModeEnum>;

/** @see https://w3c.github.io/mediacapture-main/#dom-mediatrackcapabilities */
export interface MediaTrackCapabilities extends Infer<typeof MediaTrackCapabilities> {}
export const MediaTrackCapabilities = dictionary('MediaTrackCapabilities', {
  width: member(ULongRange),
  height: member(ULongRange),
  aspectRatio: member(DoubleRange),
  frameRate: member(DoubleRange),
  facingMode: member(sequence(types.DOMString)),
  resizeMode: member(sequence(types.DOMString)),
  sampleRate: member(ULongRange),
  sampleSize: member(ULongRange),
  echoCancellation: member(sequence(union([types.boolean, types.DOMString]))),
  autoGainControl: member(sequence(types.boolean)),
  noiseSuppression: member(sequence(types.boolean)),
  latency: member(DoubleRange),
  channelCount: member(ULongRange),
  deviceId: member(types.DOMString),
  groupId: member(types.DOMString),
  backgroundBlur: member(sequence(types.boolean)),
});

/** @see https://w3c.github.io/mediacapture-main/#dom-mediatracksettings */
export interface MediaTrackSettings extends Infer<typeof MediaTrackSettings> {}
export const MediaTrackSettings = dictionary('MediaTrackSettings', {
  /** Pixels. */
  width: member(types.unsignedLong),
  /** Pixels. */
  height: member(types.unsignedLong),
  aspectRatio: member(types.double),
  /** Frames a second. */
  frameRate: member(types.double),
  facingMode: member(types.DOMString),
  resizeMode: member(types.DOMString),
  /** Hertz. */
  sampleRate: member(types.unsignedLong),
  /** Bits. */
  sampleSize: member(types.unsignedLong),
  echoCancellation: member(union([types.boolean, types.DOMString])),
  autoGainControl: member(types.boolean),
  noiseSuppression: member(types.boolean),
  /** Seconds. */
  latency: member(types.double),
  channelCount: member(types.unsignedLong),
  deviceId: member(types.DOMString),
  groupId: member(types.DOMString),
  backgroundBlur: member(types.boolean),
});

/** @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrackeventinit */
export interface MediaStreamTrackEventInit extends Infer<typeof MediaStreamTrackEventInit> {}
export const MediaStreamTrackEventInit = dictionary(
  'MediaStreamTrackEventInit',
  { track: required(interfaceType<MediaStreamTrack>('MediaStreamTrack')) },
  EventInit,
);
