/** Statistics of a connection, its channels and its transports. */
import { dictionary, enumeration, member, nullable, required, types } from '../../webidl/index.js';
import type { Infer } from '../../webidl/index.js';
import {
  RTCDataChannelState,
  RTCDtlsTransportState,
  RTCIceCandidateType,
  RTCIceRole,
  RTCIceServerTransportProtocol,
  RTCIceTcpCandidateType,
  RTCIceTransportState,
} from '../enums.js';
import { RTCStats } from './base.js';

export const RTCDtlsRole = enumeration('RTCDtlsRole', ['client', 'server', 'unknown']);
export type RTCDtlsRole = Infer<typeof RTCDtlsRole>;

export const RTCStatsIceCandidatePairState = enumeration('RTCStatsIceCandidatePairState', [
  'frozen',
  'waiting',
  'in-progress',
  'failed',
  'succeeded',
]);
export type RTCStatsIceCandidatePairState = Infer<typeof RTCStatsIceCandidatePairState>;

/** @see https://w3c.github.io/webrtc-stats/#dom-rtcpeerconnectionstats */
export interface RTCPeerConnectionStats extends Infer<typeof RTCPeerConnectionStats> {}
export const RTCPeerConnectionStats = dictionary(
  'RTCPeerConnectionStats',
  {
    dataChannelsOpened: member(types.unsignedLong),
    dataChannelsClosed: member(types.unsignedLong),
  },
  RTCStats,
);

/** @see https://w3c.github.io/webrtc-stats/#dom-rtcdatachannelstats */
export interface RTCDataChannelStats extends Infer<typeof RTCDataChannelStats> {}
export const RTCDataChannelStats = dictionary(
  'RTCDataChannelStats',
  {
    label: member(types.DOMString),
    protocol: member(types.DOMString),
    dataChannelIdentifier: member(types.unsignedShort),
    state: required(RTCDataChannelState),
    messagesSent: member(types.unsignedLong),
    bytesSent: member(types.unsignedLongLong),
    messagesReceived: member(types.unsignedLong),
    bytesReceived: member(types.unsignedLongLong),
  },
  RTCStats,
);

/** @see https://w3c.github.io/webrtc-stats/#dom-rtctransportstats */
export interface RTCTransportStats extends Infer<typeof RTCTransportStats> {}
export const RTCTransportStats = dictionary(
  'RTCTransportStats',
  {
    packetsSent: member(types.unsignedLongLong),
    packetsReceived: member(types.unsignedLongLong),
    bytesSent: member(types.unsignedLongLong),
    bytesReceived: member(types.unsignedLongLong),
    iceRole: member(RTCIceRole),
    iceLocalUsernameFragment: member(types.DOMString),
    dtlsState: required(RTCDtlsTransportState),
    iceState: member(RTCIceTransportState),
    selectedCandidatePairId: member(types.DOMString),
    localCertificateId: member(types.DOMString),
    remoteCertificateId: member(types.DOMString),
    tlsVersion: member(types.DOMString),
    dtlsCipher: member(types.DOMString),
    dtlsRole: member(RTCDtlsRole),
    srtpCipher: member(types.DOMString),
    selectedCandidatePairChanges: member(types.unsignedLong),
    ccfbMessagesSent: member(types.unsignedLong),
    ccfbMessagesReceived: member(types.unsignedLong),
  },
  RTCStats,
);

/** @see https://w3c.github.io/webrtc-stats/#dom-rtcicecandidatestats */
export interface RTCIceCandidateStats extends Infer<typeof RTCIceCandidateStats> {}
export const RTCIceCandidateStats = dictionary(
  'RTCIceCandidateStats',
  {
    transportId: required(types.DOMString),
    address: member(nullable(types.DOMString)),
    port: member(types.long),
    protocol: member(types.DOMString),
    candidateType: required(RTCIceCandidateType),
    priority: member(types.long),
    url: member(types.DOMString),
    relayProtocol: member(RTCIceServerTransportProtocol),
    foundation: member(types.DOMString),
    relatedAddress: member(types.DOMString),
    relatedPort: member(types.long),
    usernameFragment: member(types.DOMString),
    tcpType: member(RTCIceTcpCandidateType),
  },
  RTCStats,
);

/** @see https://w3c.github.io/webrtc-stats/#dom-rtcicecandidatepairstats */
export interface RTCIceCandidatePairStats extends Infer<typeof RTCIceCandidatePairStats> {}
export const RTCIceCandidatePairStats = dictionary(
  'RTCIceCandidatePairStats',
  {
    transportId: required(types.DOMString),
    localCandidateId: required(types.DOMString),
    remoteCandidateId: required(types.DOMString),
    state: required(RTCStatsIceCandidatePairState),
    nominated: member(types.boolean),
    packetsSent: member(types.unsignedLongLong),
    packetsReceived: member(types.unsignedLongLong),
    bytesSent: member(types.unsignedLongLong),
    bytesReceived: member(types.unsignedLongLong),
    lastPacketSentTimestamp: member(types.DOMHighResTimeStamp),
    lastPacketReceivedTimestamp: member(types.DOMHighResTimeStamp),
    totalRoundTripTime: member(types.double),
    currentRoundTripTime: member(types.double),
    availableOutgoingBitrate: member(types.double),
    availableIncomingBitrate: member(types.double),
    requestsReceived: member(types.unsignedLongLong),
    requestsSent: member(types.unsignedLongLong),
    responsesReceived: member(types.unsignedLongLong),
    responsesSent: member(types.unsignedLongLong),
    consentRequestsSent: member(types.unsignedLongLong),
    packetsDiscardedOnSend: member(types.unsignedLong),
    bytesDiscardedOnSend: member(types.unsignedLongLong),
  },
  RTCStats,
);

/** @see https://w3c.github.io/webrtc-stats/#dom-rtccertificatestats */
export interface RTCCertificateStats extends Infer<typeof RTCCertificateStats> {}
export const RTCCertificateStats = dictionary(
  'RTCCertificateStats',
  {
    fingerprint: required(types.DOMString),
    fingerprintAlgorithm: required(types.DOMString),
    base64Certificate: required(types.DOMString),
    issuerCertificateId: member(types.DOMString),
  },
  RTCStats,
);
