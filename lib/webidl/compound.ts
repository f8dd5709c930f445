import { describe } from './describe.js';
import { isObject } from './type.js';
import type { Type } from './type.js';

export interface WrappingType<In, Out> extends Type<In, Out> {
  readonly inner: Type<unknown>;
}

/** `T?`: null and undefined give null. */
export function nullable<In, Out>(type: Type<In, Out>): WrappingType<In | null, Out | null> {
  return {
    name: `${type.name}?`,
    kind: 'nullable',
    inner: type,
    convert: (value, context) =>
      value === null || value === undefined ? null : type.convert(value, context),
  };
}

/** `sequence<T>`: a new array of whatever the iterable gives. */
export function sequence<In, Out>(type: Type<In, Out>): WrappingType<In[], Out[]> {
  const name = `sequence<${type.name}>`;
  return {
    name,
    kind: 'sequence',
    inner: type,
    convert(value, context) {
      if (!isIterable(value)) {
        throw new TypeError(`${context}: ${describe(value)} is not iterable (${name})`);
      }
      const result: Out[] = [];
      for (const item of value) {
        result.push(type.convert(item, `${context}[${String(result.length)}]`));
      }
      return result;
    },
  };
}

export function isIterable(value: unknown): value is Iterable<unknown> {
  if (!isObject(value)) return false;
  const method = (value as Partial<Iterable<unknown>>)[Symbol.iterator] as unknown;
  return typeof method === 'function';
}

/** `record<K, V>`: the own enumerable string-keyed properties. */
export function record<Out>(
  key: Type<string>,
  type: Type<Out>,
): WrappingType<Record<string, Out>, Record<string, Out>> {
  const name = `record<${key.name}, ${type.name}>`;
  return {
    name,
    kind: 'record',
    inner: type,
    convert(value, context) {
      if (!isObject(value)) {
        throw new TypeError(`${context}: ${describe(value)} is not an object (${name})`);
      }
      const result: Record<string, Out> = {};
      for (const property of Reflect.ownKeys(value)) {
        if (!Reflect.getOwnPropertyDescriptor(value, property)?.enumerable) continue;
        const typedKey = key.convert(property, `${context}: key`);
        result[typedKey] = type.convert(Reflect.get(value, property), `${context}.${typedKey}`);
      }
      return result;
    },
  };
}

/** A callback function: anything callable, kept as it is. */
export function callback<F extends (...args: never[]) => unknown>(name: string): Type<F> {
  return {
    name,
    kind: 'callback',
    convert(value, context) {
      if (typeof value === 'function') return value as F;
      throw new TypeError(`${context}: ${describe(value)} is not a function (${name})`);
    },
  };
}
