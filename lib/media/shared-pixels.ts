import type { NativePixels } from '../internal/native-types.js';

/**
 * Pixels that a frame and its clones share. They are let go of with the last of
 * them: by `close()`, or when it is collected.
 */
export class SharedPixels {
  readonly native: NativePixels;
  #references = 1;

  constructor(native: NativePixels) {
    this.native = native;
  }

  retain(): this {
    this.#references += 1;
    return this;
  }

  release(): void {
    this.#references -= 1;
    if (this.#references === 0) this.native.close();
  }
}
