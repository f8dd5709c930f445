import fc from 'fast-check';

import { Thrown } from './outcome.js';

function fail(): never {
  throw new Thrown('on purpose');
}

/** What no method expects: values whose conversion runs code, throws, or never ends well. */
const odd: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  ...[undefined, null, NaN, -0, Infinity, 2 ** 53, 2 ** 32, -1, 0, 65535, 65536, 1e21, true, ''],
  ...[Symbol('s'), 10n, 2n ** 64n, () => undefined, /x/, new Date(NaN), new Map()],
  ...[new Proxy({}, { get: fail }), new Proxy(() => undefined, {}), { toString: fail }],
  ...[{ valueOf: () => ({}), toString: () => ({}) }, { [Symbol.toPrimitive]: fail }],
  ...[{ [Symbol.iterator]: fail }, { [Symbol.iterator]: () => ({ next: () => 1 }) }],
  ...[Object.create(null), Object.freeze([]), new Array(5), [[[]]], { length: -1 }, { then: fail }],
  ...['\ud800', '\0', 'x'.repeat(100_000), '\u{1f600}'],
  ...[
    new ArrayBuffer(8),
    new SharedArrayBuffer(8),
    new Uint8Array(3),
    new DataView(new ArrayBuffer(1)),
  ],
  ...[new Blob(['x']), new Blob([]), Buffer.from('x'), new Float64Array(2)],
  ...[new Error('x'), Promise.resolve(1), new EventTarget(), new Event('x'), globalThis],
);

/** Any value at all. */
export const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: odd },
  {
    weight: 2,
    arbitrary: fc.anything({
      maxDepth: 2,
      withBigInt: true,
      withDate: true,
      withMap: true,
      withTypedArray: true,
      withNullPrototype: true,
      withSparseArray: true,
    }),
  },
);

/** Mostly what is wanted, sometimes anything. */
export function mostly<T>(wanted: fc.Arbitrary<T>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 5, arbitrary: wanted }, { weight: 1, arbitrary: anyValue });
}
