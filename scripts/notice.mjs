/**
 * Writes NOTICE from the sysroot's lock and the copyright files in it, on Debian.
 * `--check` only compares.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { at } from './lib/paths.mjs';
import { linked } from './lib/notice-libraries.mjs';
import { ensureSysroot } from './sysroot.mjs';

const rule = '-'.repeat(78);

const documents = join(await ensureSysroot(), 'usr/share/doc');
const lock = JSON.parse(readFileSync(at('scripts/sysroot.lock.json'), 'utf8'));
const libraries = linked.map((library) => ({ ...library, version: versionOf(library) }));

function versionOf({ package: name, npm }) {
  if (npm) return JSON.parse(readFileSync(at('node_modules', npm, 'package.json'), 'utf8')).version;
  const locked = lock.packages[name];
  if (!locked) throw new Error(`scripts/lib/notice-libraries.mjs: the lock has no ${name}`);
  return locked.amd64.version;
}

function text({ package: name, npm, terms }) {
  if (terms) return terms;
  if (npm) return readFileSync(at('node_modules', npm, 'LICENSE.md'), 'utf8');
  return readFileSync(join(documents, name, 'copyright'), 'utf8');
}

function notice() {
  const width = Math.max(...libraries.map(({ name }) => name.length));
  const versions = Math.max(...libraries.map(({ version }) => version.length));
  const rows = libraries.map(
    ({ name, version, licence }) =>
      `  ${name.padEnd(width)}  ${version.padEnd(versions)}  ${licence}`,
  );
  const sections = libraries.map((library) =>
    [rule, `${library.name} ${library.version}`, rule, '', text(library).trim(), ''].join('\n'),
  );
  return [
    'node-libwebrtc',
    'Copyright (c) 2026 The node-libwebrtc authors. MIT, see LICENSE.',
    '',
    "The addon in prebuilds/ holds these libraries, linked from Debian's packages of",
    'the versions named. Their notices follow as Debian records them; what they say',
    "of build scripts, tests and packaging (debian/*) concerns files that aren't in it.",
    '',
    ...rows,
    '',
    ...sections,
    rule,
    'Apache License 2.0, of the libraries above that name it',
    rule,
    '',
    readFileSync('/usr/share/common-licenses/Apache-2.0', 'utf8'),
  ].join('\n');
}

const file = at('NOTICE');
const wanted = `${notice()
  .replace(/[ \t]+$/gm, '')
  .trim()}\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(file, wanted);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== wanted) {
  console.error('NOTICE is not what scripts/notice.mjs writes: run it');
  process.exitCode = 1;
}
