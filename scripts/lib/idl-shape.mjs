/**
 * Compares the package's classes with the interfaces of the texts, as
 * idlharness.js of web-platform-tests does.
 *
 * @see https://webidl.spec.whatwg.org/#js-interfaces
 */
import { isOwn } from './idl-text.mjs';

const own = (object, key) => Object.getOwnPropertyDescriptor(object, key);

/** @yields {Promise<{key: string, text: string}>} differences */
export async function* compareInterfaces(texts, exported, isLater) {
  const interfaces = [...texts.values()].filter(
    (definition) => definition.type === 'interface' && isOwn(definition),
  );
  for (const definition of interfaces) {
    const { name } = definition;
    if (isLater(name)) continue;
    const Class = exported[name];
    if (typeof Class !== 'function') {
      yield { key: name, text: 'is not exported' };
      continue;
    }
    yield* compareClass(definition, Class, exported);
    yield* compareMembers(definition, Class, isLater);
  }
}

function* compareClass({ name, inheritance, members }, Class, exported) {
  const say = (text) => ({ key: name, text });
  if (Class.name !== name) yield say(`has the name ${Class.name}`);
  const tag = own(Class.prototype, Symbol.toStringTag);
  if (tag?.value !== name || tag.writable || tag.enumerable || !tag.configurable) {
    yield say('has no proper Symbol.toStringTag');
  }
  const parent = Object.getPrototypeOf(Class);
  const expected = inheritance
    ? (exported[inheritance] ?? globalThis[inheritance])
    : Function.prototype;
  if (parent !== expected) yield say(`does not inherit ${inheritance ?? 'Function.prototype'}`);

  const constructors = members.filter(({ type }) => type === 'constructor');
  const length = leastArguments(constructors);
  if (Class.length !== length) yield say(`has length ${Class.length}, in the text ${length}`);
  if (!throwsTypeError(() => Class())) yield say('can be called without new');
  if ((constructors.length === 0 || length > 0) && !throwsTypeError(() => new Class())) {
    yield say('can be constructed without arguments');
  }
}

async function* compareMembers({ name, members }, Class, isLater) {
  const wanted = new Set(['constructor']);
  for (const [member, overloads] of groupByName(members)) {
    wanted.add(member);
    const key = `${name}.${member}`;
    if (isLater(key)) continue;
    const [{ type, special }] = overloads;
    const holder = special === 'static' ? Class : Class.prototype;
    const descriptor = own(holder, member);
    if (!descriptor) yield { key, text: 'is missing' };
    else if (type === 'attribute') yield* compareAttribute(key, overloads[0], descriptor, Class);
    else yield* compareOperation(key, overloads, descriptor, holder);
  }
  if (members.some(({ type }) => type === 'maplike')) yield* compareMaplike(name, Class, wanted);
  for (const added of Object.getOwnPropertyNames(Class.prototype)) {
    if (!wanted.has(added)) yield { key: `${name}.${added}`, text: 'is not in the text' };
  }
}

function* compareAttribute(key, { name, readonly }, descriptor, Class) {
  const say = (text) => ({ key, text });
  const { get, set, enumerable, configurable } = descriptor;
  if (!enumerable || !configurable) yield say('is not enumerable and configurable');
  if (typeof get !== 'function') {
    yield say('is not an accessor');
    return;
  }
  if (get.name !== `get ${name}` || get.length !== 0) yield say(`has the getter ${get.name}`);
  if (readonly !== (set === undefined)) {
    yield say(readonly ? 'can be set, in the text it is read-only' : 'has no setter');
  }
  for (const receiver of [{}, Class.prototype]) {
    if (!throwsTypeError(() => get.call(receiver))) yield say('its getter takes any receiver');
    if (set && !throwsTypeError(() => set.call(receiver, null))) {
      yield say('its setter takes any receiver');
    }
  }
}

async function* compareOperation(key, overloads, descriptor, holder) {
  const say = (text) => ({ key, text });
  const { value, writable, enumerable, configurable } = descriptor;
  if (typeof value !== 'function') {
    yield say('is not a function');
    return;
  }
  const [{ name, idlType, special }] = overloads;
  if (!writable || !enumerable || !configurable) yield say('has wrong property attributes');
  if (value.name !== name) yield say(`has the name ${value.name}`);
  const length = leastArguments(overloads);
  if (value.length !== length) yield say(`has length ${value.length}, in the text ${length}`);
  if (Object.hasOwn(value, 'prototype')) yield say('can be constructed');

  const fails = idlType.generic === 'Promise' ? rejectsTypeError : throwsTypeError;
  if (special !== 'static') {
    for (const receiver of [{}, holder]) {
      if (!(await fails(() => value.apply(receiver, Array(length).fill(null))))) {
        yield say('takes any receiver');
      }
    }
  }
  if (special === 'static' && length > 0 && !(await fails(() => value.call(holder)))) {
    yield say('can be called without arguments');
  }
}

function* compareMaplike(name, Class, wanted) {
  const { prototype } = Class;
  for (const method of ['entries', 'forEach', 'get', 'has', 'keys', 'values']) {
    wanted.add(method);
    const descriptor = own(prototype, method);
    if (typeof descriptor?.value !== 'function' || !descriptor.enumerable) {
      yield { key: `${name}.${method}`, text: 'is missing, or not enumerable' };
    }
  }
  wanted.add('size');
  const size = own(prototype, 'size');
  if (!size?.get || !size.enumerable) yield { key: `${name}.size`, text: 'is no getter' };
  if (prototype[Symbol.iterator] !== prototype.entries) {
    yield { key: name, text: 'Symbol.iterator is not entries' };
  }
}

function groupByName(members) {
  const groups = new Map();
  for (const member of members) {
    if (member.type !== 'attribute' && member.type !== 'operation') continue;
    groups.set(member.name, [...(groups.get(member.name) ?? []), member]);
  }
  return groups;
}

/** `length`: the fewest arguments that any overload needs. */
function leastArguments(overloads) {
  const counts = overloads.map(
    ({ arguments: list }) => list.filter(({ optional, variadic }) => !optional && !variadic).length,
  );
  return counts.length ? Math.min(...counts) : 0;
}

function throwsTypeError(call) {
  try {
    call();
    return false;
  } catch (error) {
    return error instanceof TypeError;
  }
}

async function rejectsTypeError(call) {
  try {
    await call();
    return false;
  } catch (error) {
    return error instanceof TypeError;
  }
}
