import type { MediaStream } from '../mediastream/MediaStream.js';
import type { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import {
  dictionary,
  interfaceType,
  member,
  required,
  sequence,
  types,
  union,
} from '../webidl/index.js';
import type { Converted, Infer } from '../webidl/index.js';
import { RTCRtpTransceiverDirection } from './enums.js';
import { RTCRtpEncodingParameters } from './rtp-parameters.js';
import type { ConvertedEncoding } from './rtp-parameters.js';

/** What `RTCPeerConnection.addTransceiver()` takes. */
export const TrackOrKind = union([
  interfaceType<MediaStreamTrack>('MediaStreamTrack'),
  types.DOMString,
]);

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcrtptransceiverinit */
export interface RTCRtpTransceiverInit extends Infer<typeof RTCRtpTransceiverInit> {}
export interface ConvertedTransceiverInit extends Converted<typeof RTCRtpTransceiverInit> {}
export const RTCRtpTransceiverInit = dictionary('RTCRtpTransceiverInit', {
  direction: member(RTCRtpTransceiverDirection, 'sendrecv'),
  /** The remote peer's track will be in streams with the ids of these. */
  streams: member(sequence(interfaceType<MediaStream>('MediaStream')), []),
  /** Several, each with a `rid`: simulcast. */
  sendEncodings: member(
    sequence<RTCRtpEncodingParameters, ConvertedEncoding>(RTCRtpEncodingParameters),
    [],
  ),
});

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpcontributingsource */
export interface RTCRtpContributingSource extends Infer<typeof RTCRtpContributingSource> {}
export const RTCRtpContributingSource = dictionary('RTCRtpContributingSource', {
  /** When media of this source was played last: `performance.timeOrigin + performance.now()`. */
  timestamp: required(types.DOMHighResTimeStamp),
  /** Its CSRC or SSRC. */
  source: required(types.unsignedLong),
  /** Of audio: 0 to 1, linear. */
  audioLevel: member(types.double),
  /** Of the media that was played. */
  rtpTimestamp: required(types.unsignedLong),
  /**
   * When that was captured, on the clock of the system that did: milliseconds since 1900 (NTP). With
   * the header extension `abs-capture-time` alone.
   *
   * @see https://w3c.github.io/webrtc-extensions/#dom-rtcrtpcontributingsource-capturetimestamp
   */
  captureTimestamp: member(types.DOMHighResTimeStamp),
  /**
   * Milliseconds from the sender's clock to that of the capture system, as the sender estimates it.
   *
   * @see https://w3c.github.io/webrtc-extensions/#dom-rtcrtpcontributingsource-sendercapturetimeoffset
   */
  senderCaptureTimeOffset: member(types.DOMHighResTimeStamp),
});

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpsynchronizationsource */
export interface RTCRtpSynchronizationSource extends Infer<typeof RTCRtpSynchronizationSource> {}
export const RTCRtpSynchronizationSource = dictionary(
  'RTCRtpSynchronizationSource',
  {},
  RTCRtpContributingSource,
);
