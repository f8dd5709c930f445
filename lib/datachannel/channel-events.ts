import { RTCErrorEvent } from '../events/RTCErrorEvent.js';
import type { BinaryType } from '../idl/index.js';
import { toRTCError } from '../internal/errors.js';
import type { NativeError } from '../internal/native-types.js';

/** @see https://w3c.github.io/webrtc-pc/#dfn-receiving-messages-on-a-data-channel (steps 4 and 5) */
export function messageEvent(rawData: string | ArrayBuffer, binaryType: BinaryType): MessageEvent {
  const isBlob = typeof rawData !== 'string' && binaryType === 'blob';
  return new MessageEvent('message', { data: isBlob ? new Blob([rawData]) : rawData });
}

/** @see https://w3c.github.io/webrtc-pc/#data-transport-closed-error */
export function errorEvent(error: NativeError): RTCErrorEvent {
  const detail = error.detail === 'none' ? 'sctp-failure' : error.detail;
  return new RTCErrorEvent('error', { error: toRTCError({ ...error, detail }) });
}
