import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { at } from './paths.mjs';
import { run } from './run.mjs';

const folder = '/opt/proof';
const npm = '/usr/local/lib/node_modules/npm/bin/npm-cli.js';
const programs = ['data-channel-loopback.mjs', 'data-channel-loopback.cjs', 'globals.mjs'];

/**
 * @param {string} root to change the root to
 * @param {string} tarball of the package
 * @param {string[]} dependencies tarballs of what it depends on
 */
export async function proveIn(root, tarball, dependencies) {
  const place = join(root, folder);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), '{ "private": true }\n');
  for (const file of [tarball, ...dependencies]) cpSync(file, join(place, basename(file)));
  for (const name of programs) cpSync(at('examples', name), join(place, name));

  const inside = (...args) =>
    run('chroot', [root, '/usr/bin/env', '-i', '-C', folder, ...environment, ...args], {
      limit: 2 * 60_000,
    });
  await noCompiler(inside);
  const files = [tarball, ...dependencies].map((file) => `./${basename(file)}`);
  await inside('node', npm, 'install', '--offline', '--no-audit', '--no-fund', ...files);
  console.log(`package: ${basename(tarball)} is installed in a minimal Debian 12`);
  for (const name of programs) {
    const output = await inside('node', name);
    console.log(`package: ${name}: ${output.trim()}`);
  }
}

const environment = ['PATH=/usr/local/bin:/usr/bin:/bin', 'HOME=/root'];

async function noCompiler(inside) {
  for (const program of ['cc', 'g++', 'make', 'cmake', 'python3']) {
    const found = await inside('sh', '-c', `command -v ${program} || true`);
    if (found.trim()) throw new Error(`the minimal Debian has ${found.trim()}: no proof`);
  }
}
