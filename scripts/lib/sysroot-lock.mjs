import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

import { at } from './paths.mjs';

/**
 * One file of the archive.
 * @typedef {{name: string, version: string, sha256: string, size: number, path: string}} Deb
 *   `path`: below the mirror's root; `size`: bytes
 */

const file = at('scripts/sysroot.lock.json');

/** Debian's names of Node's architectures. */
export const debianArchs = { x64: 'amd64', arm64: 'arm64' };

/** @returns {{suite: string, component: string, packages: Record<string, Record<string, Omit<Deb, 'name'>>>}} */
export function readLock() {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** @param {ReturnType<typeof readLock>} lock */
export function writeLock(lock) {
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}

/** @param {string} debianArch @returns {Deb[]} */
export function lockedDebs(lock, debianArch) {
  return Object.entries(lock.packages).map(([name, archs]) => ({ name, ...archs[debianArch] }));
}

/** Identifies the content of a sysroot made of these files. @param {Deb[]} debs */
export function digestOf(debs) {
  return createHash('sha256')
    .update(JSON.stringify(debs.map(({ name, sha256 }) => [name, sha256])))
    .digest('hex');
}

/** `1:1.3.2-3+b1` is `1.3.2`: without the epoch and Debian's revision. */
export function upstreamVersion(version) {
  return version.replace(/^\d+:/, '').replace(/-[^-]*$/, '');
}
