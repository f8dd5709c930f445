import { defineInterface, kConstruct, checkConstruct } from '../webidl/index.js';
import type { NativeRect } from '../internal/native-types.js';

/** @see https://drafts.fxtf.org/geometry/#domrectreadonly */
export class DOMRectReadOnly {
  readonly #rect: NativeRect;

  /** @internal */
  constructor(token: symbol, rect: NativeRect) {
    checkConstruct(token);
    this.#rect = rect;
  }

  get x(): number {
    return this.#rect.x;
  }

  get y(): number {
    return this.#rect.y;
  }

  get width(): number {
    return this.#rect.width;
  }

  get height(): number {
    return this.#rect.height;
  }

  get top(): number {
    return this.#rect.y;
  }

  get right(): number {
    return this.#rect.x + this.#rect.width;
  }

  get bottom(): number {
    return this.#rect.y + this.#rect.height;
  }

  get left(): number {
    return this.#rect.x;
  }

  toJSON(): Record<'x' | 'y' | 'width' | 'height' | 'top' | 'right' | 'bottom' | 'left', number> {
    const { x, y, width, height, top, right, bottom, left } = this;
    return { x, y, width, height, top, right, bottom, left };
  }

  static {
    defineInterface(this, { is: (value) => #rect in value, constructorLength: 0 });
  }
}

export function newRect(rect: NativeRect): DOMRectReadOnly {
  return new DOMRectReadOnly(kConstruct, rect);
}
