/** Compares the tables of lib/idl with the texts, and with what the addon knows of enumerations. */
import { isOwn, memberTypeName } from './idl-text.mjs';

const list = (values) => values.map((value) => `'${value}'`).join(', ');
const missing = (values, from) => values.filter((value) => !from.includes(value));

/** @yields {{key: string, text: string}} differences */
export function* compareTables(texts, tables, isLater) {
  const byName = new Map(
    Object.values(tables)
      .filter((table) => table?.kind && typeof table.convert === 'function')
      .map((table) => [table.name, table]),
  );
  for (const definition of texts.values()) {
    const { name, type } = definition;
    if (isLater(name)) continue;
    const table = byName.get(name);
    if (!table) {
      const needed = isOwn(definition) && (type === 'enum' || type === 'dictionary');
      if (needed) yield { key: name, text: `the ${type} has no table in lib/idl` };
    } else if (type === 'enum') {
      yield* compareEnumeration(definition, table);
    } else if (type === 'dictionary') {
      yield* compareDictionary(definition, table, texts, isLater);
    }
  }
  for (const { name, kind, values } of byName.values()) {
    const named = kind === 'dictionary' || values !== undefined;
    if (named && !texts.has(name)) yield { key: name, text: 'a table that no text has' };
  }
}

function* compareEnumeration({ name, values }, table) {
  const inText = values.map(({ value }) => value);
  const absent = missing(inText, table.values);
  const added = missing(table.values, inText);
  if (absent.length) yield { key: name, text: `the table lacks ${list(absent)}` };
  if (added.length) yield { key: name, text: `the text does not have ${list(added)}` };
}

/** What a dictionary inherits, where the tables have it. */
function* compareDictionary({ name, inheritance, members }, table, texts, isLater) {
  const parent = table.parent?.name ?? null;
  if (parent !== (inheritance ?? null)) {
    yield { key: name, text: `inherits ${parent}, in the text ${inheritance}` };
  }
  for (const member of members) {
    const key = `${name}.${member.name}`;
    if (isLater(key)) continue;
    const own = table.members[member.name];
    if (!own) {
      yield { key, text: 'the table lacks this member' };
      continue;
    }
    const type = memberTypeName(member, texts);
    if (own.type.name !== type) {
      yield { key, text: `is of type ${own.type.name}, in the text ${type}` };
    }
    const required = own.presence === 'required';
    if (required !== member.required) {
      yield { key, text: `is ${required ? '' : 'not '}required, unlike in the text` };
    }
    const [ours, theirs] = [ownDefault(own), textDefault(member)];
    if (ours !== theirs) yield { key, text: `has the default ${ours}, in the text ${theirs}` };
  }
  const names = members.map((member) => member.name);
  for (const added of missing(Object.keys(table.members), names)) {
    yield { key: `${name}.${added}`, text: 'the text does not have this member' };
  }
}

const ownDefault = ({ presence, default: value }) =>
  presence === 'default' ? JSON.stringify(value) : 'none';

function textDefault({ default: value }) {
  switch (value?.type) {
    case undefined:
      return 'none';
    case 'sequence':
      return '[]';
    case 'dictionary':
      return '{}';
    case 'null':
      return 'null';
    case 'number':
      return String(Number(value.value));
    default:
      return JSON.stringify(value.value);
  }
}

/**
 * libwebrtc's own values; `none` stands for the absence of one.
 *
 * @yields {{key: string, text: string}} differences
 */
export function* compareNative(enums, tables) {
  for (const [name, native] of Object.entries(enums)) {
    const table = tables[name];
    if (!table?.values) {
      yield { key: name, text: 'an enumeration of the addon without a table in lib/idl' };
      continue;
    }
    const absent = missing(table.values, native);
    const added = missing(native, [...table.values, 'none']);
    if (absent.length) yield { key: name, text: `the addon lacks ${list(absent)}` };
    if (added.length) yield { key: name, text: `the table lacks the addon's ${list(added)}` };
  }
}
