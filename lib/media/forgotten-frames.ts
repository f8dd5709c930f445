import type { SharedPixels } from './shared-pixels.js';

let warned = false;

const collected = new FinalizationRegistry<SharedPixels>((pixels) => {
  pixels.release();
  if (warned) return;
  warned = true;
  process.emitWarning(
    'A VideoFrame was garbage collected without being closed. ' +
      'Close frames when done with them: each holds megabytes of native memory. ' +
      'This is told once.',
    { code: 'NODE_LIBWEBRTC_FRAME_NOT_CLOSED' },
  );
});

/** A frame that is collected before it is closed lets go of its pixels, and is told of once. */
export function watchFrame(frame: object, pixels: SharedPixels): void {
  collected.register(frame, pixels, frame);
}

/** It is closed. */
export function unwatchFrame(frame: object): void {
  collected.unregister(frame);
}
