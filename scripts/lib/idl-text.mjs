/** The definitions of the standards' texts, from @webref/idl, with partials merged. */
import { readFileSync } from 'node:fs';

import { parse } from 'webidl2';

import { at } from './paths.mjs';

/** What this package implements, whole. */
const own = [
  'webrtc',
  'webrtc-stats',
  'webrtc-priority',
  'webrtc-svc',
  'mediacapture-streams',
  'mst-content-hint',
  'webcodecs',
  'mediacapture-transform',
];
/** Where the names that these use are defined. */
const used = ['dom', 'html', 'geometry', 'websockets', 'webcrypto'];

/** The parser's objects hold their facts in getters: copied, so that they can be merged. */
function definitionsOf(specification) {
  const file = at('node_modules/@webref/idl', `${specification}.idl`);
  return parse(readFileSync(file, 'utf8')).map((definition) => {
    const { name, type, partial = false, inheritance = null, values, idlType } = definition;
    const members = definition.members ?? [];
    return { specification, name, type, partial, inheritance, members, values, idlType };
  });
}

/** @returns {Map<string, object>} by name */
export function readTexts() {
  const texts = new Map();
  const partials = [];
  for (const specification of [...own, ...used]) {
    for (const definition of definitionsOf(specification)) {
      if (definition.partial) partials.push(definition);
      else texts.set(definition.name, definition);
    }
  }
  for (const { name, members } of partials) {
    const definition = texts.get(name);
    if (definition) definition.members = [...definition.members, ...members];
  }
  return texts;
}

export const isOwn = ({ specification }) => own.includes(specification);

/** A type as the text writes it; typedefs of other specifications are resolved. */
export function typeName(type, texts) {
  const inner = () => {
    if (type.union) return `(${type.idlType.map((part) => partName(part, texts)).join(' or ')})`;
    if (type.generic) {
      return `${type.generic}<${type.idlType.map((part) => typeName(part, texts)).join(', ')}>`;
    }
    const definition = texts.get(type.idlType);
    return definition?.type === 'typedef' && !keptTypedefs.has(type.idlType)
      ? typeName(definition.idlType, texts)
      : type.idlType;
  };
  return inner() + (type.nullable ? '?' : '');
}

/** Typedefs that the tables know by their own name. */
const keptTypedefs = new Set(['DOMHighResTimeStamp', 'EpochTimeStamp']);

/** `[EnforceRange] ` and `[Clamp] `, where they are among the attributes. */
const conversions = (extAttrs) =>
  extAttrs
    .filter(({ name }) => name === 'EnforceRange' || name === 'Clamp')
    .map(({ name }) => `[${name}] `)
    .join('');

const partName = (part, texts) => conversions(part.extAttrs) + typeName(part, texts);

/** With `[EnforceRange]` and `[Clamp]` in front, where the member has them. */
export function memberTypeName(member, texts) {
  return conversions(member.extAttrs) + partName(member.idlType, texts);
}
