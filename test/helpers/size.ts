/** `npm run soak` runs the tests at full size. */
export const soak = process.env['NODE_LIBWEBRTC_SOAK'] === '1';

/** How often a test of lifetimes runs. */
export const runs = soak ? 50 : 3;

export function size(small: number, full: number): number {
  return soak ? full : small;
}

const sanitized = process.env['NODE_LIBWEBRTC_SANITIZE'] === '1';

/** A bound of memory; AddressSanitizer keeps what was freed, so it holds none. */
export function staysBelow(grown: number, bound: number): boolean {
  return sanitized || grown < bound;
}
