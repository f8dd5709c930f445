/** `npm run soak` runs the tests at full size. */
export const soak = process.env['NODE_LIBWEBRTC_SOAK'] === '1';

/** How often a test of lifetimes runs. */
export const runs = soak ? 50 : 3;

export function size(small: number, full: number): number {
  return soak ? full : small;
}
