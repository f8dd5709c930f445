import { inspect } from 'node:util';

import test from 'ava';

import {
  checkConstruct,
  defineInterface,
  interfaceType,
  kConstruct,
  toJSON,
  types,
} from '../../../lib/webidl/index.js';

class Lamp {
  #on = false;
  static made = 0;

  get on(): boolean {
    return this.#on;
  }

  set on(value: boolean) {
    this.#on = types.boolean.convert(value, 'Lamp.on');
  }

  get watts(): number {
    return this.#on ? 60 : 0;
  }

  dim(level: number, fade = 0): number {
    return level - fade;
  }

  wait(ms: number): Promise<number> {
    if (ms < 0) throw new RangeError('negative');
    return Promise.resolve(ms);
  }

  maybe(value?: number): number | undefined {
    return value;
  }

  toJSON() {
    return toJSON<Lamp, 'on' | 'watts'>(this, ['on', 'watts']);
  }

  keys(): IterableIterator<string> {
    return ['on'].values();
  }

  static make(kind: string): Promise<string> {
    if (kind === '') throw new TypeError('empty');
    return Promise.resolve(kind);
  }

  static {
    defineInterface(this, {
      is: (value) => #on in value,
      promises: ['wait', 'make'],
      required: { maybe: 0 },
      iterator: 'keys',
    });
  }
}

const describe = (key: string, on: object = Lamp.prototype) => {
  const descriptor = Object.getOwnPropertyDescriptor(on, key);
  if (!descriptor) throw new Error(`no ${key}`);
  return descriptor;
};

test('members are enumerable and configurable, on the prototype', (t) => {
  t.deepEqual(Object.keys(Lamp.prototype), [
    'on',
    'watts',
    'dim',
    'wait',
    'maybe',
    'toJSON',
    'keys',
  ]);
  t.deepEqual(Object.keys(new Lamp()), []);
  const { enumerable, configurable, writable } = describe('dim');
  t.deepEqual([enumerable, configurable, writable], [true, true, true]);
  t.true(describe('make', Lamp).enumerable);
});

test('names and lengths are those of WebIDL', (t) => {
  t.is(describe('on').get?.name, 'get on');
  t.is(describe('on').set?.name, 'set on');
  t.is(describe('on').set?.length, 1);
  t.is(describe('watts').set, undefined);
  t.is(Lamp.prototype.dim.name, 'dim');
  t.is(Lamp.prototype.dim.length, 1);
  t.is(Lamp.prototype.maybe.length, 0);
  t.is(Lamp.length, 0);
});

test('toStringTag is the name, neither writable nor enumerable', (t) => {
  t.is(Object.prototype.toString.call(new Lamp()), '[object Lamp]');
  t.like(Object.getOwnPropertyDescriptor(Lamp.prototype, Symbol.toStringTag), {
    writable: false,
    enumerable: false,
    configurable: true,
  });
});

test('getters, setters and operations work on their own objects', (t) => {
  const lamp = new Lamp();
  lamp.on = 'yes' as unknown as boolean;
  t.true(lamp.on);
  t.is(lamp.dim(3), 3);
  t.deepEqual(JSON.parse(JSON.stringify(lamp)), { on: true, watts: 60 });
  t.deepEqual([...(lamp as unknown as Iterable<string>)], ['on']);
});

test('other receivers are an illegal invocation', (t) => {
  for (const receiver of [{}, undefined, null, 3, Lamp.prototype]) {
    t.throws(() => Reflect.apply(Lamp.prototype.dim, receiver, [1]), {
      instanceOf: TypeError,
      message: 'Lamp.dim: Illegal invocation',
    });
    t.throws(() => describe('on').get?.call(receiver), { message: /Illegal invocation/ });
    t.throws(() => describe('on').set?.call(receiver, true), { message: /Illegal invocation/ });
  }
});

test('missing arguments are counted', (t) => {
  const lamp = new Lamp();
  t.throws(() => Reflect.apply(lamp.dim, lamp, []), {
    instanceOf: TypeError,
    message: 'Lamp.dim: 1 argument required, but only 0 present',
  });
  t.notThrows(() => lamp.maybe());
});

test('operations that return promises reject instead of throwing', async (t) => {
  const lamp = new Lamp();
  await t.throwsAsync(lamp.wait(-1), { instanceOf: RangeError });
  await t.throwsAsync(Reflect.apply(lamp.wait, lamp, []), { message: /1 argument required/ });
  await t.throwsAsync(Reflect.apply(lamp.wait, {}, [1]), { message: /Illegal invocation/ });
  await t.throwsAsync(Lamp.make(''), { instanceOf: TypeError });
  t.is(await Lamp.make('desk'), 'desk');
});

test('a defined interface is known to interface types by its name', (t) => {
  const type = interfaceType<Lamp>('Lamp');
  const lamp = new Lamp();
  t.is(type.convert(lamp, 'l'), lamp);
  t.throws(() => type.convert(Object.create(Lamp.prototype), 'l'), {
    message: 'l: an object is not of type Lamp',
  });
  t.throws(() => interfaceType('Unknown').convert(lamp, 'l'), {
    message: /is not of type Unknown/,
  });
});

test('an interface without a constructor is made by the library alone', (t) => {
  class Bulb {
    readonly #made = true;
    constructor(token: typeof kConstruct) {
      checkConstruct(token);
    }
    static {
      defineInterface(this, { is: (value) => #made in value, constructorLength: 0 });
    }
  }
  t.throws(() => Reflect.construct(Bulb, []), {
    instanceOf: TypeError,
    message: 'Illegal constructor',
  });
  t.notThrows(() => new Bulb(kConstruct));
  t.is(Bulb.length, 0);
});

test('console.log shows the attributes, of an event its type, of a maplike its entries', (t) => {
  class Ring extends Event {
    readonly #loud = 3;
    get loud(): number {
      return this.#loud;
    }
    static {
      defineInterface(this, { is: (value) => #loud in value });
    }
  }
  class Shelf {
    readonly #books = new Map([['a', 1]]);
    entries() {
      return this.#books.entries();
    }
    static {
      defineInterface(this, { is: (value) => #books in value, iterator: 'entries' });
    }
  }
  t.is(inspect(new Ring('ring')), "Ring { type: 'ring', loud: 3 }");
  t.is(
    inspect({ a: { b: { c: new Ring('ring') } } }, { breakLength: Infinity }),
    '{ a: { b: { c: [Ring] } } }',
  );
  t.is(inspect(new Shelf()), "Shelf Map(1) { 'a' => 1 }");
  t.notThrows(() => inspect(Ring.prototype));
});
