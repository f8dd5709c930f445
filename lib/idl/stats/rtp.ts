/** Statistics of streams: @see https://w3c.github.io/webrtc-stats/#rtcrtpstreamstats-dict* */
import { dictionary, enumeration, member, record, required, types } from '../../webidl/index.js';
import type { Infer } from '../../webidl/index.js';
import { RTCStats } from './base.js';

export const RTCQualityLimitationReason = enumeration('RTCQualityLimitationReason', [
  'none',
  'cpu',
  'bandwidth',
  'other',
]);
export type RTCQualityLimitationReason = Infer<typeof RTCQualityLimitationReason>;

/** @see https://w3c.github.io/webrtc-stats/#dom-rtcrtpstreamstats */
export interface RTCRtpStreamStats extends Infer<typeof RTCRtpStreamStats> {}
export const RTCRtpStreamStats = dictionary(
  'RTCRtpStreamStats',
  {
    ssrc: required(types.unsignedLong),
    kind: required(types.DOMString),
    transportId: member(types.DOMString),
    codecId: member(types.DOMString),
  },
  RTCStats,
);

/** @see https://w3c.github.io/webrtc-stats/#dom-rtccodecstats */
export interface RTCCodecStats extends Infer<typeof RTCCodecStats> {}
export const RTCCodecStats = dictionary(
  'RTCCodecStats',
  {
    payloadType: required(types.unsignedLong),
    transportId: required(types.DOMString),
    mimeType: required(types.DOMString),
    clockRate: member(types.unsignedLong),
    channels: member(types.unsignedLong),
    sdpFmtpLine: member(types.DOMString),
  },
  RTCStats,
);

/** @see https://w3c.github.io/webrtc-stats/#dom-rtcreceivedrtpstreamstats */
export interface RTCReceivedRtpStreamStats extends Infer<typeof RTCReceivedRtpStreamStats> {}
export const RTCReceivedRtpStreamStats = dictionary(
  'RTCReceivedRtpStreamStats',
  {
    packetsReceived: member(types.unsignedLongLong),
    packetsReceivedWithEct1: member(types.unsignedLongLong),
    packetsReceivedWithCe: member(types.unsignedLongLong),
    packetsReportedAsLost: member(types.unsignedLongLong),
    packetsReportedAsLostButRecovered: member(types.unsignedLongLong),
    packetsLost: member(types.longLong),
    jitter: member(types.double),
  },
  RTCRtpStreamStats,
);

/** @see https://w3c.github.io/webrtc-stats/#dom-rtcinboundrtpstreamstats */
export interface RTCInboundRtpStreamStats extends Infer<typeof RTCInboundRtpStreamStats> {}
export const RTCInboundRtpStreamStats = dictionary(
  'RTCInboundRtpStreamStats',
  {
    trackIdentifier: required(types.DOMString),
    mid: member(types.DOMString),
    remoteId: member(types.DOMString),
    framesDecoded: member(types.unsignedLong),
    keyFramesDecoded: member(types.unsignedLong),
    framesRendered: member(types.unsignedLong),
    framesDropped: member(types.unsignedLong),
    frameWidth: member(types.unsignedLong),
    frameHeight: member(types.unsignedLong),
    framesPerSecond: member(types.double),
    qpSum: member(types.unsignedLongLong),
    totalDecodeTime: member(types.double),
    totalInterFrameDelay: member(types.double),
    totalSquaredInterFrameDelay: member(types.double),
    pauseCount: member(types.unsignedLong),
    totalPausesDuration: member(types.double),
    freezeCount: member(types.unsignedLong),
    totalFreezesDuration: member(types.double),
    lastPacketReceivedTimestamp: member(types.DOMHighResTimeStamp),
    headerBytesReceived: member(types.unsignedLongLong),
    packetsDiscarded: member(types.unsignedLongLong),
    fecBytesReceived: member(types.unsignedLongLong),
    fecPacketsReceived: member(types.unsignedLongLong),
    fecPacketsDiscarded: member(types.unsignedLongLong),
    bytesReceived: member(types.unsignedLongLong),
    nackCount: member(types.unsignedLong),
    firCount: member(types.unsignedLong),
    pliCount: member(types.unsignedLong),
    totalProcessingDelay: member(types.double),
    estimatedPlayoutTimestamp: member(types.DOMHighResTimeStamp),
    jitterBufferDelay: member(types.double),
    jitterBufferTargetDelay: member(types.double),
    jitterBufferEmittedCount: member(types.unsignedLongLong),
    jitterBufferMinimumDelay: member(types.double),
    totalSamplesReceived: member(types.unsignedLongLong),
    concealedSamples: member(types.unsignedLongLong),
    silentConcealedSamples: member(types.unsignedLongLong),
    concealmentEvents: member(types.unsignedLongLong),
    insertedSamplesForDeceleration: member(types.unsignedLongLong),
    removedSamplesForAcceleration: member(types.unsignedLongLong),
    audioLevel: member(types.double),
    totalAudioEnergy: member(types.double),
    totalSamplesDuration: member(types.double),
    framesReceived: member(types.unsignedLong),
    decoderImplementation: member(types.DOMString),
    playoutId: member(types.DOMString),
    powerEfficientDecoder: member(types.boolean),
    framesAssembledFromMultiplePackets: member(types.unsignedLong),
    totalAssemblyTime: member(types.double),
    retransmittedPacketsReceived: member(types.unsignedLongLong),
    retransmittedBytesReceived: member(types.unsignedLongLong),
    rtxSsrc: member(types.unsignedLong),
    fecSsrc: member(types.unsignedLong),
    totalCorruptionProbability: member(types.double),
    totalSquaredCorruptionProbability: member(types.double),
    corruptionMeasurements: member(types.unsignedLongLong),
  },
  RTCReceivedRtpStreamStats,
);

/** @see https://w3c.github.io/webrtc-stats/#dom-rtcremoteinboundrtpstreamstats */
export interface RTCRemoteInboundRtpStreamStats extends Infer<
  typeof RTCRemoteInboundRtpStreamStats
> {}
export const RTCRemoteInboundRtpStreamStats = dictionary(
  'RTCRemoteInboundRtpStreamStats',
  {
    localId: member(types.DOMString),
    roundTripTime: member(types.double),
    totalRoundTripTime: member(types.double),
    fractionLost: member(types.double),
    roundTripTimeMeasurements: member(types.unsignedLongLong),
    packetsWithBleachedEct1Marking: member(types.unsignedLongLong),
  },
  RTCReceivedRtpStreamStats,
);

/** @see https://w3c.github.io/webrtc-stats/#dom-rtcsentrtpstreamstats */
export interface RTCSentRtpStreamStats extends Infer<typeof RTCSentRtpStreamStats> {}
export const RTCSentRtpStreamStats = dictionary(
  'RTCSentRtpStreamStats',
  {
    packetsSent: member(types.unsignedLongLong),
    bytesSent: member(types.unsignedLongLong),
  },
  RTCRtpStreamStats,
);

/** @see https://w3c.github.io/webrtc-stats/#dom-rtcoutboundrtpstreamstats */
export interface RTCOutboundRtpStreamStats extends Infer<typeof RTCOutboundRtpStreamStats> {}
export const RTCOutboundRtpStreamStats = dictionary(
  'RTCOutboundRtpStreamStats',
  {
    mid: member(types.DOMString),
    mediaSourceId: member(types.DOMString),
    remoteId: member(types.DOMString),
    rid: member(types.DOMString),
    encodingIndex: member(types.unsignedLong),
    headerBytesSent: member(types.unsignedLongLong),
    retransmittedPacketsSent: member(types.unsignedLongLong),
    retransmittedBytesSent: member(types.unsignedLongLong),
    rtxSsrc: member(types.unsignedLong),
    targetBitrate: member(types.double),
    totalEncodedBytesTarget: member(types.unsignedLongLong),
    frameWidth: member(types.unsignedLong),
    frameHeight: member(types.unsignedLong),
    framesPerSecond: member(types.double),
    framesSent: member(types.unsignedLong),
    hugeFramesSent: member(types.unsignedLong),
    framesEncoded: member(types.unsignedLong),
    keyFramesEncoded: member(types.unsignedLong),
    qpSum: member(types.unsignedLongLong),
    psnrSum: member(record(types.DOMString, types.double)),
    psnrMeasurements: member(types.unsignedLongLong),
    totalEncodeTime: member(types.double),
    totalPacketSendDelay: member(types.double),
    qualityLimitationReason: member(RTCQualityLimitationReason),
    qualityLimitationDurations: member(record(types.DOMString, types.double)),
    qualityLimitationResolutionChanges: member(types.unsignedLong),
    nackCount: member(types.unsignedLong),
    firCount: member(types.unsignedLong),
    pliCount: member(types.unsignedLong),
    encoderImplementation: member(types.DOMString),
    powerEfficientEncoder: member(types.boolean),
    active: member(types.boolean),
    scalabilityMode: member(types.DOMString),
    packetsSentWithEct1: member(types.unsignedLongLong),
  },
  RTCSentRtpStreamStats,
);

/** @see https://w3c.github.io/webrtc-stats/#dom-rtcremoteoutboundrtpstreamstats */
export interface RTCRemoteOutboundRtpStreamStats extends Infer<
  typeof RTCRemoteOutboundRtpStreamStats
> {}
export const RTCRemoteOutboundRtpStreamStats = dictionary(
  'RTCRemoteOutboundRtpStreamStats',
  {
    localId: member(types.DOMString),
    remoteTimestamp: member(types.DOMHighResTimeStamp),
    reportsSent: member(types.unsignedLongLong),
    roundTripTime: member(types.double),
    totalRoundTripTime: member(types.double),
    roundTripTimeMeasurements: member(types.unsignedLongLong),
  },
  RTCSentRtpStreamStats,
);
