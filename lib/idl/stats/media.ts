/** Statistics of media sources and of playout. */
import { dictionary, member, required, types } from '../../webidl/index.js';
import type { Infer } from '../../webidl/index.js';
import { RTCStats } from './base.js';

/** @see https://w3c.github.io/webrtc-stats/#dom-rtcmediasourcestats */
export interface RTCMediaSourceStats extends Infer<typeof RTCMediaSourceStats> {}
export const RTCMediaSourceStats = dictionary(
  'RTCMediaSourceStats',
  {
    trackIdentifier: required(types.DOMString),
    kind: required(types.DOMString),
  },
  RTCStats,
);

/** @see https://w3c.github.io/webrtc-stats/#dom-rtcaudiosourcestats */
export interface RTCAudioSourceStats extends Infer<typeof RTCAudioSourceStats> {}
export const RTCAudioSourceStats = dictionary(
  'RTCAudioSourceStats',
  {
    audioLevel: member(types.double),
    totalAudioEnergy: member(types.double),
    totalSamplesDuration: member(types.double),
    echoReturnLoss: member(types.double),
    echoReturnLossEnhancement: member(types.double),
  },
  RTCMediaSourceStats,
);

/** @see https://w3c.github.io/webrtc-stats/#dom-rtcvideosourcestats */
export interface RTCVideoSourceStats extends Infer<typeof RTCVideoSourceStats> {}
export const RTCVideoSourceStats = dictionary(
  'RTCVideoSourceStats',
  {
    width: member(types.unsignedLong),
    height: member(types.unsignedLong),
    frames: member(types.unsignedLong),
    framesPerSecond: member(types.double),
  },
  RTCMediaSourceStats,
);

/** @see https://w3c.github.io/webrtc-stats/#dom-rtcaudioplayoutstats */
export interface RTCAudioPlayoutStats extends Infer<typeof RTCAudioPlayoutStats> {}
export const RTCAudioPlayoutStats = dictionary(
  'RTCAudioPlayoutStats',
  {
    kind: required(types.DOMString),
    synthesizedSamplesDuration: member(types.double),
    synthesizedSamplesEvents: member(types.unsignedLong),
    totalSamplesDuration: member(types.double),
    totalPlayoutDelay: member(types.double),
    totalSamplesCount: member(types.unsignedLongLong),
  },
  RTCStats,
);
