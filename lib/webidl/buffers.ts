import { types as is } from 'node:util';

import { describe } from './describe.js';
import type { Type } from './type.js';

/** Of ES2024. */
interface Resizable {
  readonly resizable?: boolean;
  readonly growable?: boolean;
}

/**
 * Refuses memory that another thread may change, or that may change its size.
 * The package webidl-conversions finds this out by catching exceptions, at
 * 10 µs a view: too slow for what goes through `send()`.
 *
 * @see https://webidl.spec.whatwg.org/#js-buffer-source-types
 */
function checkBuffer(buffer: ArrayBufferLike, context: string, name: string): void {
  if (is.isSharedArrayBuffer(buffer)) {
    throw new TypeError(`${context}: a SharedArrayBuffer is not allowed (${name})`);
  }
  if ((buffer as Resizable).resizable === true) {
    throw new TypeError(`${context}: a resizable ArrayBuffer is not allowed (${name})`);
  }
}

function mismatch(value: unknown, context: string, name: string): TypeError {
  return new TypeError(`${context}: ${describe(value)} is not of type ${name}`);
}

function convertBuffer(value: unknown, context: string, name: string): ArrayBuffer {
  if (!is.isAnyArrayBuffer(value)) throw mismatch(value, context, name);
  checkBuffer(value, context, name);
  return value as ArrayBuffer;
}

function convertView(value: unknown, context: string, name: string): ArrayBufferView {
  if (!ArrayBuffer.isView(value)) throw mismatch(value, context, name);
  checkBuffer(value.buffer, context, name);
  return value;
}

export const ArrayBufferType: Type<ArrayBuffer> = {
  name: 'ArrayBuffer',
  kind: 'buffer',
  accepts: (value) => is.isAnyArrayBuffer(value),
  convert: (value, context) => convertBuffer(value, context, 'ArrayBuffer'),
};

/** Any typed array or DataView; a Node Buffer is one. */
export const ArrayBufferViewType: Type<ArrayBufferView> = {
  name: 'ArrayBufferView',
  kind: 'view',
  accepts: (value) => ArrayBuffer.isView(value),
  convert: (value, context) => convertView(value, context, 'ArrayBufferView'),
};

export const BufferSource: Type<ArrayBuffer | ArrayBufferView> = {
  name: 'BufferSource',
  kind: 'buffer',
  accepts: (value) => is.isAnyArrayBuffer(value) || ArrayBuffer.isView(value),
  convert: (value, context) =>
    ArrayBuffer.isView(value)
      ? convertView(value, context, 'ArrayBufferView')
      : convertBuffer(value, context, 'BufferSource'),
};

/** With memory that other threads may change while it is read. */
export const AllowSharedBufferSource: Type<ArrayBufferLike | ArrayBufferView> = {
  name: 'AllowSharedBufferSource',
  kind: 'buffer',
  accepts: (value) => is.isAnyArrayBuffer(value) || ArrayBuffer.isView(value),
  convert(value, context) {
    const isView = ArrayBuffer.isView(value);
    const buffer: unknown = isView ? value.buffer : value;
    if (!is.isAnyArrayBuffer(buffer)) throw mismatch(value, context, 'AllowSharedBufferSource');
    if (is.isArrayBuffer(buffer)) checkBuffer(buffer, context, 'AllowSharedBufferSource');
    else if ((buffer as Resizable).growable === true) {
      throw new TypeError(`${context}: a growable SharedArrayBuffer is not allowed`);
    }
    return isView ? value : buffer;
  },
};

export const Uint8ArrayType: Type<Uint8Array> = {
  name: 'Uint8Array',
  kind: 'view',
  accepts: (value) => is.isUint8Array(value),
  convert(value, context) {
    if (!is.isUint8Array(value)) throw mismatch(value, context, 'Uint8Array');
    checkBuffer(value.buffer, context, 'Uint8Array');
    return value;
  },
};
