import { alternatives, describe } from './describe.js';
import { types } from './primitives.js';
import type { Type } from './type.js';

export interface EnumerationType<V extends string> extends Type<V> {
  readonly kind: 'string';
  readonly values: readonly V[];
  /** Is the string one of the values? */
  has(text: string): text is V;
}

/** An enumeration: a string that is one of the values. */
export function enumeration<const V extends string>(
  name: string,
  values: readonly V[],
): EnumerationType<V> {
  const known: ReadonlySet<string> = new Set(values);
  const has = (text: string): text is V => known.has(text);
  return {
    name,
    kind: 'string',
    values,
    has,
    convert(value, context) {
      const text = types.DOMString.convert(value, context);
      if (has(text)) return text;
      const allowed = alternatives(values.map((allowed) => `'${allowed}'`));
      throw new TypeError(
        `${context}: ${describe(text)} is not a valid ${name} (allowed: ${allowed})`,
      );
    },
  };
}
