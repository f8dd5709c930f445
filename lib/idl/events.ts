import type { RTCDataChannel } from '../datachannel/RTCDataChannel.js';
import type { RTCError } from '../events/RTCError.js';
import type { RTCIceCandidate } from '../peerconnection/RTCIceCandidate.js';
import { dictionary, interfaceType, member, nullable, required, types } from '../webidl/index.js';
import type { Infer } from '../webidl/index.js';
import { RTCErrorDetailType } from './enums.js';

/** @see https://dom.spec.whatwg.org/#dictdef-eventinit */
export interface EventInit extends Infer<typeof EventInit> {}
export const EventInit = dictionary('EventInit', {
  bubbles: member(types.boolean, false),
  cancelable: member(types.boolean, false),
  composed: member(types.boolean, false),
});

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcerrorinit */
export interface RTCErrorInit extends Infer<typeof RTCErrorInit> {}
export const RTCErrorInit = dictionary('RTCErrorInit', {
  errorDetail: required(RTCErrorDetailType),
  sdpLineNumber: member(types.long),
  sctpCauseCode: member(types.long),
  receivedAlert: member(types.unsignedLong),
  sentAlert: member(types.unsignedLong),
  /** Of Chrome: from the text's identity extension. */
  httpRequestStatusCode: member(types.long),
});

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcerroreventinit */
export interface RTCErrorEventInit extends Infer<typeof RTCErrorEventInit> {}
export const RTCErrorEventInit = dictionary(
  'RTCErrorEventInit',
  { error: required(interfaceType<RTCError>('RTCError')) },
  EventInit,
);

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcdatachanneleventinit */
export interface RTCDataChannelEventInit extends Infer<typeof RTCDataChannelEventInit> {}
export const RTCDataChannelEventInit = dictionary(
  'RTCDataChannelEventInit',
  { channel: required(interfaceType<RTCDataChannel>('RTCDataChannel')) },
  EventInit,
);

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnectioniceeventinit */
export interface RTCPeerConnectionIceEventInit extends Infer<
  typeof RTCPeerConnectionIceEventInit
> {}
export const RTCPeerConnectionIceEventInit = dictionary(
  'RTCPeerConnectionIceEventInit',
  {
    candidate: member(nullable(interfaceType<RTCIceCandidate>('RTCIceCandidate'))),
    url: member(nullable(types.USVString)),
  },
  EventInit,
);

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnectioniceerroreventinit */
export interface RTCPeerConnectionIceErrorEventInit extends Infer<
  typeof RTCPeerConnectionIceErrorEventInit
> {}
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
