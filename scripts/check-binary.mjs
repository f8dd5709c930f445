/**
 * Proves what the package promises of its addon: it needs the C library alone,
 * no newer than glibc 2.31, shows Node-API's entry points alone, is small, and
 * works in threads that end (where this machine can run it).
 *
 *   node scripts/check-binary.mjs [--glibc 2.34] FILE...
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { at } from './lib/paths.mjs';

const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: { glibc: { type: 'string', default: '2.31' } },
});
const maxBytes = 26_000_000;
/** glibc's own; on 2.34 and newer the first three are empty. */
const cLibrary = /^(libdl|libpthread|librt|libm|libc)\.so\.\d$|^ld-linux[-\w]*\.so\.\d$/;

const readelf = (file, ...options) =>
  execFileSync('readelf', ['-W', ...options, file], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });

const machineOf = (file) => /Machine:\s+(.*)/.exec(readelf(file, '-h'))[1];

function* dynamicSymbols(file) {
  for (const line of readelf(file, '--dyn-syms').split('\n')) {
    const match = /^\s*\d+:\s+\S+\s+\S+\s+\w+\s+(\w+)\s+\w+\s+(\w+)\s+([^\s@]+)(?:@+(\S+))?/.exec(
      line,
    );
    if (match) {
      const [, binding, section, name, version = ''] = match;
      yield { binding, name, version, defined: section !== 'UND' };
    }
  }
}

/** @param {string} version as in GLIBC_2.17 @param {string} limit as in 2.31 */
function isAtMost(version, limit) {
  const minor = /^GLIBC_2\.(\d+)/.exec(version)?.[1] ?? Infinity;
  return Number(minor) <= Number(limit.slice('2.'.length));
}

const isForHere = (file) => machineOf(file) === machineOf(process.execPath);

/** Each returns what is wrong, as lines, or null where that can't be known here. */
const checks = {
  'needs the C library alone'(file) {
    const needed = [...readelf(file, '-d').matchAll(/\(NEEDED\).*\[(.*)\]/g)];
    return needed.map(([, name]) => name).filter((name) => !cLibrary.test(name));
  },
  [`asks for glibc ${options.glibc} at most`](file) {
    const versions = [...dynamicSymbols(file)].filter(
      ({ version, defined }) => version && !defined,
    );
    return versions
      .filter(({ version }) => !isAtMost(version, options.glibc))
      .map(({ name, version }) => `${name} ${version}`);
  },
  'takes Node-API alone from the process'(file) {
    return [...dynamicSymbols(file)]
      .filter(({ defined, version, binding }) => !defined && !version && binding !== 'WEAK')
      .map(({ name }) => name)
      .filter((name) => !/^(napi|node_api)_/.test(name));
  },
  'shows its entry points alone'(file) {
    // On AArch64 the linker lists sections too, as local symbols.
    return [...dynamicSymbols(file)]
      .filter(({ defined, binding }) => defined && binding !== 'LOCAL')
      .map(({ name }) => name)
      .filter(
        (name) => !/^(napi_register_module_v|node_api_module_get_api_version_v)\d+$/.test(name),
      );
  },
  'stays mapped, is bound at load, has no text relocations'(file) {
    const dynamic = readelf(file, '-d');
    return [
      ...(/\bNODELETE\b/.test(dynamic) ? [] : ['not linked with -z nodelete']),
      ...(/\bNOW\b/.test(dynamic) ? [] : ['not linked with -z now']),
      ...(/\bTEXTREL\b/.test(dynamic) ? ['has text relocations'] : []),
    ];
  },
  'weighs 26 MB at most, stripped'(file) {
    const folder = mkdtempSync(join(tmpdir(), 'node-libwebrtc-'));
    try {
      const copy = join(folder, 'addon.node');
      copyFileSync(file, copy);
      if (isForHere(file)) execFileSync('strip', [copy]);
      const { size } = statSync(copy);
      return size > maxBytes ? [`${(size / 1e6).toFixed(2)} MB`] : [];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  'works in the main thread and in a Worker that ends, each twice'(file) {
    if (!isForHere(file)) return null;
    const child = spawnSync(process.execPath, [at('scripts/lib/use-binary.mjs'), resolve(file)], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    if (child.status === 0 && child.stderr === '') return [];
    return [`exit code ${child.status}, signal ${child.signal}`, child.stderr || child.stdout];
  },
};

if (!files.length) {
  console.error('usage: node scripts/check-binary.mjs FILE...');
  process.exitCode = 1;
}
for (const file of files) {
  if (!existsSync(file)) {
    console.error(`FAILED ${file}: no such file; build it with npm run build`);
    process.exitCode = 1;
    continue;
  }
  for (const [promise, check] of Object.entries(checks)) {
    const wrong = check(file);
    const verdict = wrong === null ? 'not run' : wrong.length ? 'FAILED ' : 'ok     ';
    console.log(`${verdict} ${file}: ${promise}`);
    for (const line of wrong ?? []) console.log(`         ${line}`);
    if (wrong?.length) process.exitCode = 1;
  }
}
