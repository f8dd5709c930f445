import { isAnyArrayBuffer, isArrayBuffer } from 'node:util/types';

import conversions from 'webidl-conversions';

import type { Type } from './type.js';

/** Bytes owned by one thread. Shared, resizable and detached ones are refused, as WebIDL says. */
export const ArrayBufferType: Type<ArrayBuffer> = {
  name: 'ArrayBuffer',
  kind: 'buffer',
  accepts: (value) => isArrayBuffer(value),
  convert: (value, context) => conversions.ArrayBuffer(value, { context }) as ArrayBuffer,
};

/** Any typed array or DataView on an ArrayBuffer; a Node Buffer is one. */
export const ArrayBufferViewType: Type<ArrayBufferView> = {
  name: 'ArrayBufferView',
  kind: 'view',
  accepts: (value) => ArrayBuffer.isView(value),
  convert: (value, context) => conversions.ArrayBufferView(value, { context }),
};

export const BufferSource: Type<ArrayBuffer | ArrayBufferView> = {
  name: 'BufferSource',
  kind: 'buffer',
  accepts: (value) => isAnyArrayBuffer(value) || ArrayBuffer.isView(value),
  convert: (value, context) =>
    conversions.BufferSource(value, { context }) as ArrayBuffer | ArrayBufferView,
};
