import { dictionary, member, nullable, types } from '../webidl/index.js';
import type { Converted, Infer } from '../webidl/index.js';
import { RTCIceServerTransportProtocol } from './enums.js';

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcicecandidateinit */
export const RTCIceCandidateInit = dictionary('RTCIceCandidateInit', {
  /** The candidate attribute of RFC 8839; empty: the end of candidates. */
  candidate: member(types.DOMString, ''),
  sdpMid: member(nullable(types.DOMString), null),
  sdpMLineIndex: member(nullable(types.unsignedShort), null),
  usernameFragment: member(nullable(types.DOMString), null),
});
export type RTCIceCandidateInit = Infer<typeof RTCIceCandidateInit>;
export type ConvertedIceCandidateInit = Converted<typeof RTCIceCandidateInit>;

/** @see https://w3c.github.io/webrtc-pc/#dom-rtclocalicecandidateinit */
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
export type RTCLocalIceCandidateInit = Infer<typeof RTCLocalIceCandidateInit>;

/** @see https://w3c.github.io/webrtc-pc/#dom-rtciceparameters */
export const RTCIceParameters = dictionary('RTCIceParameters', {
  usernameFragment: member(types.DOMString),
  password: member(types.DOMString),
});
export type RTCIceParameters = Infer<typeof RTCIceParameters>;
