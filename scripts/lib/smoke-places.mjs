import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { ensureLibc } from '../sysroot.mjs';
import { at } from './paths.mjs';
import { ensureTools, find } from './setup-tools.mjs';

const emulators = { x64: 'qemu-x86_64-static', arm64: 'qemu-aarch64-static' };

/**
 * How to run a file of `app` with the runtime.
 *
 * @param {import('./smoke-runtimes.mjs').Runtime} runtime
 * @param {string} program of the runtime
 * @param {string} app the folder with the programs
 * @returns {Promise<{command: string[], env: NodeJS.ProcessEnv, folder: string}>}
 *   `folder`: the app's, as the runtime sees it
 */
export async function makePlace(runtime, program, app) {
  const env = { ...process.env, NO_COLOR: '1' };
  if (runtime.place === 'old libc') return oldLibc(runtime, program, app);
  const command = [program, ...(runtime.args ?? [])];
  if (runtime.place !== 'emulator') return { command, env, folder: app };
  const emulator = emulators[runtime.arch];
  await ensureTools([{ program: emulator, package: 'qemu-user-static' }]);
  const libc = await ensureLibc({ arch: runtime.arch });
  return {
    command: [find(emulator), ...command],
    env: { ...env, QEMU_LD_PREFIX: libc },
    folder: app,
  };
}

/** A root with the C library of Debian 11, Node, the app, and nothing else. */
async function oldLibc(runtime, program, app) {
  if (process.getuid() !== 0) throw new Error('only root can change the root directory');
  const root = at('build/smoke/debian-11');
  rmSync(root, { recursive: true, force: true });
  const libc = await ensureLibc({ arch: runtime.arch });
  for (const [from, to] of [
    [libc, ''],
    [program, 'bin/node'],
    [app, 'app'],
  ]) {
    cpSync(from, join(root, to), { recursive: true, verbatimSymlinks: true });
  }
  return { command: [find('chroot'), root, '/bin/node'], env: { NO_COLOR: '1' }, folder: '/app' };
}
