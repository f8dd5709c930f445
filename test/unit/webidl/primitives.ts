import test from 'ava';

import { clamp, enforceRange, enumeration, types } from '../../../lib/webidl/index.js';

const context = 'thing: value';

test('a boolean is what JavaScript calls truthy', (t) => {
  t.true(types.boolean.convert('false', context));
  t.false(types.boolean.convert(0, context));
});

test('an integer wraps around, without options', (t) => {
  t.is(types.octet.convert(257, context), 1);
  t.is(types.unsignedShort.convert(-1, context), 65535);
  t.is(types.long.convert('12', context), 12);
  t.is(types.unsignedLong.convert(NaN, context), 0);
});

test('[EnforceRange] refuses what does not fit, and says the range', (t) => {
  const type = enforceRange(types.unsignedShort);
  t.is(type.convert(65535.9, context), 65535);
  for (const value of [-1, 65536, NaN, Infinity, 'a']) {
    t.throws(() => type.convert(value, context), { instanceOf: TypeError });
  }
  t.throws(() => type.convert(65536, context), {
    message: 'thing: value is outside the accepted range of 0 to 65535, inclusive.',
  });
});

test('[Clamp] takes the nearest value', (t) => {
  const type = clamp(types.octet);
  t.is(type.convert(300, context), 255);
  t.is(type.convert(-5, context), 0);
  t.is(type.convert(2.5, context), 2);
});

test('a double is finite, an unrestricted one need not be', (t) => {
  t.is(types.double.convert('1.5', context), 1.5);
  t.throws(() => types.double.convert(Infinity, context), { message: /^thing: value is not a/ });
  t.is(types.unrestrictedDouble.convert(Infinity, context), Infinity);
});

test('BigInt and Symbol do not become numbers', (t) => {
  t.throws(() => types.double.convert(1n, context), { instanceOf: TypeError });
  t.throws(() => types.long.convert(Symbol('s'), context), { instanceOf: TypeError });
});

test('DOMString keeps lone surrogates, USVString replaces them, ByteString refuses', (t) => {
  t.is(types.DOMString.convert('\ud800', context), '\ud800');
  t.is(types.USVString.convert('a\ud800', context), 'a\ufffd');
  t.is(types.ByteString.convert('é', context), 'é');
  t.throws(() => types.ByteString.convert('€', context), { message: /ByteString/ });
});

test('a string type takes whatever has a string form but symbols', (t) => {
  t.is(types.DOMString.convert(null, context), 'null');
  t.is(types.DOMString.convert({ toString: () => 'x' }, context), 'x');
  t.throws(() => types.DOMString.convert(Symbol('s'), context), {
    message: /^thing: value is a symbol/,
  });
});

test('an enumeration says what is allowed', (t) => {
  const Colour = enumeration('Colour', ['red', 'green', 'blue']);
  t.is(Colour.convert('red', context), 'red');
  t.throws(() => Colour.convert('nope', context), {
    instanceOf: TypeError,
    message: "thing: value: 'nope' is not a valid Colour (allowed: 'red', 'green' or 'blue')",
  });
  t.throws(() => Colour.convert(undefined, context), { message: /'undefined' is not a valid/ });
});

test('a number becomes what the package for conversions makes of it', (t) => {
  const edges = [7, 8, 15, 16, 31, 32, 53].flatMap((bits) => {
    const power = 2 ** bits;
    return [power - 1, power, power + 1, -power + 1, -power, -power - 1];
  });
  const values = [...edges, 0, -0, 0.5, -0.5, 1.5, -1.5, '7', null, true, NaN, Infinity];
  const outcome = (convert: () => unknown) => {
    try {
      return convert();
    } catch (error) {
      return (error as Error).name;
    }
  };
  const all = Object.values(types).filter((type) => 'range' in type);
  t.is(all.length, 9);
  for (const type of all) {
    for (const [derived, option] of [
      [type, {}],
      [enforceRange(type), { enforceRange: true }],
      [clamp(type), { clamp: true }],
    ] as const) {
      for (const value of values) {
        const made = outcome(() => derived.convert(value, ''));
        const expected = outcome(() => type.conversion(value, { context: '', ...option }));
        t.is(made, expected, `${derived.name}: ${String(value)}`);
      }
    }
  }
  for (const value of values) {
    const made = outcome(() => types.double.convert(value, ''));
    const isFinite = Number.isFinite(Number(value));
    t.is(made, isFinite ? Number(value) : 'TypeError', String(value));
  }
});
