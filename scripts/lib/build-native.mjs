import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import { at } from './paths.mjs';
import { run } from './run.mjs';

/**
 * Configures with cmake-js when the options changed, then lets ninja build
 * what changed. The addon lands in FOLDER/Release (FOLDER/Debug with `debug`).
 *
 * @param {{folder?: string, debug?: boolean, definitions?: Record<string, string>,
 *   onLine?: (line: string) => void}} [options] `definitions`: CMake cache entries
 */
export async function buildNative(options = {}) {
  const { folder = at('build'), debug = false, onLine = console.log } = options;
  // Development builds check that code runs on its thread.
  const definitions = { NLW_CHECK_THREADS: 'ON', ...options.definitions };
  definitions.LIBWEBRTC_SYSROOT ??= await sysroot(onLine);
  await configure(folder, debug, definitions, onLine);
  const jobs = String(availableParallelism());
  await run('cmake', ['--build', folder, '--parallel', jobs], {
    env: { ...process.env, NINJA_STATUS: '[%f/%t] ', LC_ALL: 'C' },
    onLine,
  });
}

async function sysroot(onLine) {
  const { ensureSysroot } = await import('../sysroot.mjs');
  return ensureSysroot({ log: onLine });
}

async function configure(folder, debug, definitions, onLine) {
  const args = [
    ...['configure', '-G', 'Ninja', '-O', folder],
    ...(debug ? ['-D'] : []),
    ...Object.entries(definitions).map(([name, value]) => `--CD${name}=${value}`),
  ];
  const toolchain = definitions.CMAKE_TOOLCHAIN_FILE;
  const key = createHash('sha256')
    .update(JSON.stringify(args))
    .update(toolchain ? readFileSync(toolchain) : '')
    .digest('hex');
  const stamp = join(folder, 'configured');
  const done = existsSync(stamp) && readFileSync(stamp, 'utf8') === key;
  if (done && existsSync(join(folder, 'build.ninja'))) return;
  mkdirSync(folder, { recursive: true });
  // CMake takes compilers and their flags from its cache, whatever a toolchain file says now.
  rmSync(join(folder, 'CMakeCache.txt'), { force: true });
  const cmakeJs = at('node_modules/cmake-js/bin/cmake-js');
  await run(process.execPath, [cmakeJs, ...args], { onLine, limit: 5 * 60_000 });
  writeFileSync(stamp, key);
}
