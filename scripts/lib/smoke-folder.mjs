import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

import { offlinePackages } from './offline-packages.mjs';
import { packPackage } from './pack.mjs';
import { at } from './paths.mjs';
import { run } from './run.mjs';

const programs = at('test/platforms/programs');

/**
 * A folder below build/ with the packed package installed in it, as a user
 * has it, and the programs.
 *
 * @returns {Promise<string>}
 */
export async function makeAppFolder() {
  const folder = at('build/smoke/app');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/package.json`, '{ "private": true }\n');
  const tarballs = [packPackage(), ...(await offlinePackages())];
  const args = ['install', '--offline', '--no-package-lock', '--no-save', '--ignore-scripts'];
  await run('npm', [...args, ...tarballs], { cwd: folder, limit: 2 * 60_000 });
  cpSync(programs, folder, { recursive: true });
  return folder;
}

/**
 * Downloads what npm has of a runtime, once, without its install scripts.
 *
 * @param {import('./smoke-runtimes.mjs').Runtime} runtime
 * @returns {Promise<string>} its program
 */
export async function fetchRuntime(runtime) {
  const name = `${runtime.package.replace(/\W+/g, '-')}-${runtime.version}`;
  const folder = at('build/runtimes', name);
  const stamp = `${folder}/ready`;
  if (!existsSync(stamp)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const spec = `${runtime.package}@${runtime.version}`;
    const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder, spec];
    const output = await run('npm', args, { limit: 5 * 60_000 });
    const [{ filename }] = JSON.parse(output.slice(output.indexOf('[\n')));
    const tarball = `${folder}/${basename(filename)}`;
    await run('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
    rmSync(tarball);
    chmodSync(`${folder}/${runtime.program}`, 0o755);
    writeFileSync(stamp, '');
  }
  return `${folder}/${runtime.program}`;
}
