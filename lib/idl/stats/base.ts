/** @see https://w3c.github.io/webrtc-stats/ */
import { dictionary, enumeration, required, types } from '../../webidl/index.js';
import type { Infer } from '../../webidl/index.js';

export const RTCStatsType = enumeration('RTCStatsType', [
  'codec',
  'inbound-rtp',
  'outbound-rtp',
  'remote-inbound-rtp',
  'remote-outbound-rtp',
  'media-source',
  'media-playout',
  'peer-connection',
  'data-channel',
  'transport',
  'candidate-pair',
  'local-candidate',
  'remote-candidate',
  'certificate',
]);
export type RTCStatsType = Infer<typeof RTCStatsType>;

/** @see https://w3c.github.io/webrtc-stats/#dom-rtcstats */
export interface RTCStats extends Infer<typeof RTCStats> {}
export const RTCStats = dictionary('RTCStats', {
  /** Milliseconds, from `performance.timeOrigin` on. */
  timestamp: required(types.DOMHighResTimeStamp),
  type: required(RTCStatsType),
  /** The key of the report. */
  id: required(types.DOMString),
});
