import test from 'ava';

import {
  callback,
  dictionary,
  member,
  nullable,
  sequence,
  types,
  union,
} from '../../../lib/webidl/index.js';
import { SendData } from '../../../lib/idl/index.js';

const Options = dictionary('Options', { a: member(types.long, 1) });

test('urls: a string or a sequence of strings', (t) => {
  const type = union([types.USVString, sequence(types.USVString)]);
  t.is(type.convert('stun:a', 'u'), 'stun:a');
  t.deepEqual(type.convert(['stun:a'], 'u'), ['stun:a']);
  t.is(type.convert(null, 'u'), 'null');
  t.is(type.convert({ toString: () => 'x' }, 'u'), 'x');
  t.is(type.name, '(USVString or sequence<USVString>)');
});

test('a dictionary takes null, undefined and objects', (t) => {
  const type = union([types.DOMString, Options]);
  t.deepEqual(type.convert(undefined, 'u'), { a: 1 });
  t.deepEqual(type.convert({ a: 2 }, 'u'), { a: 2 });
  t.is(type.convert(3, 'u'), '3');
});

test('a callback takes functions, a dictionary other objects', (t) => {
  const type = union([callback<() => number>('F'), Options]);
  const fn = () => 1;
  t.is(type.convert(fn, 'u'), fn);
  t.deepEqual(type.convert({}, 'u'), { a: 1 });
  t.throws(() => type.convert('text', 'u'), { message: "u: 'text' is not of type (F or Options)" });
});

test('numbers and booleans prefer their own types', (t) => {
  const type = union([types.DOMString, types.long, types.boolean]);
  t.is(type.convert(5, 'u'), 5);
  t.is(type.convert(false, 'u'), false);
  t.is(type.convert('5', 'u'), '5');
  t.is(union([types.long, types.boolean]).convert('5', 'u'), 5);
});

test('a nullable member makes the union nullable, nested unions are flattened', (t) => {
  const type = union([nullable(types.long), union([types.boolean, types.DOMString])]);
  t.is(type.convert(undefined, 'u'), null);
  t.is(type.convert(true, 'u'), true);
  t.is(type.flattened.length, 3);
});

test('send takes strings, blobs, buffers and every view', (t) => {
  const blob = new Blob(['x']);
  const buffer = new ArrayBuffer(2);
  t.is(SendData.convert(blob, 'send'), blob);
  t.is(SendData.convert(buffer, 'send'), buffer);
  for (const view of [
    new Uint8Array(1),
    new Float64Array(1),
    new DataView(buffer),
    Buffer.from('a'),
  ]) {
    t.is(SendData.convert(view, 'send'), view);
  }
  t.is(SendData.convert('text', 'send'), 'text');
  t.is(SendData.convert(12, 'send'), '12');
  t.is(SendData.convert({}, 'send'), '[object Object]');
});

test('send refuses memory that is shared or may change its size', (t) => {
  const shared = new SharedArrayBuffer(2);
  t.throws(() => SendData.convert(shared, 'send'), { message: /SharedArrayBuffer is not allowed/ });
  t.throws(() => SendData.convert(new Uint8Array(shared), 'send'), { instanceOf: TypeError });
  const resizable = Reflect.construct(ArrayBuffer, [2, { maxByteLength: 4 }]) as ArrayBuffer;
  t.throws(() => SendData.convert(resizable, 'send'), { message: /resizable/ });
  t.throws(() => SendData.convert(new DataView(resizable), 'send'), { message: /resizable/ });
});
