/**
 * Compares the texts' IDL, the tables of lib/idl, the addon's enumerations and
 * the compiled classes. A difference stands in docs/deviations.md, or in
 * scripts/lib/idl-later.mjs, or fails.
 */
import { createRequire } from 'node:module';

import { readDeviations } from './lib/deviations.mjs';
import { later } from './lib/idl-later.mjs';
import { compareInterfaces } from './lib/idl-shape.mjs';
import { compareNative, compareTables } from './lib/idl-tables.mjs';
import { readTexts } from './lib/idl-text.mjs';
import { at } from './lib/paths.mjs';

const require = createRequire(import.meta.url);
const exported = require(at('dist/index.js'));
const tables = require(at('dist/idl/index.js'));
const { addon } = require(at('dist/native.js'));

const texts = readTexts();
const postponed = new Map(
  later.flatMap(({ names, reason }) => names.map((name) => [name, reason])),
);
const met = new Set();
const isLater = (name) => postponed.has(name) && Boolean(met.add(name));

const differences = [
  ...compareTables(texts, tables, isLater),
  ...compareNative(addon.enums(), tables),
];
for await (const difference of compareInterfaces(texts, exported, isLater)) {
  differences.push(difference);
}

const { known, checked } = readDeviations();
const found = new Set(differences.map(({ key }) => key));
const problems = [
  ...differences
    .filter(({ key }) => !known.has(key))
    .map(({ key, text }) => `${key}: ${text} (not in docs/deviations.md)`),
  ...[...checked]
    .filter((name) => !found.has(name))
    .map((name) => `${name}: stands in docs/deviations.md, but does not differ`),
  ...[...postponed.keys()]
    .filter((name) => !met.has(name))
    .map((name) => `${name}: stands in scripts/lib/idl-later.mjs, but no text has it`),
  ...[...postponed.keys()]
    .filter((name) => !name.includes('.') && name in exported)
    .map((name) => `${name}: stands in scripts/lib/idl-later.mjs, but is exported`),
];
if (problems.length > 0) {
  console.error(problems.join('\n'));
  console.error(`IDL: ${problems.length} problem(s)`);
  process.exitCode = 1;
} else {
  console.log(
    `IDL: as in the texts, with ${found.size} documented deviations; ${postponed.size} names later`,
  );
}
