import { VideoColorSpaceInit } from '../idl/index.js';
import type {
  VideoColorPrimaries,
  VideoMatrixCoefficients,
  VideoTransferCharacteristics,
} from '../idl/index.js';
import type { NativePixelFormat } from '../internal/native-types.js';
import { defineInterface, toJSON } from '../webidl/index.js';
import type { Converted } from '../webidl/index.js';
import { isRgb } from './pixel-formats.js';

/** @see https://w3c.github.io/webcodecs/#srgb-color-space */
const srgb: VideoColorSpaceInit = {
  primaries: 'bt709',
  transfer: 'iec61966-2-1',
  matrix: 'rgb',
  fullRange: true,
};

/** @see https://w3c.github.io/webcodecs/#rec709-color-space */
const rec709: VideoColorSpaceInit = {
  primaries: 'bt709',
  transfer: 'bt709',
  matrix: 'bt709',
  fullRange: false,
};

/**
 * What the numbers of a frame's pixels mean as colours; `null`: it is not known.
 *
 * @see https://w3c.github.io/webcodecs/#videocolorspace
 */
export class VideoColorSpace {
  readonly #init: Converted<typeof VideoColorSpaceInit>;

  constructor(init: VideoColorSpaceInit = {}) {
    this.#init = VideoColorSpaceInit.convert(init, 'VideoColorSpace constructor: init');
  }

  /** Which red, green and blue the components are. */
  get primaries(): VideoColorPrimaries | null {
    return this.#init.primaries;
  }

  /** From numbers to light. */
  get transfer(): VideoTransferCharacteristics | null {
    return this.#init.transfer;
  }

  /** From luma and chroma to red, green and blue. */
  get matrix(): VideoMatrixCoefficients | null {
    return this.#init.matrix;
  }

  /** Luma is 0 to 255, not 16 to 235. */
  get fullRange(): boolean | null {
    return this.#init.fullRange;
  }

  toJSON(): VideoColorSpaceInit {
    return toJSON(this, ['primaries', 'transfer', 'matrix', 'fullRange']);
  }

  static {
    defineInterface(this, { is: (value) => #init in value });
  }
}

/** @see https://w3c.github.io/webcodecs/#videoframe-pick-color-space */
export function pickColorSpace(
  override: VideoColorSpaceInit | undefined,
  format: NativePixelFormat,
): VideoColorSpace {
  // 1. If overrideColorSpace is provided, return a VideoColorSpace constructed with it.
  if (override !== undefined) return new VideoColorSpace(override);
  // 2. and 3. Otherwise sRGB for an RGB format, REC709 for others.
  return new VideoColorSpace(isRgb(format) ? srgb : rec709);
}
