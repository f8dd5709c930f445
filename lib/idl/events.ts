import type { RTCDataChannel } from '../datachannel/RTCDataChannel.js';
import type { RTCError } from '../events/RTCError.js';
import type { RTCIceCandidate } from '../peerconnection/RTCIceCandidate.js';
import { dictionary, interfaceType, member, nullable, required, types } from '../webidl/index.js';
import type { Infer } from '../webidl/index.js';
import { RTCErrorDetailType } from './enums.js';

/** @see https://dom.spec.whatwg.org/#dictdef-eventinit */
export const EventInit = dictionary('EventInit', {
  bubbles: member(types.boolean, false),
  cancelable: member(types.boolean, false),
  composed: member(types.boolean, false),
});
export type EventInit = Infer<typeof EventInit>;

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcerrorinit */
export const RTCErrorInit = dictionary('RTCErrorInit', {
  errorDetail: required(RTCErrorDetailType),
  sdpLineNumber: member(types.long),
  sctpCauseCode: member(types.long),
  receivedAlert: member(types.unsignedLong),
  sentAlert: member(types.unsignedLong),
  /** Of Chrome: from the text's identity extension. */
  httpRequestStatusCode: member(types.long),
});
export type RTCErrorInit = Infer<typeof RTCErrorInit>;

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcerroreventinit */
export const RTCErrorEventInit = dictionary(
  'RTCErrorEventInit',
  { error: required(interfaceType<RTCError>('RTCError')) },
  EventInit,
);
export type RTCErrorEventInit = Infer<typeof RTCErrorEventInit>;

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcdatachanneleventinit */
export const RTCDataChannelEventInit = dictionary(
  'RTCDataChannelEventInit',
  { channel: required(interfaceType<RTCDataChannel>('RTCDataChannel')) },
  EventInit,
);
export type RTCDataChannelEventInit = Infer<typeof RTCDataChannelEventInit>;

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnectioniceeventinit */
export const RTCPeerConnectionIceEventInit = dictionary(
  'RTCPeerConnectionIceEventInit',
  {
    candidate: member(nullable(interfaceType<RTCIceCandidate>('RTCIceCandidate'))),
    url: member(nullable(types.USVString)),
  },
  EventInit,
);
export type RTCPeerConnectionIceEventInit = Infer<typeof RTCPeerConnectionIceEventInit>;

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnectioniceerroreventinit */
export const RTCPeerConnectionIceErrorEventInit = dictionary(
  'RTCPeerConnectionIceErrorEventInit',
  {
    address: member(nullable(types.DOMString)),
    port: member(nullable(types.unsignedShort)),
    url: member(types.USVString),
    errorCode: required(types.unsignedShort),
    errorText: member(types.USVString),
  },
  EventInit,
);
export type RTCPeerConnectionIceErrorEventInit = Infer<typeof RTCPeerConnectionIceErrorEventInit>;
