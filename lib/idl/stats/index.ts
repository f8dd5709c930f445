import type { AnyDictionary } from '../../webidl/index.js';
import type { RTCStatsType } from './base.js';
import {
  RTCCertificateStats,
  RTCDataChannelStats,
  RTCIceCandidatePairStats,
  RTCIceCandidateStats,
  RTCPeerConnectionStats,
  RTCTransportStats,
} from './connection.js';
import { RTCAudioPlayoutStats, RTCAudioSourceStats, RTCVideoSourceStats } from './media.js';
import {
  RTCCodecStats,
  RTCInboundRtpStreamStats,
  RTCOutboundRtpStreamStats,
  RTCRemoteInboundRtpStreamStats,
  RTCRemoteOutboundRtpStreamStats,
} from './rtp.js';

export * from './base.js';
export * from './connection.js';
export * from './media.js';
export * from './rtp.js';

/** The dictionary of a stats object, by its type; a media source's also by its kind. */
export function statsTable(type: RTCStatsType, kind?: unknown): AnyDictionary {
  if (type === 'media-source') return kind === 'video' ? RTCVideoSourceStats : RTCAudioSourceStats;
  return tables[type];
}

const tables: Readonly<Record<Exclude<RTCStatsType, 'media-source'>, AnyDictionary>> = {
  codec: RTCCodecStats,
  'inbound-rtp': RTCInboundRtpStreamStats,
  'outbound-rtp': RTCOutboundRtpStreamStats,
  'remote-inbound-rtp': RTCRemoteInboundRtpStreamStats,
  'remote-outbound-rtp': RTCRemoteOutboundRtpStreamStats,
  'media-playout': RTCAudioPlayoutStats,
  'peer-connection': RTCPeerConnectionStats,
  'data-channel': RTCDataChannelStats,
  transport: RTCTransportStats,
  'candidate-pair': RTCIceCandidatePairStats,
  'local-candidate': RTCIceCandidateStats,
  'remote-candidate': RTCIceCandidateStats,
  certificate: RTCCertificateStats,
};
