import type { Blob } from 'node:buffer';

import type { NativeDataChannel } from '../internal/native-types.js';

type Item =
  | { readonly kind: 'text'; readonly data: string }
  | { readonly kind: 'binary'; readonly data: ArrayBuffer }
  /** `data` is null until the Blob is read. */
  | { readonly kind: 'blob'; data: ArrayBuffer | null; readonly size: number; failed: boolean }
  | { readonly kind: 'close' };

/**
 * Hands messages to libwebrtc in the order of `send()`: while a Blob is being
 * read, what comes after it waits, the closing too.
 */
export class SendQueue {
  readonly #native: NativeDataChannel;
  readonly #items: Item[] = [];
  readonly #lost: (bytes: number, error: unknown) => void;

  /** `lost` is called for a Blob that could not be read: nothing of it is sent. */
  constructor(native: NativeDataChannel, lost: (bytes: number, error: unknown) => void) {
    this.#native = native;
    this.#lost = lost;
  }

  text(data: string): void {
    if (this.#items.length === 0) this.#native.sendText(data);
    else this.#items.push({ kind: 'text', data });
  }

  binary(buffer: ArrayBuffer, offset: number, length: number): void {
    if (this.#items.length === 0) this.#native.sendBinary(buffer, offset, length);
    else this.#items.push({ kind: 'binary', data: buffer.slice(offset, offset + length) });
  }

  blob(blob: Blob): void {
    const item: Item = { kind: 'blob', data: null, size: blob.size, failed: false };
    this.#items.push(item);
    blob.arrayBuffer().then(
      (data) => {
        item.data = data;
        this.#flush();
      },
      (error: unknown) => {
        item.failed = true;
        this.#lost(item.size, error);
        this.#flush();
      },
    );
  }

  close(): void {
    if (this.#items.length === 0) this.#native.close();
    else this.#items.push({ kind: 'close' });
  }

  /** The channel is gone: nothing waits any more. */
  clear(): void {
    this.#items.length = 0;
  }

  #flush(): void {
    for (let item = this.#items[0]; item !== undefined; item = this.#items[0]) {
      if (item.kind === 'blob' && item.data === null && !item.failed) return;
      this.#items.shift();
      this.#pass(item);
    }
  }

  #pass(item: Item): void {
    switch (item.kind) {
      case 'text':
        this.#native.sendText(item.data);
        break;
      case 'binary':
      case 'blob':
        if (item.data !== null) this.#native.sendBinary(item.data, 0, item.data.byteLength);
        break;
      case 'close':
        this.#native.close();
        break;
    }
  }
}
