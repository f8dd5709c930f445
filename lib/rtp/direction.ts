import type { RTCRtpTransceiverDirection } from '../idl/index.js';

type Direction = RTCRtpTransceiverDirection | null;

export function sending(direction: Direction): boolean {
  return direction === 'sendrecv' || direction === 'sendonly';
}

export function receiving(direction: Direction): boolean {
  return direction === 'sendrecv' || direction === 'recvonly';
}

/** The direction with sending in it, or without it. */
export function withSending(
  direction: RTCRtpTransceiverDirection,
  isSending: boolean,
): RTCRtpTransceiverDirection {
  if (receiving(direction)) return isSending ? 'sendrecv' : 'recvonly';
  return isSending ? 'sendonly' : 'inactive';
}

/** The direction without receiving in it. */
export function withoutReceiving(
  direction: RTCRtpTransceiverDirection,
): RTCRtpTransceiverDirection {
  return sending(direction) ? 'sendonly' : 'inactive';
}
