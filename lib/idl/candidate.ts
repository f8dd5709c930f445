import { dictionary, member, nullable, types } from '../webidl/index.js';
import type { Converted, Infer } from '../webidl/index.js';
import { RTCIceServerTransportProtocol } from './enums.js';

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcicecandidateinit */
export interface RTCIceCandidateInit extends Infer<typeof RTCIceCandidateInit> {}
export const RTCIceCandidateInit = dictionary('RTCIceCandidateInit', {
  /** The candidate attribute of RFC 8839; empty: the end of candidates. */
  candidate: member(types.DOMString, ''),
  /** The `mid` of the m-section that the candidate is for; this or `sdpMLineIndex` is needed. */
  sdpMid: member(nullable(types.DOMString), null),
  /** The index of that m-section, from 0. */
  sdpMLineIndex: member(nullable(types.unsignedShort), null),
  /** Of the ICE generation that the candidate belongs to. */
  usernameFragment: member(nullable(types.DOMString), null),
});
export interface ConvertedIceCandidateInit extends Converted<typeof RTCIceCandidateInit> {}

/** @see https://w3c.github.io/webrtc-pc/#dom-rtclocalicecandidateinit */
export interface RTCLocalIceCandidateInit extends Infer<typeof RTCLocalIceCandidateInit> {}
export const RTCLocalIceCandidateInit = dictionary(
  'RTCLocalIceCandidateInit',
  {
    /** Between this side and the TURN server, of a local relay candidate. */
    relayProtocol: member(nullable(RTCIceServerTransportProtocol), null),
    /** The STUN or TURN server that gave a local candidate. */
    url: member(nullable(types.USVString), null),
  },
  RTCIceCandidateInit,
);

/** @see https://w3c.github.io/webrtc-pc/#dom-rtciceparameters */
export interface RTCIceParameters extends Infer<typeof RTCIceParameters> {}
export const RTCIceParameters = dictionary('RTCIceParameters', {
  usernameFragment: member(types.DOMString),
  password: member(types.DOMString),
});
