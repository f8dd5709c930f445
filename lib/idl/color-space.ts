/**
 * What the numbers of pixels mean as colours.
 *
 * @see https://w3c.github.io/webcodecs/#video-color-space-interface
 */
import { dictionary, enumeration, member, nullable, types } from '../webidl/index.js';
import type { Infer } from '../webidl/index.js';

/** @see https://w3c.github.io/webcodecs/#enumdef-videocolorprimaries */
export const VideoColorPrimaries = enumeration('VideoColorPrimaries', [
  'bt709',
  'bt470bg',
  'smpte170m',
  'bt2020',
  'smpte432',
]);
export type VideoColorPrimaries = Infer<typeof VideoColorPrimaries>;

/** @see https://w3c.github.io/webcodecs/#enumdef-videotransfercharacteristics */
export const VideoTransferCharacteristics = enumeration('VideoTransferCharacteristics', [
  'bt709',
  'smpte170m',
  'iec61966-2-1',
  'linear',
  'pq',
  'hlg',
]);
export type VideoTransferCharacteristics = Infer<typeof VideoTransferCharacteristics>;

/** @see https://w3c.github.io/webcodecs/#enumdef-videomatrixcoefficients */
export const VideoMatrixCoefficients = enumeration('VideoMatrixCoefficients', [
  'rgb',
  'bt709',
  'bt470bg',
  'smpte170m',
  'bt2020-ncl',
]);
export type VideoMatrixCoefficients = Infer<typeof VideoMatrixCoefficients>;

/** @see https://html.spec.whatwg.org/multipage/canvas.html#predefinedcolorspace */
export const PredefinedColorSpace = enumeration('PredefinedColorSpace', [
  'srgb',
  'srgb-linear',
  'display-p3',
  'display-p3-linear',
]);
export type PredefinedColorSpace = Infer<typeof PredefinedColorSpace>;

/** @see https://w3c.github.io/webcodecs/#dictdef-videocolorspaceinit */
export interface VideoColorSpaceInit extends Infer<typeof VideoColorSpaceInit> {}
export const VideoColorSpaceInit = dictionary('VideoColorSpaceInit', {
  primaries: member(nullable(VideoColorPrimaries), null),
  transfer: member(nullable(VideoTransferCharacteristics), null),
  matrix: member(nullable(VideoMatrixCoefficients), null),
  fullRange: member(nullable(types.boolean), null),
});
