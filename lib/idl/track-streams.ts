/** @see https://w3c.github.io/mediacapture-transform/ */
import type { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import {
  dictionary,
  enforceRange,
  interfaceType,
  member,
  required,
  types,
} from '../webidl/index.js';
import type { Infer } from '../webidl/index.js';

/** @see https://w3c.github.io/mediacapture-transform/#dictdef-mediastreamtrackprocessorinit */
export interface MediaStreamTrackProcessorInit extends Infer<
  typeof MediaStreamTrackProcessorInit
> {}
export const MediaStreamTrackProcessorInit = dictionary('MediaStreamTrackProcessorInit', {
  /** Of either kind; live. */
  track: required(interfaceType<MediaStreamTrack>('MediaStreamTrack')),
  /** Frames, or blocks of 10 ms, that wait to be read; the oldest are dropped. */
  maxBufferSize: member(enforceRange(types.unsignedShort)),
});
