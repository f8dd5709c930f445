/**
 * What the texts have and this package does not have yet. Names are those of
 * an interface, a dictionary or an enumeration, or `Interface.member`.
 */
export const later = [
  {
    reason: 'media API not built yet',
    names: [
      'RTCDTMFSender',
      'RTCDTMFToneChangeEvent',
      'RTCDTMFToneChangeEventInit',
      'RTCPeerConnection.addTrack',
      'RTCPeerConnection.addTransceiver',
      'RTCPeerConnection.getReceivers',
      'RTCPeerConnection.getSenders',
      'RTCPeerConnection.getTransceivers',
      'RTCPeerConnection.ontrack',
      'RTCPeerConnection.removeTrack',
      'RTCRtcpParameters',
      'RTCRtpCapabilities',
      'RTCRtpCodec',
      'RTCRtpCodecParameters',
      'RTCRtpCodingParameters',
      'RTCRtpContributingSource',
      'RTCRtpEncodingParameters',
      'RTCRtpHeaderExtensionCapability',
      'RTCRtpHeaderExtensionParameters',
      'RTCRtpParameters',
      'RTCRtpReceiveParameters',
      'RTCRtpReceiver',
      'RTCRtpSendParameters',
      'RTCRtpSender',
      'RTCRtpSynchronizationSource',
      'RTCRtpTransceiver',
      'RTCRtpTransceiverDirection',
      'RTCRtpTransceiverInit',
      'RTCSetParameterOptions',
      'RTCTrackEvent',
      'RTCTrackEventInit',
    ],
  },
];
