/**
 * The enumerations of webrtc-pc.
 *
 * @see https://w3c.github.io/webrtc-pc/
 */
import { enumeration } from '../webidl/index.js';
import type { Infer } from '../webidl/index.js';

export const RTCIceTransportPolicy = enumeration('RTCIceTransportPolicy', ['relay', 'all']);
export type RTCIceTransportPolicy = Infer<typeof RTCIceTransportPolicy>;

export const RTCBundlePolicy = enumeration('RTCBundlePolicy', [
  'balanced',
  'max-compat',
  'max-bundle',
]);
export type RTCBundlePolicy = Infer<typeof RTCBundlePolicy>;

export const RTCRtcpMuxPolicy = enumeration('RTCRtcpMuxPolicy', ['require']);
export type RTCRtcpMuxPolicy = Infer<typeof RTCRtcpMuxPolicy>;

export const RTCSignalingState = enumeration('RTCSignalingState', [
  'stable',
  'have-local-offer',
  'have-remote-offer',
  'have-local-pranswer',
  'have-remote-pranswer',
  'closed',
]);
export type RTCSignalingState = Infer<typeof RTCSignalingState>;

export const RTCIceGatheringState = enumeration('RTCIceGatheringState', [
  'new',
  'gathering',
  'complete',
]);
export type RTCIceGatheringState = Infer<typeof RTCIceGatheringState>;

export const RTCPeerConnectionState = enumeration('RTCPeerConnectionState', [
  'closed',
  'failed',
  'disconnected',
  'new',
  'connecting',
  'connected',
]);
export type RTCPeerConnectionState = Infer<typeof RTCPeerConnectionState>;

export const RTCIceConnectionState = enumeration('RTCIceConnectionState', [
  'closed',
  'failed',
  'disconnected',
  'new',
  'checking',
  'completed',
  'connected',
]);
export type RTCIceConnectionState = Infer<typeof RTCIceConnectionState>;

export const RTCSdpType = enumeration('RTCSdpType', ['offer', 'pranswer', 'answer', 'rollback']);
export type RTCSdpType = Infer<typeof RTCSdpType>;

export const RTCIceProtocol = enumeration('RTCIceProtocol', ['udp', 'tcp']);
export type RTCIceProtocol = Infer<typeof RTCIceProtocol>;

export const RTCIceTcpCandidateType = enumeration('RTCIceTcpCandidateType', [
  'active',
  'passive',
  'so',
]);
export type RTCIceTcpCandidateType = Infer<typeof RTCIceTcpCandidateType>;

export const RTCIceCandidateType = enumeration('RTCIceCandidateType', [
  'host',
  'srflx',
  'prflx',
  'relay',
]);
export type RTCIceCandidateType = Infer<typeof RTCIceCandidateType>;

export const RTCIceServerTransportProtocol = enumeration('RTCIceServerTransportProtocol', [
  'udp',
  'tcp',
  'tls',
]);
export type RTCIceServerTransportProtocol = Infer<typeof RTCIceServerTransportProtocol>;

export const RTCDtlsTransportState = enumeration('RTCDtlsTransportState', [
  'new',
  'connecting',
  'connected',
  'closed',
  'failed',
]);
export type RTCDtlsTransportState = Infer<typeof RTCDtlsTransportState>;

export const RTCIceGathererState = enumeration('RTCIceGathererState', [
  'new',
  'gathering',
  'complete',
]);
export type RTCIceGathererState = Infer<typeof RTCIceGathererState>;

export const RTCIceTransportState = enumeration('RTCIceTransportState', [
  'closed',
  'failed',
  'disconnected',
  'new',
  'checking',
  'completed',
  'connected',
]);
export type RTCIceTransportState = Infer<typeof RTCIceTransportState>;

export const RTCIceRole = enumeration('RTCIceRole', ['unknown', 'controlling', 'controlled']);
export type RTCIceRole = Infer<typeof RTCIceRole>;

export const RTCIceComponent = enumeration('RTCIceComponent', ['rtp', 'rtcp']);
export type RTCIceComponent = Infer<typeof RTCIceComponent>;

export const RTCSctpTransportState = enumeration('RTCSctpTransportState', [
  'connecting',
  'connected',
  'closed',
]);
export type RTCSctpTransportState = Infer<typeof RTCSctpTransportState>;

export const RTCDataChannelState = enumeration('RTCDataChannelState', [
  'connecting',
  'open',
  'closing',
  'closed',
]);
export type RTCDataChannelState = Infer<typeof RTCDataChannelState>;

export const RTCErrorDetailType = enumeration('RTCErrorDetailType', [
  'data-channel-failure',
  'dtls-failure',
  'fingerprint-failure',
  'sctp-failure',
  'sdp-syntax-error',
  'hardware-encoder-not-available',
  'hardware-encoder-error',
]);
export type RTCErrorDetailType = Infer<typeof RTCErrorDetailType>;

export const RTCRtpTransceiverDirection = enumeration('RTCRtpTransceiverDirection', [
  'sendrecv',
  'sendonly',
  'recvonly',
  'inactive',
  'stopped',
]);
export type RTCRtpTransceiverDirection = Infer<typeof RTCRtpTransceiverDirection>;

/** @see https://w3c.github.io/mst-content-hint/#dom-rtcdegradationpreference */
export const RTCDegradationPreference = enumeration('RTCDegradationPreference', [
  'maintain-framerate',
  'maintain-resolution',
  'balanced',
  'maintain-framerate-and-resolution',
]);
export type RTCDegradationPreference = Infer<typeof RTCDegradationPreference>;

/** @see https://w3c.github.io/webrtc-priority/#rtc-priority-type */
export const RTCPriorityType = enumeration('RTCPriorityType', [
  'very-low',
  'low',
  'medium',
  'high',
]);
export type RTCPriorityType = Infer<typeof RTCPriorityType>;

/** @see https://websockets.spec.whatwg.org/#binarytype */
export const BinaryType = enumeration('BinaryType', ['blob', 'arraybuffer']);
export type BinaryType = Infer<typeof BinaryType>;
