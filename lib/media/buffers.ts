import { exception } from '../internal/errors.js';

/** The bytes of a BufferSource, not copied. */
export function bytesOf(source: ArrayBufferLike | ArrayBufferView): Uint8Array {
  if (!ArrayBuffer.isView(source)) return new Uint8Array(source);
  return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
}

function isDetached(buffer: ArrayBuffer): boolean {
  // `detached` is newer than Node.js 20.
  const { detached } = buffer as { readonly detached?: boolean };
  if (detached !== undefined) return detached;
  try {
    return buffer.byteLength === 0 && new Uint8Array(buffer).length > 0;
  } catch {
    return true;
  }
}

/**
 * The steps of a constructor's `transfer`, before anything is made.
 *
 * @throws DataCloneError for a buffer that is there twice, or detached
 */
export function checkTransfer(buffers: readonly ArrayBuffer[], context: string): void {
  if (new Set(buffers).size !== buffers.length) {
    throw exception('DataCloneError', `${context}.transfer: a buffer is there twice`);
  }
  if (buffers.some(isDetached)) {
    throw exception('DataCloneError', `${context}.transfer: a buffer is detached`);
  }
}

/** Nobody reads or changes them any more. */
export function detachAll(buffers: readonly ArrayBuffer[]): void {
  if (buffers.length > 0) structuredClone(null, { transfer: [...buffers] });
}
