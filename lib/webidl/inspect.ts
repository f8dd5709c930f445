import { inspect } from 'node:util';
import type { InspectOptionsStylized } from 'node:util';

type Inspect = (this: object, depth: number, options: InspectOptionsStylized) => string;

const isMaplike = (value: object): value is Iterable<[unknown, unknown]> =>
  Symbol.iterator in value;

/**
 * What `console.log` shows of a platform object, whose attributes are getters
 * that it would not show otherwise: `RTCIceCandidate { candidate: '...', ... }`.
 */
export function inspectAttributes(
  name: string,
  keys: readonly string[],
  brand: (value: unknown) => boolean,
): Inspect {
  return function (depth, options) {
    // The prototype has the getters too, but no values.
    if (!brand(this)) return `${name} {}`;
    if (depth < 0) return options.stylize(`[${name}]`, 'special');
    const values = isMaplike(this)
      ? new Map(this)
      : Object.fromEntries(keys.map((key) => [key, Reflect.get(this, key) as unknown]));
    const inner = options.depth ?? null;
    return `${name} ${inspect(values, { ...options, depth: inner === null ? null : inner - 1 })}`;
  };
}
