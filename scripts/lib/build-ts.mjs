import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { at } from './paths.mjs';
import { run } from './run.mjs';

/** The entries of the package that ESM sees too. */
const entries = ['index', 'globals'];

/** Compiles lib/ to dist/ and test/ to build/test/, where changed, and adds the ESM entries. */
export async function buildTypeScript({ tests = true, limit = 5 * 60_000 } = {}) {
  prune(at('dist'), at('lib'));
  prune(at('build/test'), at('test'));
  linkLib();
  const tsc = at('node_modules/typescript/bin/tsc');
  const project = tests ? at('test') : at('.');
  await run(process.execPath, [tsc, '-b', project, '--pretty', 'false'], { limit });
  for (const entry of entries) if (existsSync(at('lib', `${entry}.ts`))) writeEsmEntry(entry);
}

/** Removes compiled files whose source is gone. */
function prune(folder, sources) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder, { recursive: true })) {
    const match = /^(.*?)(\.d\.ts|\.js|\.mjs|\.d\.mts)$/.exec(name);
    if (match && !existsSync(join(sources, `${match[1]}.ts`))) rmSync(join(folder, name));
  }
}

/** Tests import ../lib: from build/test that is build/lib, the same files as the package's. */
function linkLib() {
  const link = at('build/lib');
  if (lstatSync(link, { throwIfNoEntry: false })) return;
  mkdirSync(dirname(link), { recursive: true });
  mkdirSync(at('dist'), { recursive: true });
  symlinkSync(relative(dirname(link), at('dist')), link);
}

/**
 * One copy of the state: the ESM entry re-exports the CommonJS names. The
 * names are read from the compiled text, since loading it needs the addon.
 */
function writeEsmEntry(entry) {
  const names = exportedNames(entry);
  const lines = names.length
    ? [
        `import cjs from './${entry}.js';`,
        '',
        `export const {`,
        ...names.map((name) => `  ${name},`),
        `} = cjs;`,
      ]
    : [`import './${entry}.js';`];
  writeIfChanged(at('dist', `${entry}.mjs`), `${lines.join('\n')}\n`);
  writeIfChanged(at('dist', `${entry}.d.mts`), `export * from './${entry}.js';\n`);
}

function exportedNames(entry) {
  const text = readFileSync(at('dist', `${entry}.js`), 'utf8');
  if (text.includes('__exportStar(')) throw new Error(`lib/${entry}.ts: name what is exported`);
  const assigned = /^exports\.(\w+) = /gm;
  const defined = /^Object\.defineProperty\(exports, "(\w+)"/gm;
  const chained = /exports\.(\w+) = (?=.*void 0;$)/gm;
  const names = [assigned, defined, chained].flatMap((form) =>
    [...text.matchAll(form)].map((match) => match[1]),
  );
  return [...new Set(names)].filter((name) => name !== '__esModule').sort();
}

function writeIfChanged(file, text) {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}
