/**
 * What blocks of samples are made of, and what is copied out of them.
 *
 * @see https://w3c.github.io/webcodecs/#audiodata-interface
 */
import {
  AllowSharedBufferSource,
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

/** @see https://w3c.github.io/webcodecs/#enumdef-audiosampleformat */
export const AudioSampleFormat = enumeration('AudioSampleFormat', [
  'u8',
  's16',
  's32',
  'f32',
  'u8-planar',
  's16-planar',
  's32-planar',
  'f32-planar',
]);
export type AudioSampleFormat = Infer<typeof AudioSampleFormat>;

/** @see https://w3c.github.io/webcodecs/#dictdef-audiodatainit */
export interface AudioDataInit extends Infer<typeof AudioDataInit> {}
export const AudioDataInit = dictionary('AudioDataInit', {
  format: required(AudioSampleFormat),
  /** Hertz. */
  sampleRate: required(types.float),
  /** Samples per channel. */
  numberOfFrames: required(enforceRange(types.unsignedLong)),
  numberOfChannels: required(enforceRange(types.unsignedLong)),
  /** Microseconds. */
  timestamp: required(enforceRange(types.longLong)),
  /** Interleaved, or one channel after the other. */
  data: required(AllowSharedBufferSource),
  /** Buffers that are detached: nobody changes them any more. */
  transfer: member(sequence(ArrayBufferType), []),
});

/** @see https://w3c.github.io/webcodecs/#dictdef-audiodatacopytooptions */
export interface AudioDataCopyToOptions extends Infer<typeof AudioDataCopyToOptions> {}
export const AudioDataCopyToOptions = dictionary('AudioDataCopyToOptions', {
  /** The channel of planar formats; 0 of interleaved ones. */
  planeIndex: required(enforceRange(types.unsignedLong)),
  /** The first one to copy, counted in samples per channel. */
  frameOffset: member(enforceRange(types.unsignedLong), 0),
  /** Samples per channel; default: all from `frameOffset` on. */
  frameCount: member(enforceRange(types.unsignedLong)),
  /** Default: the data's own. */
  format: member(AudioSampleFormat),
});
