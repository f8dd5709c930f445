/** WebRTC for Node.js: the names of the standards, and {@link nonstandard} for the rest. */
export { RTCCertificate } from './certificate/RTCCertificate.js';
export { RTCDataChannel } from './datachannel/RTCDataChannel.js';
export type { RTCDataChannelEventMap } from './datachannel/RTCDataChannel.js';
export { MediaStreamTrackEvent } from './events/MediaStreamTrackEvent.js';
export { RTCDataChannelEvent } from './events/RTCDataChannelEvent.js';
export { RTCDTMFToneChangeEvent } from './events/RTCDTMFToneChangeEvent.js';
export { RTCError } from './events/RTCError.js';
export { RTCErrorEvent } from './events/RTCErrorEvent.js';
export { RTCPeerConnectionIceErrorEvent } from './events/RTCPeerConnectionIceErrorEvent.js';
export { RTCPeerConnectionIceEvent } from './events/RTCPeerConnectionIceEvent.js';
export { RTCTrackEvent } from './events/RTCTrackEvent.js';
export type * from './idl/index.js';
export { AudioData } from './media/AudioData.js';
export type { DOMRectReadOnly } from './media/DOMRectReadOnly.js';
export { MediaStreamTrackGenerator } from './media/MediaStreamTrackGenerator.js';
export type { MediaStreamTrackGeneratorInit } from './media/MediaStreamTrackGenerator.js';
export { MediaStreamTrackProcessor } from './media/MediaStreamTrackProcessor.js';
export { VideoColorSpace } from './media/VideoColorSpace.js';
export { VideoFrame } from './media/VideoFrame.js';
export { VideoTrackGenerator } from './media/VideoTrackGenerator.js';
export { MediaStream } from './mediastream/MediaStream.js';
export type { MediaStreamEventMap } from './mediastream/MediaStream.js';
export { MediaStreamTrack } from './mediastream/MediaStreamTrack.js';
export type { MediaStreamTrackEventMap } from './mediastream/MediaStreamTrack.js';
export { OverconstrainedError } from './mediastream/OverconstrainedError.js';
export { nonstandard } from './nonstandard/index.js';
export type {
  AudioReading,
  AudioSinkEvent,
  BitrateSettings,
  CertificatePEM,
  CodecPattern,
  CodecPolicy,
  CodecRules,
  LogEntry,
  LoggerOptions,
  LogLevel,
  RTCAudioSink,
  RTCAudioSinkEventMap,
  RTCAudioSinkOptions,
  RTCAudioSource,
  RTCAudioSourceData,
  RTCAudioSourceEventMap,
  RTCVideoFrame,
  RTCVideoFrameBytes,
  RTCVideoSink,
  RTCVideoSinkEventMap,
  RTCVideoSource,
  RTCVideoSourceFrame,
  RTCVideoSourceInit,
  TestAudioOptions,
  TestVideoOptions,
  TrackReading,
  UnderrunEvent,
  VideoReading,
  VideoSinkEvent,
} from './nonstandard/index.js';
export { RTCIceCandidate } from './peerconnection/RTCIceCandidate.js';
export { RTCPeerConnection } from './peerconnection/RTCPeerConnection.js';
export type { RTCPeerConnectionEventMap } from './peerconnection/RTCPeerConnection.js';
export { RTCSessionDescription } from './peerconnection/RTCSessionDescription.js';
export { RTCDTMFSender } from './rtp/RTCDTMFSender.js';
export type { RTCDTMFSenderEventMap } from './rtp/RTCDTMFSender.js';
export { RTCRtpReceiver } from './rtp/RTCRtpReceiver.js';
export { RTCRtpSender } from './rtp/RTCRtpSender.js';
export { RTCRtpTransceiver } from './rtp/RTCRtpTransceiver.js';
export { RTCStatsReport } from './stats/RTCStatsReport.js';
export { RTCDtlsTransport } from './transports/RTCDtlsTransport.js';
export type { RTCDtlsTransportEventMap } from './transports/RTCDtlsTransport.js';
export { RTCIceCandidatePair } from './transports/RTCIceCandidatePair.js';
export { RTCIceTransport } from './transports/RTCIceTransport.js';
export type { RTCIceTransportEventMap } from './transports/RTCIceTransport.js';
export { RTCSctpTransport } from './transports/RTCSctpTransport.js';
export type { RTCSctpTransportEventMap } from './transports/RTCSctpTransport.js';
