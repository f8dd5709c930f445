import webidl from 'webidl-conversions';

import type { Type } from './type.js';

interface Options {
  readonly context: string;
  readonly enforceRange?: boolean;
  readonly clamp?: boolean;
}

type Conversion<T> = (value: unknown, options: Options) => T;

type StringName = 'DOMString' | 'ByteString' | 'USVString';
type NumberName = Exclude<keyof typeof webidl, StringName | 'object'>;

/** The package's functions by WebIDL's names; none of them uses `this`. */
const conversions = webidl as unknown as Readonly<
  Record<NumberName, Conversion<number>> &
    Record<StringName, Conversion<string>> &
    Record<'object', Conversion<object>>
>;

/** What a type holds; the whole numbers within are converted to themselves. */
type Range = readonly [min: number, max: number];

/** A number type; {@link enforceRange} and {@link clamp} derive from it. */
export interface IntegerType extends Type<number> {
  readonly kind: 'numeric';
  readonly conversion: Conversion<number>;
  readonly range: Range;
}

/** Most values end here, and cost no object; `-0` becomes `0`. */
const isWithin = (value: unknown, [min, max]: Range): value is number =>
  Number.isInteger(value) && (value as number) >= min && (value as number) <= max;

function integer(name: string, conversion: Conversion<number>, range: Range): IntegerType {
  return {
    name,
    kind: 'numeric',
    conversion,
    range,
    convert: (value, context) =>
      isWithin(value, range) ? value + 0 : conversion(value, { context }),
  };
}

const signed = (bits: number): Range => [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1];
const unsigned = (bits: number): Range => [0, 2 ** bits - 1];
const { MIN_SAFE_INTEGER, MAX_SAFE_INTEGER } = Number;

function real(name: string, conversion: Conversion<number>): Type<number> {
  return { name, kind: 'numeric', convert: (value, context) => conversion(value, { context }) };
}

/** Finite numbers come through unchanged. */
const double = (name: string): Type<number> => ({
  name,
  kind: 'numeric',
  convert: (value, context) =>
    typeof value === 'number' && Number.isFinite(value)
      ? value
      : conversions.double(value, { context }),
});

function string(name: string, conversion: Conversion<string>): Type<string> {
  return { name, kind: 'string', convert: (value, context) => conversion(value, { context }) };
}

/** Strings come through unchanged, so most conversions end here. */
const DOMString: Type<string> = {
  name: 'DOMString',
  kind: 'string',
  convert: (value, context) =>
    typeof value === 'string' ? value : conversions.DOMString(value, { context }),
};

const any: Type<unknown> = { name: 'any', kind: 'any', convert: (value) => value };

const undefinedType: Type<undefined> = {
  name: 'undefined',
  kind: 'undefined',
  convert: () => undefined,
};

const boolean: Type<boolean> = { name: 'boolean', kind: 'boolean', convert: Boolean };

const object: Type<object> = {
  name: 'object',
  kind: 'object',
  convert: (value, context) => conversions.object(value, { context }),
};

/** The types of WebIDL that have no parts. */
export const types = {
  any,
  undefined: undefinedType,
  boolean,
  byte: integer('byte', conversions.byte, signed(8)),
  octet: integer('octet', conversions.octet, unsigned(8)),
  short: integer('short', conversions.short, signed(16)),
  unsignedShort: integer('unsigned short', conversions['unsigned short'], unsigned(16)),
  long: integer('long', conversions.long, signed(32)),
  unsignedLong: integer('unsigned long', conversions['unsigned long'], unsigned(32)),
  longLong: integer('long long', conversions['long long'], [MIN_SAFE_INTEGER, MAX_SAFE_INTEGER]),
  unsignedLongLong: integer('unsigned long long', conversions['unsigned long long'], [
    0,
    MAX_SAFE_INTEGER,
  ]),
  double: double('double'),
  unrestrictedDouble: real('unrestricted double', conversions['unrestricted double']),
  float: real('float', conversions.float),
  unrestrictedFloat: real('unrestricted float', conversions['unrestricted float']),
  DOMString,
  ByteString: string('ByteString', conversions.ByteString),
  USVString: string('USVString', conversions.USVString),
  object,
  /** Milliseconds, as `performance.now()` or `Date.now()` counts them. */
  DOMHighResTimeStamp: double('DOMHighResTimeStamp'),
  /** Milliseconds since the epoch. */
  EpochTimeStamp: integer('EpochTimeStamp', conversions['unsigned long long'], [
    0,
    MAX_SAFE_INTEGER,
  ]),
} as const;

function withOption(type: IntegerType, name: string, option: Omit<Options, 'context'>) {
  const { conversion, range } = type;
  const derived: IntegerType = {
    name: `[${name}] ${type.name}`,
    kind: 'numeric',
    conversion,
    range,
    convert: (value, context) =>
      isWithin(value, range) ? value + 0 : conversion(value, { context, ...option }),
  };
  return derived;
}

/** `[EnforceRange]`: a TypeError for what does not fit, instead of wrapping around. */
export function enforceRange(type: IntegerType): IntegerType {
  return withOption(type, 'EnforceRange', { enforceRange: true });
}

/** `[Clamp]`: the nearest value that fits. */
export function clamp(type: IntegerType): IntegerType {
  return withOption(type, 'Clamp', { clamp: true });
}
