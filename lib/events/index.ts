export { MediaStreamTrackEvent } from './MediaStreamTrackEvent.js';
export { RTCDataChannelEvent } from './RTCDataChannelEvent.js';
export { RTCError } from './RTCError.js';
export { RTCErrorEvent } from './RTCErrorEvent.js';
export { RTCPeerConnectionIceErrorEvent } from './RTCPeerConnectionIceErrorEvent.js';
export { RTCPeerConnectionIceEvent } from './RTCPeerConnectionIceEvent.js';
export { typedEventTarget } from './TypedEventTarget.js';
export type { EventHandler, TypedEventTarget } from './TypedEventTarget.js';
