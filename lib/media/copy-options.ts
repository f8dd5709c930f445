import type { VideoFrameCopyToOptions } from '../idl/index.js';
import { exception } from '../internal/errors.js';
import type { NativeColorSpace, NativePixelFormat, NativeRect } from '../internal/native-types.js';
import type { Converted } from '../webidl/index.js';
import { checkFormat } from './frame-facts.js';
import type { FrameFacts } from './frame-facts.js';
import { computeLayout } from './frame-layout.js';
import type { FrameLayout } from './frame-layout.js';
import { isRgb } from './pixel-formats.js';
import { checkAlignment, parseRect } from './visible-rect.js';

export interface FrameCopy extends FrameLayout {
  readonly format: NativePixelFormat;
  readonly rect: NativeRect;
  /** Of the frame. */
  readonly colorSpace: NativeColorSpace;
}

/** What every consumer of video takes. */
const planar: readonly NativePixelFormat[] = ['I420', 'NV12'];

/**
 * @see https://w3c.github.io/webcodecs/#videoframe-parse-videoframecopytooptions
 * @throws TypeError for a part or a layout that does not fit
 * @throws NotSupportedError for a format or a colour space that is not converted to
 */
export function parseCopyOptions(
  facts: FrameFacts,
  options: Converted<typeof VideoFrameCopyToOptions>,
  context: string,
): FrameCopy {
  // 1. to 5. Let parsedRect be the visible pixels, or those asked for.
  const rectContext = `${context}.rect`;
  const rect = parseRect(options.rect ?? facts.visibleRect, facts, facts.format, rectContext);
  // 8. to 10. Let format be the frame's, or the one asked for where it is converted to.
  const format = checkFormat(options.format ?? facts.format, `${context}.format`);
  if (format !== facts.format) {
    if (!isRgb(format) && !planar.includes(format)) {
      throw exception(
        'NotSupportedError',
        `${context}.format: ${facts.format} is not converted to ${format}`,
      );
    }
    checkAlignment(rect, format, rectContext);
  }
  const { colorSpace = 'srgb' } = options;
  if (colorSpace !== 'srgb') {
    throw exception('NotSupportedError', `${context}.colorSpace: ${colorSpace} is not supported`);
  }
  // 11. Let combinedLayout be the result of Compute Layout and Allocation Size.
  const layout = computeLayout(rect, format, options.layout, context);
  return { ...layout, format, rect, colorSpace: facts.colorSpace.toJSON() as NativeColorSpace };
}
