/** Stands in for what the addon does with pixels and samples: records it. */
import type {
  NativeColorSpace,
  NativeFrames,
  NativePixelFormat,
  NativePixels,
  NativePlane,
  NativeRect,
} from '../../../lib/native.js';

interface Copy {
  readonly format: NativePixelFormat;
  readonly rect: NativeRect;
  readonly planes: readonly NativePlane[];
  readonly colorSpace: NativeColorSpace | null;
}

/** Every one that was made. */
export const allPixels: FakePixels[] = [];
const shared = new Map<number, FakePixels>();
let lastToken = 0;

export class FakePixels implements NativePixels {
  readonly copies: Copy[] = [];
  closed = false;

  constructor(
    readonly format: NativePixelFormat,
    readonly width: number,
    readonly height: number,
    readonly planes: readonly NativePlane[] = [],
    readonly data: Uint8Array = new Uint8Array(),
  ) {
    allPixels.push(this);
  }

  copyTo(
    _target: Uint8Array,
    format: NativePixelFormat,
    rect: NativeRect,
    planes: readonly NativePlane[],
    colorSpace: NativeColorSpace | null,
  ): void {
    this.copies.push({ format, rect, planes, colorSpace });
  }

  takeBytes(): null {
    return null;
  }

  clone(): FakePixels {
    return new FakePixels(this.format, this.width, this.height, this.planes, this.data);
  }

  close(): void {
    if (this.closed) throw new Error('closed twice');
    this.closed = true;
  }

  share(): number {
    lastToken += 1;
    shared.set(lastToken, this.clone());
    return lastToken;
  }
}

/** How many are kept for another environment. */
export const sharedCount = () => shared.size;

export const fakeFrames: Pick<
  NativeFrames,
  'createPixels' | 'createBytes' | 'takePixels' | 'dropPixels' | 'convertPixels'
> = {
  createPixels: (data, format, width, height, planes) =>
    new FakePixels(format, width, height, planes, data.slice()),
  createBytes: (length) => new ArrayBuffer(length),
  takePixels(token) {
    const pixels = shared.get(token) ?? null;
    shared.delete(token);
    return pixels;
  },
  dropPixels(token) {
    shared.delete(token);
  },
  convertPixels: () => undefined,
};
