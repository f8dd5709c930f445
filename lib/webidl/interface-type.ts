import { describe } from './describe.js';
import type { Type } from './type.js';

type Brand = (value: unknown) => boolean;

const brands = new Map<string, Brand>();

/** Makes an interface known to the types that name it. */
export function registerInterface(name: string, brand: Brand): void {
  brands.set(name, brand);
}

/**
 * An interface type, by name: tables stand below the classes and do not import
 * them. Without `brand`, the one that the class registered counts.
 *
 * `In` may be wider than `Out` where callers hold lib.dom's type of the same object.
 */
export function interfaceType<In extends object, Out extends In = In>(
  name: string,
  brand?: Brand,
): Type<In, Out> {
  const accepts = (value: unknown) => (brand ?? brands.get(name))?.(value) ?? false;
  return {
    name,
    kind: 'interface',
    accepts,
    convert(value, context) {
      if (accepts(value)) return value as Out;
      throw new TypeError(`${context}: ${describe(value)} is not of type ${name}`);
    },
  };
}
