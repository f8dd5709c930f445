import { callback, dictionary, member, required, types } from '../webidl/index.js';
import type { Converted, Infer } from '../webidl/index.js';
import { RTCSdpType } from './enums.js';

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcofferansweroptions */
export interface RTCOfferAnswerOptions extends Infer<typeof RTCOfferAnswerOptions> {}
export const RTCOfferAnswerOptions = dictionary('RTCOfferAnswerOptions', {});

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcofferoptions */
export interface RTCOfferOptions extends Infer<typeof RTCOfferOptions> {}
export const RTCOfferOptions = dictionary(
  'RTCOfferOptions',
  {
    /** New ICE credentials, so that the connection gathers and checks anew. */
    iceRestart: member(types.boolean, false),
    /** Legacy: see the text's section on legacy configuration extensions. */
    offerToReceiveAudio: member(types.boolean),
    /** Legacy: see the text's section on legacy configuration extensions. */
    offerToReceiveVideo: member(types.boolean),
  },
  RTCOfferAnswerOptions,
);
export interface ConvertedOfferOptions extends Converted<typeof RTCOfferOptions> {}

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcansweroptions */
export interface RTCAnswerOptions extends Infer<typeof RTCAnswerOptions> {}
export const RTCAnswerOptions = dictionary('RTCAnswerOptions', {}, RTCOfferAnswerOptions);

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcsessiondescriptioninit */
export interface RTCSessionDescriptionInit extends Infer<typeof RTCSessionDescriptionInit> {}
export const RTCSessionDescriptionInit = dictionary('RTCSessionDescriptionInit', {
  type: required(RTCSdpType),
  /** Unused with `rollback`. */
  sdp: member(types.DOMString, ''),
});

/**
 * Without a type, the description that fits the state is made and set.
 *
 * @see https://w3c.github.io/webrtc-pc/#dom-rtclocalsessiondescriptioninit
 */
export interface RTCLocalSessionDescriptionInit extends Infer<
  typeof RTCLocalSessionDescriptionInit
> {}
export const RTCLocalSessionDescriptionInit = dictionary('RTCLocalSessionDescriptionInit', {
  type: member(RTCSdpType),
  sdp: member(types.DOMString, ''),
});

export type RTCSessionDescriptionCallback = (description: RTCSessionDescriptionInit) => void;
export const RTCSessionDescriptionCallback = callback<RTCSessionDescriptionCallback>(
  'RTCSessionDescriptionCallback',
);

export type RTCPeerConnectionErrorCallback = (error: DOMException) => void;
export const RTCPeerConnectionErrorCallback = callback<RTCPeerConnectionErrorCallback>(
  'RTCPeerConnectionErrorCallback',
);

export type VoidFunction = () => void;
export const VoidFunction = callback<VoidFunction>('VoidFunction');
