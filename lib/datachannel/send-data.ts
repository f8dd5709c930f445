import { Blob } from 'node:buffer';
import { isAnyArrayBuffer, isSharedArrayBuffer } from 'node:util/types';

import { SendData } from '../idl/index.js';

/** One message, with the number of bytes that it has on the wire. */
export type Message =
  | { readonly kind: 'text'; readonly size: number; readonly data: string }
  | { readonly kind: 'blob'; readonly size: number; readonly data: Blob }
  | {
      readonly kind: 'binary';
      readonly size: number;
      readonly buffer: ArrayBuffer;
      readonly offset: number;
    };

function binary(buffer: ArrayBufferLike, offset: number, size: number, context: string): Message {
  if (isSharedArrayBuffer(buffer)) {
    throw new TypeError(`${context}: data is on a SharedArrayBuffer, which cannot be sent`);
  }
  return { kind: 'binary', size, buffer, offset };
}

/**
 * Step 3 of the algorithm, with the overload resolution before it.
 *
 * @see https://w3c.github.io/webrtc-pc/#dfn-send-algorithm
 * @throws TypeError for what cannot be sent
 */
export function messageFrom(value: unknown, context: string): Message {
  if (ArrayBuffer.isView(value)) {
    return binary(value.buffer, value.byteOffset, value.byteLength, context);
  }
  if (isAnyArrayBuffer(value)) return binary(value, 0, value.byteLength, context);
  const data = SendData.convert(value, `${context}: data`);
  if (typeof data === 'string') return { kind: 'text', size: Buffer.byteLength(data), data };
  if (data instanceof Blob) return { kind: 'blob', size: data.size, data };
  throw new TypeError(`${context}: data is none of string, Blob, ArrayBuffer and view`);
}
