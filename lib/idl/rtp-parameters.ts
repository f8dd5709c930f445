/** Codecs, encodings and parameters of senders and receivers. */
import { dictionary, member, required, sequence, types } from '../webidl/index.js';
import type { Converted, Infer } from '../webidl/index.js';
import { RTCDegradationPreference, RTCPriorityType, RTCRtpTransceiverDirection } from './enums.js';

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpcodec */
export interface RTCRtpCodec extends Infer<typeof RTCRtpCodec> {}
export const RTCRtpCodec = dictionary('RTCRtpCodec', {
  /** Such as `video/VP8`. */
  mimeType: required(types.DOMString),
  /** Hertz. */
  clockRate: required(types.unsignedLong),
  /** Of audio: the most channels. */
  channels: member(types.unsignedShort),
  /** The parameters of the codec's `a=fmtp` line. */
  sdpFmtpLine: member(types.DOMString),
});

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpcodecparameters */
export interface RTCRtpCodecParameters extends Infer<typeof RTCRtpCodecParameters> {}
export const RTCRtpCodecParameters = dictionary(
  'RTCRtpCodecParameters',
  { payloadType: required(types.octet) },
  RTCRtpCodec,
);

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpcodingparameters */
export interface RTCRtpCodingParameters extends Infer<typeof RTCRtpCodingParameters> {}
export const RTCRtpCodingParameters = dictionary('RTCRtpCodingParameters', {
  /** The name of the encoding in simulcast; letters and digits, at most 16. */
  rid: member(types.DOMString),
});

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpencodingparameters */
export interface RTCRtpEncodingParameters extends Infer<typeof RTCRtpEncodingParameters> {}
export interface ConvertedEncoding extends Converted<typeof RTCRtpEncodingParameters> {}
export const RTCRtpEncodingParameters = dictionary(
  'RTCRtpEncodingParameters',
  {
    /** False: this encoding is not sent. */
    active: member(types.boolean, true),
    /** One of the codecs negotiated; left out: the first of them. */
    codec: member<RTCRtpCodec, RTCRtpCodec>(RTCRtpCodec),
    /** Bits per second. */
    maxBitrate: member(types.unsignedLong),
    /** Of video: frames a second. */
    maxFramerate: member(types.double),
    /** Of video: what width and height are divided by, at least 1. */
    scaleResolutionDownBy: member(types.double),
    /** Of the bandwidth between senders. */
    priority: member(RTCPriorityType, 'low'),
    /** Of the packets' DSCP marks; left out: as `priority`. */
    networkPriority: member(RTCPriorityType),
    /**
     * Of video: layers, such as `L1T3`.
     *
     * @see https://w3c.github.io/webrtc-svc/
     */
    scalabilityMode: member(types.DOMString),
    /** Of audio: the length of packets may change with the bandwidth. */
    adaptivePtime: member(types.boolean, false),
  },
  RTCRtpCodingParameters,
);

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcrtcpparameters */
export interface RTCRtcpParameters extends Infer<typeof RTCRtcpParameters> {}
export const RTCRtcpParameters = dictionary('RTCRtcpParameters', {
  cname: member(types.DOMString),
  reducedSize: member(types.boolean),
});

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpheaderextensionparameters */
export interface RTCRtpHeaderExtensionParameters extends Infer<
  typeof RTCRtpHeaderExtensionParameters
> {}
interface ConvertedHeaderExtension extends Converted<typeof RTCRtpHeaderExtensionParameters> {}
export const RTCRtpHeaderExtensionParameters = dictionary('RTCRtpHeaderExtensionParameters', {
  uri: required(types.DOMString),
  id: required(types.unsignedShort),
  encrypted: member(types.boolean, false),
});

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpparameters */
export interface RTCRtpParameters extends Infer<typeof RTCRtpParameters> {}
export const RTCRtpParameters = dictionary('RTCRtpParameters', {
  headerExtensions: required(
    sequence<RTCRtpHeaderExtensionParameters, ConvertedHeaderExtension>(
      RTCRtpHeaderExtensionParameters,
    ),
  ),
  rtcp: required<RTCRtcpParameters, RTCRtcpParameters>(RTCRtcpParameters),
  codecs: required(sequence<RTCRtpCodecParameters, RTCRtpCodecParameters>(RTCRtpCodecParameters)),
});

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpsendparameters */
export interface RTCRtpSendParameters extends Infer<typeof RTCRtpSendParameters> {}
export interface ConvertedSendParameters extends Converted<typeof RTCRtpSendParameters> {}
export const RTCRtpSendParameters = dictionary(
  'RTCRtpSendParameters',
  {
    /** Of the `getParameters()` that these come from. */
    transactionId: required(types.DOMString),
    encodings: required(
      sequence<RTCRtpEncodingParameters, ConvertedEncoding>(RTCRtpEncodingParameters),
    ),
    /** What video keeps when there is too little bandwidth or time. */
    degradationPreference: member(RTCDegradationPreference),
  },
  RTCRtpParameters,
);

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpreceiveparameters */
export interface RTCRtpReceiveParameters extends Infer<typeof RTCRtpReceiveParameters> {}
export const RTCRtpReceiveParameters = dictionary('RTCRtpReceiveParameters', {}, RTCRtpParameters);

/** @see https://w3c.github.io/webrtc-extensions/#dom-rtcencodingoptions */
export interface RTCEncodingOptions extends Infer<typeof RTCEncodingOptions> {}
export interface ConvertedEncodingOptions extends Converted<typeof RTCEncodingOptions> {}
export const RTCEncodingOptions = dictionary('RTCEncodingOptions', {
  /** The next frame of this encoding is a key frame. */
  keyFrame: member(types.boolean, false),
});

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcsetparameteroptions */
export interface RTCSetParameterOptions extends Infer<typeof RTCSetParameterOptions> {}
export const RTCSetParameterOptions = dictionary('RTCSetParameterOptions', {
  /** Of no encoding, or one for each. */
  encodingOptions: member(
    sequence<RTCEncodingOptions, ConvertedEncodingOptions>(RTCEncodingOptions),
    [],
  ),
});

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpheaderextensioncapability */
export interface RTCRtpHeaderExtensionCapability extends Infer<
  typeof RTCRtpHeaderExtensionCapability
> {}
export const RTCRtpHeaderExtensionCapability = dictionary('RTCRtpHeaderExtensionCapability', {
  uri: required(types.DOMString),
  /** `stopped`: not offered. */
  direction: required(RTCRtpTransceiverDirection),
});

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpcapabilities */
export interface RTCRtpCapabilities extends Infer<typeof RTCRtpCapabilities> {}
export const RTCRtpCapabilities = dictionary('RTCRtpCapabilities', {
  codecs: required(sequence<RTCRtpCodec, RTCRtpCodec>(RTCRtpCodec)),
  headerExtensions: required(
    sequence<RTCRtpHeaderExtensionCapability, RTCRtpHeaderExtensionCapability>(
      RTCRtpHeaderExtensionCapability,
    ),
  ),
});
