import { inspect } from 'node:util';

import { inspectAttributes } from './inspect.js';
import { registerInterface } from './interface-type.js';

/** Of a property descriptor; called with the receiver. */
interface Accessor {
  readonly get?: (this: unknown) => unknown;
  readonly set?: (this: unknown, value: unknown) => void;
}

type Callable = (this: unknown, ...args: unknown[]) => unknown;

/** What of an interface the class itself cannot say. */
export interface InterfaceDefinition {
  /** Default: the name of the class. */
  readonly name?: string;
  /** The brand: `(value) => #field in value`. */
  readonly is: (value: object) => boolean;
  /** Operations that return a promise: they reject where others throw. Statics too. */
  readonly promises?: readonly string[];
  /** How many arguments must be given, where it differs from the function's own `length`. */
  readonly required?: Readonly<Record<string, number>>;
  /** The `length` of the constructor, where it differs from the class's own. */
  readonly constructorLength?: number;
  /** The operation that is also `Symbol.iterator`. */
  readonly iterator?: string;
}

/** Handed to the constructor of an interface that scripts cannot construct. */
export const kConstruct: unique symbol = Symbol('construct');

/** First line of a constructor that only the library itself may call. */
export function checkConstruct(token: unknown): asserts token is typeof kConstruct {
  if (token !== kConstruct) throw new TypeError('Illegal constructor');
}

/**
 * @param context such as `RTCPeerConnection.addIceCandidate` or `RTCError constructor`
 * @throws TypeError when fewer arguments were given than must be
 */
export function checkArguments(given: number, required: number, context: string): void {
  if (given >= required) return;
  const noun = required === 1 ? 'argument' : 'arguments';
  throw new TypeError(
    `${context}: ${String(required)} ${noun} required, but only ${String(given)} present`,
  );
}

function rename(fn: Callable, name: string, length: number): Callable {
  Object.defineProperty(fn, 'name', { value: name, configurable: true });
  Object.defineProperty(fn, 'length', { value: length, configurable: true });
  return fn;
}

function illegalInvocation(name: string): TypeError {
  return new TypeError(`${name}: Illegal invocation`);
}

function wrapOperation(
  fn: Callable,
  key: string,
  context: string,
  brand: ((value: unknown) => boolean) | null,
  definition: InterfaceDefinition,
): Callable {
  const least = definition.required?.[key] ?? fn.length;
  // Methods of object literals, since operations are not constructors.
  const wrapped: Record<'call' | 'settle', Callable> = {
    call(this: unknown, ...args: unknown[]): unknown {
      if (brand !== null && !brand(this)) throw illegalInvocation(context);
      if (args.length < least) checkArguments(args.length, least, context);
      return Reflect.apply(fn, this, args);
    },
    settle(this: unknown, ...args: unknown[]): unknown {
      try {
        return wrapped.call.apply(this, args);
      } catch (error) {
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as it was thrown
        return Promise.reject(error);
      }
    },
  };
  return rename(definition.promises?.includes(key) ? wrapped.settle : wrapped.call, key, least);
}

function wrapAccessor(
  { get, set }: Accessor,
  key: string,
  context: string,
  brand: (value: unknown) => boolean,
): PropertyDescriptor {
  const wrapped: Record<'get' | 'set', Callable> = {
    get() {
      if (!brand(this)) throw illegalInvocation(context);
      return get?.call(this);
    },
    set(value) {
      if (!brand(this)) throw illegalInvocation(context);
      return set?.call(this, value);
    },
  };
  const attributes = { enumerable: true, configurable: true };
  const getter = rename(wrapped.get, `get ${key}`, 0);
  if (!set) return { ...attributes, get: getter };
  return { ...attributes, get: getter, set: rename(wrapped.set, `set ${key}`, 1) };
}

/** Readable attributes, inherited ones first, without the handlers; of an event's own, its type. */
function attributesOf(prototype: object): string[] {
  if (prototype === Event.prototype) return ['type'];
  const parent = Object.getPrototypeOf(prototype) as object | null;
  const inherited = parent === null ? [] : attributesOf(parent);
  const own = Object.entries(Object.getOwnPropertyDescriptors(prototype))
    .filter(([key, { enumerable, ...rest }]) => enumerable && rest.get && !key.startsWith('on'))
    .map(([key]) => key);
  return [...inherited, ...own];
}

/**
 * Gives a class the shape of a WebIDL interface, once, after its declaration:
 * enumerable members, brand checks, argument counts, `length`,
 * `Symbol.toStringTag`, what `console.log` shows; and makes it known to
 * {@link interfaceType}.
 *
 * Members keyed by symbols are left as they are.
 */
export function defineInterface(
  Class: abstract new (...args: never[]) => object,
  definition: InterfaceDefinition,
): void {
  const name = definition.name ?? Class.name;
  const prototype = Class.prototype as object;
  const brand = (value: unknown) =>
    typeof value === 'object' && value !== null && definition.is(value);

  for (const key of Object.getOwnPropertyNames(prototype)) {
    if (key === 'constructor') continue;
    const context = `${name}.${key}`;
    const descriptor = Object.getOwnPropertyDescriptor(prototype, key) ?? {};
    if (typeof descriptor.value === 'function') {
      const value = wrapOperation(descriptor.value as Callable, key, context, brand, definition);
      Object.defineProperty(prototype, key, { ...descriptor, value, enumerable: true });
    } else {
      Object.defineProperty(
        prototype,
        key,
        wrapAccessor(descriptor as Accessor, key, context, brand),
      );
    }
  }
  for (const key of Object.getOwnPropertyNames(Class)) {
    const descriptor = Object.getOwnPropertyDescriptor(Class, key);
    if (key === 'prototype' || typeof descriptor?.value !== 'function') continue;
    const fn = descriptor.value as Callable;
    const value = wrapOperation(fn, key, `${name}.${key}`, null, definition);
    Object.defineProperty(Class, key, { ...descriptor, value, enumerable: true });
  }
  if (definition.iterator !== undefined) {
    Object.defineProperty(prototype, Symbol.iterator, {
      value: Reflect.get(prototype, definition.iterator) as unknown,
      writable: true,
      configurable: true,
    });
  }
  if (definition.constructorLength !== undefined) {
    Object.defineProperty(Class, 'length', {
      value: definition.constructorLength,
      configurable: true,
    });
  }
  Object.defineProperty(prototype, Symbol.toStringTag, { value: name, configurable: true });
  // Errors are shown with their stack, by Node itself.
  if (!(prototype instanceof Error)) {
    Object.defineProperty(prototype, inspect.custom, {
      value: inspectAttributes(name, attributesOf(prototype), brand),
      configurable: true,
    });
  }
  registerInterface(name, brand);
}

/** The default `toJSON` operation: the named attributes, read from the object. */
export function toJSON<T extends object, K extends keyof T>(
  value: T,
  keys: readonly K[],
): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, value[key]])) as Pick<T, K>;
}
