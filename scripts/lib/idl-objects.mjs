/**
 * Compares living objects with the interfaces of the texts: what their
 * attributes hold, and that they hold it on.
 *
 * @see https://webidl.spec.whatwg.org/#js-interfaces
 */

/** Of IDL's own types: what `typeof` says of their values. */
const primitives = {
  boolean: 'boolean',
  DOMString: 'string',
  USVString: 'string',
  octet: 'number',
  short: 'number',
  'unsigned short': 'number',
  long: 'number',
  'long long': 'number',
  float: 'number',
  'unsigned long': 'number',
  'unsigned long long': 'number',
  double: 'number',
  DOMHighResTimeStamp: 'number',
  EpochTimeStamp: 'number',
};

/**
 * @param {Map<string, object>} texts
 * @param {object} exported the package's classes
 * @param {Record<string, object>} objects by the name of their interface
 * @yields {{key: string, text: string}} differences
 */
export function* compareObjects(texts, exported, objects) {
  for (const [name, object] of Object.entries(objects)) {
    const tag = Object.prototype.toString.call(object);
    if (tag !== `[object ${name}]`) yield { key: name, text: `an object is ${tag}` };
    if (Object.keys(object).length > 0) {
      yield { key: name, text: `an object has members of its own: ${Object.keys(object)}` };
    }
    for (const member of texts.get(name).members) {
      if (member.type !== 'attribute' || member.special === 'static') continue;
      if (!(member.name in object)) continue;
      for (const text of compareAttribute(member, object, texts, exported)) {
        yield { key: `${name}.${member.name}`, text };
      }
    }
  }
}

function* compareAttribute(member, object, texts, exported) {
  const { name, idlType, readonly, extAttrs } = member;
  const value = object[name];
  if (idlType.idlType === 'EventHandler') {
    yield* compareHandler(name, object);
    return;
  }
  if (!isOfType(value, idlType, texts, exported)) yield `holds ${typeof value} ${String(value)}`;
  const isInterface = texts.get(idlType.idlType)?.type === 'interface';
  const isSame = isInterface || extAttrs.some((attribute) => attribute.name === 'SameObject');
  if (isSame && object[name] !== value) yield 'gives another object each time';
  if (readonly && !throwsInStrictCode(() => (object[name] = value))) yield 'takes an assignment';
}

/** @see https://html.spec.whatwg.org/multipage/webappapis.html#event-handler-idl-attributes */
function* compareHandler(name, object) {
  if (object[name] !== null) yield 'is not null at first';
  const handler = () => undefined;
  const taken = [handler, { handleEvent: handler }, [], class {}];
  for (const value of taken) {
    object[name] = value;
    if (object[name] !== value) yield `does not keep ${typeof value} ${String(value)}`;
  }
  for (const value of [null, undefined, 0, 'x', true, Symbol('s'), 1n]) {
    object[name] = handler;
    object[name] = value;
    if (object[name] !== null) yield `keeps a ${typeof value}`;
  }
}

function isOfType(value, type, texts, exported) {
  if (type.nullable && value === null) return true;
  if (type.union) return type.idlType.some((part) => isOfType(value, part, texts, exported));
  if (type.generic === 'FrozenArray') return Array.isArray(value) && Object.isFrozen(value);
  if (type.generic === 'Promise') return value instanceof Promise;
  const name = type.idlType;
  if (primitives[name]) return typeof value === primitives[name];
  const definition = texts.get(name);
  if (definition?.type === 'typedef') return isOfType(value, definition.idlType, texts, exported);
  if (definition?.type === 'enum') return definition.values.some((one) => one.value === value);
  const Class = exported[name] ?? globalThis[name];
  return typeof Class !== 'function' || value instanceof Class;
}

function throwsInStrictCode(assign) {
  try {
    assign();
    return false;
  } catch (error) {
    return error instanceof TypeError;
  }
}
