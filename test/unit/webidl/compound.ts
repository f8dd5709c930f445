import test from 'ava';

import { callback, nullable, record, sequence, types } from '../../../lib/webidl/index.js';

test('a sequence is a new array of whatever an iterable gives', (t) => {
  const type = sequence(types.DOMString);
  const given = ['a', 1];
  const converted = type.convert(given, 's');
  t.deepEqual(converted, ['a', '1']);
  t.deepEqual(type.convert(new Set(['x']), 's'), ['x']);
  t.not<unknown, unknown>(converted, given);
});

test('what is not iterable is no sequence, strings included', (t) => {
  const type = sequence(types.DOMString);
  for (const value of [{}, 'abc', 3, null, undefined]) {
    t.throws(() => type.convert(value, 's'), { message: /^s: .* is not iterable/ });
  }
  t.throws(() => type.convert([Symbol('x')], 's'), { message: /^s\[0\] is a symbol/ });
});

test('a nullable type gives null for null and undefined', (t) => {
  const type = nullable(types.DOMString);
  t.is(type.convert(null, 'n'), null);
  t.is(type.convert(undefined, 'n'), null);
  t.is(type.convert('', 'n'), '');
});

test('a record holds the own enumerable properties', (t) => {
  const type = record(types.DOMString, types.double);
  const value = Object.create({ inherited: 1 }) as Record<string, unknown>;
  value['a'] = '2';
  Object.defineProperty(value, 'hidden', { value: 3 });
  t.deepEqual(type.convert(value, 'r'), { a: 2 });
  t.throws(() => type.convert({ a: 'x' }, 'r'), { message: /^r\.a is not a finite/ });
  t.throws(() => type.convert(1, 'r'), {
    message: 'r: 1 is not an object (record<DOMString, double>)',
  });
});

test('a callback is anything callable, kept as it is', (t) => {
  const type = callback<() => void>('VoidFunction');
  const fn = () => undefined;
  t.is(type.convert(fn, 'c'), fn);
  t.throws(() => type.convert({}, 'c'), {
    message: 'c: an object is not a function (VoidFunction)',
  });
});
