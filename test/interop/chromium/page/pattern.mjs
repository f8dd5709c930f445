/** Contents that both sides can make and check. */

/** A checksum of bytes, to be carried on over several pieces. */
export class Checksum {
  #sum = 0x811c9dc5;

  /** @param {Uint8Array} bytes */
  add(bytes) {
    let sum = this.#sum;
    for (let index = 0; index < bytes.length; index += 1) {
      sum = Math.imul(sum ^ bytes[index], 0x01000193);
    }
    this.#sum = sum;
  }

  get value() {
    return (this.#sum >>> 0).toString(16);
  }
}

/** Bytes that differ by seed and have no short period. */
export function patternOf(size, seed) {
  const bytes = new Uint8Array(size);
  let state = seed;
  for (let index = 0; index < size; index += 1) {
    state = (Math.imul(state, 1103515245) + 12345) | 0;
    bytes[index] = state >>> 16;
  }
  return bytes;
}

/** A message of so many bytes: `text` has letters of two bytes too where they fit. */
export function messageOf(kind, size, seed) {
  const bytes = patternOf(size, seed);
  switch (kind) {
    case 'text':
      return 'ü'.repeat(size >> 2) + 'x'.repeat(size - 2 * (size >> 2));
    case 'view':
      return new Uint8Array([0, ...bytes, 0]).subarray(1, size + 1);
    case 'blob':
      return new Blob([bytes]);
    default:
      return bytes.buffer;
  }
}

const kindOf = (data) =>
  typeof data === 'string' ? 'text' : data instanceof Blob ? 'blob' : 'bytes';

async function bytesOf(data) {
  if (typeof data === 'string') return new TextEncoder().encode(data);
  if (data instanceof Blob) return new Uint8Array(await data.arrayBuffer());
  return ArrayBuffer.isView(data) ? data : new Uint8Array(data);
}

/** `{kind, size, checksum}` of a message, sent or received. */
export async function describeMessage(data) {
  const bytes = await bytesOf(data);
  const checksum = new Checksum();
  checksum.add(bytes);
  return { kind: kindOf(data), size: bytes.length, checksum: checksum.value };
}
