/**
 * Our types stand where lib.dom's are asked for, and the other way round for
 * everything that a caller hands in: enumerations and dictionaries. The other
 * way round for interfaces does not hold, since a browser's object is no object
 * of this package (each class is branded).
 */
import type * as ours from 'node-libwebrtc';

/** Compiles where `From` is assignable to `To`. */
type Assignable<From extends To, To> = From;
/** Compiles where each is assignable to the other. */
type Both<Ours extends Theirs, Theirs extends Back, Back = Ours> = [Ours, Theirs, Back];
/** Ours with members of theirs, which it does not have or not so; methods stay bivariant. */
type With<Ours, Theirs, Missing extends keyof Theirs> = Ours & Pick<Theirs, Missing>;
/** Encoded transforms are not built yet; lib.dom lacks a value of RTCDegradationPreference. */
type SenderLater = 'getParameters' | 'transform';
/** What takes or gives senders and receivers; listeners get a connection with these as `this`. */
type MediaLater =
  | 'addEventListener'
  | 'addTrack'
  | 'addTransceiver'
  | 'getReceivers'
  | 'getSenders'
  | 'getTransceivers'
  | 'removeEventListener'
  | 'removeTrack';

/** lib.dom lacks the colour spaces of high dynamic range. */
type ColorSpaceLater = 'clone' | 'colorSpace';

export type Enumerations = [
  Both<ours.AlphaOption, AlphaOption>,
  Both<ours.AudioSampleFormat, AudioSampleFormat>,
  Both<ours.MediaStreamTrackState, MediaStreamTrackState>,
  Both<ours.RTCBundlePolicy, RTCBundlePolicy>,
  Both<ours.RTCDataChannelState, RTCDataChannelState>,
  Both<ours.RTCDtlsRole, RTCDtlsRole>,
  Both<ours.RTCDtlsTransportState, RTCDtlsTransportState>,
  Both<ours.RTCErrorDetailType, RTCErrorDetailType>,
  Both<ours.RTCIceCandidateType, RTCIceCandidateType>,
  Both<ours.RTCIceComponent, RTCIceComponent>,
  Both<ours.RTCIceConnectionState, RTCIceConnectionState>,
  Both<ours.RTCIceGathererState, RTCIceGathererState>,
  Both<ours.RTCIceGatheringState, RTCIceGatheringState>,
  Both<ours.RTCIceProtocol, RTCIceProtocol>,
  Both<ours.RTCIceRole, RTCIceRole>,
  Both<ours.RTCIceTcpCandidateType, RTCIceTcpCandidateType>,
  Both<ours.RTCIceTransportPolicy, RTCIceTransportPolicy>,
  Both<ours.RTCIceTransportState, RTCIceTransportState>,
  Both<ours.RTCPeerConnectionState, RTCPeerConnectionState>,
  Both<ours.RTCPriorityType, RTCPriorityType>,
  Both<ours.RTCQualityLimitationReason, RTCQualityLimitationReason>,
  Both<ours.RTCRtcpMuxPolicy, RTCRtcpMuxPolicy>,
  Both<ours.RTCRtpTransceiverDirection, RTCRtpTransceiverDirection>,
  Assignable<RTCDegradationPreference, ours.RTCDegradationPreference>,
  Both<ours.RTCSctpTransportState, RTCSctpTransportState>,
  Both<ours.RTCSdpType, RTCSdpType>,
  Both<ours.RTCSignalingState, RTCSignalingState>,
  Both<ours.RTCStatsIceCandidatePairState, RTCStatsIceCandidatePairState>,
  Both<ours.RTCStatsType, RTCStatsType>,
  Assignable<PredefinedColorSpace, ours.PredefinedColorSpace>,
  Assignable<VideoColorPrimaries, ours.VideoColorPrimaries>,
  Assignable<VideoMatrixCoefficients, ours.VideoMatrixCoefficients>,
  Assignable<VideoPixelFormat, ours.VideoPixelFormat>,
  Assignable<VideoTransferCharacteristics, ours.VideoTransferCharacteristics>,
];

export type Dictionaries = [
  Both<ours.AudioDataCopyToOptions, AudioDataCopyToOptions>,
  Both<ours.DOMRectInit, DOMRectInit>,
  Both<ours.PlaneLayout, PlaneLayout>,
  Both<ours.VideoFrameInit, VideoFrameInit>,
  Assignable<AudioDataInit, ours.AudioDataInit>,
  Assignable<VideoColorSpaceInit, ours.VideoColorSpaceInit>,
  Assignable<VideoFrameBufferInit, ours.VideoFrameBufferInit>,
  Assignable<VideoFrameCopyToOptions, ours.VideoFrameCopyToOptions>,
  Assignable<ours.MediaStreamTrackEventInit, MediaStreamTrackEventInit>,
  Both<ours.MediaTrackCapabilities, MediaTrackCapabilities>,
  Both<ours.MediaTrackConstraints, MediaTrackConstraints>,
  Both<ours.MediaTrackSettings, MediaTrackSettings>,
  Both<ours.RTCAnswerOptions, RTCAnswerOptions>,
  Both<ours.RTCCertificateExpiration, RTCCertificateExpiration>,
  Assignable<RTCConfiguration, ours.RTCConfiguration>,
  Both<ours.RTCDataChannelInit, RTCDataChannelInit>,
  Both<ours.RTCDtlsFingerprint, RTCDtlsFingerprint>,
  Both<ours.RTCErrorInit, RTCErrorInit>,
  Both<ours.RTCIceCandidateInit, RTCIceCandidateInit>,
  Both<ours.RTCIceServer, RTCIceServer>,
  Both<ours.RTCLocalIceCandidateInit, RTCLocalIceCandidateInit>,
  Both<ours.RTCLocalSessionDescriptionInit, RTCLocalSessionDescriptionInit>,
  Both<ours.RTCOfferOptions, RTCOfferOptions>,
  Both<ours.RTCDTMFToneChangeEventInit, RTCDTMFToneChangeEventInit>,
  Both<ours.RTCRtcpParameters, RTCRtcpParameters>,
  Both<ours.RTCRtpCodec, RTCRtpCodec>,
  Both<ours.RTCRtpCodecParameters, RTCRtpCodecParameters>,
  Both<ours.RTCRtpCodingParameters, RTCRtpCodingParameters>,
  Both<ours.RTCRtpContributingSource, RTCRtpContributingSource>,
  Both<ours.RTCRtpEncodingParameters, RTCRtpEncodingParameters>,
  Both<ours.RTCRtpHeaderExtensionParameters, RTCRtpHeaderExtensionParameters>,
  Both<ours.RTCRtpParameters, RTCRtpParameters>,
  Both<ours.RTCRtpReceiveParameters, RTCRtpReceiveParameters>,
  Both<ours.RTCRtpSynchronizationSource, RTCRtpSynchronizationSource>,
  Both<ours.RTCSessionDescriptionInit, RTCSessionDescriptionInit>,
  Assignable<RTCRtpSendParameters, ours.RTCRtpSendParameters>,
  Assignable<ours.RTCRtpCapabilities, RTCRtpCapabilities>,
  Assignable<ours.RTCRtpTransceiverInit, RTCRtpTransceiverInit>,
  Assignable<ours.RTCErrorEventInit, RTCErrorEventInit>,
  Assignable<ours.RTCDataChannelEventInit, RTCDataChannelEventInit>,
  Assignable<ours.RTCPeerConnectionIceErrorEventInit, RTCPeerConnectionIceErrorEventInit>,
  Assignable<ours.RTCPeerConnectionIceEventInit, RTCPeerConnectionIceEventInit>,
  Assignable<ours.RTCIceCandidatePairStats, RTCIceCandidatePairStats>,
  Assignable<ours.RTCInboundRtpStreamStats, RTCInboundRtpStreamStats>,
  Assignable<ours.RTCOutboundRtpStreamStats, RTCOutboundRtpStreamStats>,
  Assignable<ours.RTCTransportStats, RTCTransportStats>,
];

export type Interfaces = [
  Assignable<ours.AudioData, AudioData>,
  Assignable<ours.DOMRectReadOnly, DOMRectReadOnly>,
  Assignable<With<ours.VideoFrame, VideoFrame, ColorSpaceLater>, VideoFrame>,
  Assignable<ours.MediaStream, MediaStream>,
  Assignable<ours.MediaStreamTrack, MediaStreamTrack>,
  Assignable<ours.MediaStreamTrackEvent, MediaStreamTrackEvent>,
  Assignable<ours.OverconstrainedError, OverconstrainedError>,
  Assignable<ours.RTCCertificate, RTCCertificate>,
  Assignable<ours.RTCDataChannel, RTCDataChannel>,
  Assignable<ours.RTCDataChannelEvent, RTCDataChannelEvent>,
  Assignable<ours.RTCDtlsTransport, RTCDtlsTransport>,
  Assignable<ours.RTCError, RTCError>,
  Assignable<ours.RTCErrorEvent, RTCErrorEvent>,
  Assignable<ours.RTCIceCandidate, RTCIceCandidate>,
  Assignable<ours.RTCIceCandidatePair, RTCIceCandidatePair>,
  Assignable<ours.RTCIceTransport, RTCIceTransport>,
  Assignable<With<ours.RTCPeerConnection, RTCPeerConnection, MediaLater>, RTCPeerConnection>,
  Assignable<ours.RTCPeerConnectionIceErrorEvent, RTCPeerConnectionIceErrorEvent>,
  Assignable<ours.RTCPeerConnectionIceEvent, RTCPeerConnectionIceEvent>,
  Assignable<ours.RTCDTMFSender, RTCDTMFSender>,
  Assignable<ours.RTCDTMFToneChangeEvent, RTCDTMFToneChangeEvent>,
  Assignable<With<ours.RTCRtpReceiver, RTCRtpReceiver, 'transform'>, RTCRtpReceiver>,
  Assignable<With<ours.RTCRtpSender, RTCRtpSender, SenderLater>, RTCRtpSender>,
  Assignable<
    With<ours.RTCRtpTransceiver, RTCRtpTransceiver, 'receiver' | 'sender'>,
    RTCRtpTransceiver
  >,
  Assignable<With<ours.RTCTrackEvent, RTCTrackEvent, 'receiver' | 'transceiver'>, RTCTrackEvent>,
  Assignable<ours.RTCSctpTransport, RTCSctpTransport>,
  Assignable<ours.RTCSessionDescription, RTCSessionDescription>,
  Assignable<ours.RTCStatsReport, RTCStatsReport>,
];

type Made<C> = C extends new (...args: infer A) => infer T ? (...args: A) => T : never;

/** Programs take the classes as values: `{ RTCPeerConnection, RTCIceCandidate }`. */
export type Classes = [
  Assignable<Made<typeof ours.AudioData>, (init: AudioDataInit) => AudioData>,
  Assignable<
    typeof ours.VideoFrame,
    new (data: AllowSharedBufferSource, init: VideoFrameBufferInit) => object
  >,
  Assignable<Made<typeof ours.MediaStream>, () => MediaStream>,
  Assignable<typeof ours.MediaStreamTrackEvent, new (...args: never[]) => MediaStreamTrackEvent>,
  Assignable<typeof ours.OverconstrainedError, typeof OverconstrainedError>,
  Assignable<typeof ours.RTCDataChannel, typeof RTCDataChannel>,
  Assignable<typeof ours.RTCDataChannelEvent, new (...args: never[]) => RTCDataChannelEvent>,
  Assignable<typeof ours.RTCDTMFToneChangeEvent, typeof RTCDTMFToneChangeEvent>,
  Assignable<typeof ours.RTCError, typeof RTCError>,
  Assignable<typeof ours.RTCIceCandidate, typeof RTCIceCandidate>,
  Assignable<typeof ours.RTCSessionDescription, typeof RTCSessionDescription>,
  Assignable<
    Made<typeof ours.RTCPeerConnection>,
    (configuration?: RTCConfiguration) => Omit<RTCPeerConnection, MediaLater>
  >,
];
