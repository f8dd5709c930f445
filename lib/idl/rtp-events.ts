import type { MediaStream } from '../mediastream/MediaStream.js';
import type { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import type { RTCRtpReceiver } from '../rtp/RTCRtpReceiver.js';
import type { RTCRtpTransceiver } from '../rtp/RTCRtpTransceiver.js';
import { dictionary, interfaceType, member, required, sequence, types } from '../webidl/index.js';
import type { Infer } from '../webidl/index.js';
import { EventInit } from './events.js';

/** @see https://w3c.github.io/webrtc-pc/#dom-rtctrackeventinit */
export interface RTCTrackEventInit extends Infer<typeof RTCTrackEventInit> {}
export const RTCTrackEventInit = dictionary(
  'RTCTrackEventInit',
  {
    receiver: required(interfaceType<RTCRtpReceiver>('RTCRtpReceiver')),
    track: required(interfaceType<MediaStreamTrack>('MediaStreamTrack')),
    streams: member(sequence(interfaceType<MediaStream>('MediaStream')), []),
    transceiver: required(interfaceType<RTCRtpTransceiver>('RTCRtpTransceiver')),
  },
  EventInit,
);

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcdtmftonechangeeventinit */
export interface RTCDTMFToneChangeEventInit extends Infer<typeof RTCDTMFToneChangeEventInit> {}
export const RTCDTMFToneChangeEventInit = dictionary(
  'RTCDTMFToneChangeEventInit',
  { tone: member(types.DOMString, '') },
  EventInit,
);
