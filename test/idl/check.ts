import path from 'node:path';
import { pathToFileURL } from 'node:url';

import test from 'ava';

import * as tables from '../../lib/idl/index.js';
import { clamp, dictionary, enumeration, member, required, types } from '../../lib/webidl/index.js';

interface Difference {
  key: string;
  text: string;
}
type Texts = ReadonlyMap<string, unknown>;

const script = <T>(name: string): Promise<T> =>
  import(
    pathToFileURL(path.resolve(__dirname, '../../..', 'scripts/lib', name)).href
  ) as Promise<T>;

/** The checks of scripts/check-idl. */
interface Checks {
  readTexts: () => Texts;
  compareTables: (texts: Texts, all: object, isLater: () => boolean) => Iterable<Difference>;
  compareNative: (enums: object, all: object) => Iterable<Difference>;
  compareInterfaces: (
    texts: Texts,
    exported: object,
    isLater: (name: string) => boolean,
  ) => AsyncIterable<Difference>;
}

async function load(): Promise<Checks & { texts: Texts }> {
  const modules = await Promise.all(
    ['idl-text.mjs', 'idl-tables.mjs', 'idl-shape.mjs'].map((name) =>
      script<Partial<Checks>>(name),
    ),
  );
  const checks = Object.assign({}, ...modules) as Checks;
  return { ...checks, texts: checks.readTexts() };
}

const never = () => false;

test('a changed table is a difference', async (t) => {
  const { texts, compareTables } = await load();
  const differences = (changed: object) => {
    const known = new Set([...compareTables(texts, tables, never)].map(({ key }) => key));
    return [...compareTables(texts, { ...tables, ...changed }, never)]
      .filter(({ key }) => !known.has(key))
      .map(({ key, text }) => `${key}: ${text}`);
  };
  t.deepEqual(differences({}), []);
  t.deepEqual(differences({ RTCSdpType: enumeration('RTCSdpType', ['offer', 'answer', 'no']) }), [
    "RTCSdpType: the table lacks 'pranswer', 'rollback'",
    "RTCSdpType: the text does not have 'no'",
  ]);
  t.deepEqual(
    differences({
      RTCIceParameters: dictionary('RTCIceParameters', {
        usernameFragment: required(types.DOMString),
        password: member(types.USVString, 'x'),
        other: member(types.any),
      }),
    }),
    [
      'RTCIceParameters.usernameFragment: is required, unlike in the text',
      'RTCIceParameters.password: is of type USVString, in the text DOMString',
      'RTCIceParameters.password: has the default "x", in the text none',
      'RTCIceParameters.other: the text does not have this member',
    ],
  );
  const ULongRange = dictionary('ULongRange', {
    max: member(types.unsignedLong),
    min: member(clamp(types.unsignedLong)),
  });
  t.deepEqual(differences({ ULongRange }), [
    'ULongRange.max: is of type unsigned long, in the text [Clamp] unsigned long',
  ]);
});

test('what the addon names differently is a difference', async (t) => {
  const { compareNative } = await load();
  const enums = { RTCSdpType: ['offer', 'pranswer', 'answer', 'reset', 'none'], RTCOther: ['a'] };
  t.deepEqual(
    [...compareNative(enums, tables)],
    [
      { key: 'RTCSdpType', text: "the addon lacks 'rollback'" },
      { key: 'RTCSdpType', text: "the table lacks the addon's 'reset'" },
      { key: 'RTCOther', text: 'an enumeration of the addon without a table in lib/idl' },
    ],
  );
});

test('a class that is no WebIDL interface is told by every rule', async (t) => {
  const { texts, compareInterfaces } = await load();
  class RTCDtlsTransport extends EventTarget {
    readonly state = 'new';
    get iceTransport() {
      return this.state;
    }
    getRemoteCertificates(count: number) {
      return count;
    }
    extra = () => undefined;
  }
  const found: string[] = [];
  const only = (name: string) => !name.startsWith('RTCDtlsTransport');
  for await (const { key, text } of compareInterfaces(texts, { RTCDtlsTransport }, only)) {
    found.push(`${key}: ${text}`);
  }
  t.deepEqual(
    [...new Set(found)],
    [
      'RTCDtlsTransport: has no proper Symbol.toStringTag',
      'RTCDtlsTransport: can be constructed without arguments',
      'RTCDtlsTransport.iceTransport: is not enumerable and configurable',
      'RTCDtlsTransport.iceTransport: its getter takes any receiver',
      'RTCDtlsTransport.state: is missing',
      'RTCDtlsTransport.getRemoteCertificates: has wrong property attributes',
      'RTCDtlsTransport.getRemoteCertificates: has length 1, in the text 0',
      'RTCDtlsTransport.getRemoteCertificates: takes any receiver',
      'RTCDtlsTransport.onstatechange: is missing',
      'RTCDtlsTransport.onerror: is missing',
    ],
  );
});
