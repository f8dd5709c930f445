/**
 * The event handler attributes of each interface, for its base class.
 *
 * Written, a handler knows its event; read, it is as loose as lib.dom's types
 * need it to be, so that our objects serve where theirs are asked for.
 */
import type { RTCDataChannel } from '../datachannel/RTCDataChannel.js';
import type { MediaStream } from '../mediastream/MediaStream.js';
import type { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import type { RTCPeerConnection } from '../peerconnection/RTCPeerConnection.js';
import type { RTCDTMFSender } from '../rtp/RTCDTMFSender.js';
import type { RTCDtlsTransport } from '../transports/RTCDtlsTransport.js';
import type { RTCIceTransport } from '../transports/RTCIceTransport.js';
import type { RTCSctpTransport } from '../transports/RTCSctpTransport.js';
import type { MediaStreamTrackEvent } from './MediaStreamTrackEvent.js';
import type { RTCDataChannelEvent } from './RTCDataChannelEvent.js';
import type { RTCDTMFToneChangeEvent } from './RTCDTMFToneChangeEvent.js';
import type { RTCErrorEvent } from './RTCErrorEvent.js';
import type { RTCPeerConnectionIceErrorEvent } from './RTCPeerConnectionIceErrorEvent.js';
import type { RTCPeerConnectionIceEvent } from './RTCPeerConnectionIceEvent.js';
import type { RTCTrackEvent } from './RTCTrackEvent.js';
import type { EventHandler } from './TypedEventTarget.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- unknown is not assignable
type Handler = ((event: any) => unknown) | null;

export interface RTCPeerConnectionHandlers {
  get onconnectionstatechange(): Handler;
  set onconnectionstatechange(handler: EventHandler<RTCPeerConnection>);
  get ondatachannel(): Handler;
  set ondatachannel(handler: EventHandler<RTCPeerConnection, RTCDataChannelEvent>);
  get onicecandidate(): Handler;
  set onicecandidate(handler: EventHandler<RTCPeerConnection, RTCPeerConnectionIceEvent>);
  get onicecandidateerror(): Handler;
  set onicecandidateerror(handler: EventHandler<RTCPeerConnection, RTCPeerConnectionIceErrorEvent>);
  get oniceconnectionstatechange(): Handler;
  set oniceconnectionstatechange(handler: EventHandler<RTCPeerConnection>);
  get onicegatheringstatechange(): Handler;
  set onicegatheringstatechange(handler: EventHandler<RTCPeerConnection>);
  get onnegotiationneeded(): Handler;
  set onnegotiationneeded(handler: EventHandler<RTCPeerConnection>);
  get onsignalingstatechange(): Handler;
  set onsignalingstatechange(handler: EventHandler<RTCPeerConnection>);
  get ontrack(): Handler;
  set ontrack(handler: EventHandler<RTCPeerConnection, RTCTrackEvent>);
}

export interface RTCDataChannelHandlers {
  get onbufferedamountlow(): Handler;
  set onbufferedamountlow(handler: EventHandler<RTCDataChannel>);
  get onclose(): Handler;
  set onclose(handler: EventHandler<RTCDataChannel>);
  get onclosing(): Handler;
  set onclosing(handler: EventHandler<RTCDataChannel>);
  get onerror(): Handler;
  set onerror(handler: EventHandler<RTCDataChannel, RTCErrorEvent>);
  get onmessage(): Handler;
  set onmessage(handler: EventHandler<RTCDataChannel, MessageEvent>);
  get onopen(): Handler;
  set onopen(handler: EventHandler<RTCDataChannel>);
}

export interface RTCDTMFSenderHandlers {
  get ontonechange(): Handler;
  set ontonechange(handler: EventHandler<RTCDTMFSender, RTCDTMFToneChangeEvent>);
}

export interface RTCIceTransportHandlers {
  get ongatheringstatechange(): Handler;
  set ongatheringstatechange(handler: EventHandler<RTCIceTransport>);
  get onselectedcandidatepairchange(): Handler;
  set onselectedcandidatepairchange(handler: EventHandler<RTCIceTransport>);
  get onstatechange(): Handler;
  set onstatechange(handler: EventHandler<RTCIceTransport>);
}

export interface RTCDtlsTransportHandlers {
  get onerror(): Handler;
  set onerror(handler: EventHandler<RTCDtlsTransport, RTCErrorEvent>);
  get onstatechange(): Handler;
  set onstatechange(handler: EventHandler<RTCDtlsTransport>);
}

export interface RTCSctpTransportHandlers {
  get onstatechange(): Handler;
  set onstatechange(handler: EventHandler<RTCSctpTransport>);
}

export interface MediaStreamHandlers {
  get onaddtrack(): Handler;
  set onaddtrack(handler: EventHandler<MediaStream, MediaStreamTrackEvent>);
  get onremovetrack(): Handler;
  set onremovetrack(handler: EventHandler<MediaStream, MediaStreamTrackEvent>);
}

export interface MediaStreamTrackHandlers {
  get onended(): Handler;
  set onended(handler: EventHandler<MediaStreamTrack>);
  get onmute(): Handler;
  set onmute(handler: EventHandler<MediaStreamTrack>);
  get onunmute(): Handler;
  set onunmute(handler: EventHandler<MediaStreamTrack>);
}
