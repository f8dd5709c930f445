import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

import { at } from './paths.mjs';

/**
 * One file of the archive.
 * @typedef {{name: string, version: string, sha256: string, size: number, path: string}} Deb
 *   `path`: below the mirror's root; `size`: bytes
 */

/** Of the locks: libwebrtc and the libraries beside it; the C library to link against. */
export const lockNames = ['sysroot', 'libc'];

const fileOf = (name) => at('scripts', `${name}.lock.json`);

/** Debian's names of Node's architectures. */
export const debianArchs = { x64: 'amd64', arm64: 'arm64' };

/** Debian's folder names below usr/lib, by Node's architectures; also the compilers' prefix. */
export const multiarchs = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' };

/**
 * @param {string} name one of `lockNames`
 * @returns {{suite: string, component: string, packages: Record<string, Record<string, Omit<Deb, 'name'>>>}}
 */
export function readLock(name) {
  return JSON.parse(readFileSync(fileOf(name), 'utf8'));
}

/** @param {string} name @param {ReturnType<typeof readLock>} lock */
export function writeLock(name, lock) {
  writeFileSync(fileOf(name), `${JSON.stringify(lock, null, 2)}\n`);
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
