/**
 * Gets libwebrtc and the libraries beside it, and the old C library that a
 * binary for release links with: Debian's packages named in sysroot.lock.json
 * and libc.lock.json, unpacked below .sysroot/, with apt's own tools, without root.
 *
 *   node scripts/sysroot.mjs [--arch x64|arm64] [--libc]   prints the folder
 *   node scripts/sysroot.mjs --update-lock                 writes what the archive has now
 *
 * Environment: LIBWEBRTC_SYSROOT names a ready folder; DEBIAN_MIRROR a mirror.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { at } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { mirrors, queryArchive } from './lib/sysroot-apt.mjs';
import { cachedFile, fetchDebs } from './lib/sysroot-download.mjs';
import {
  debianArchs,
  digestOf,
  lockNames,
  lockedDebs,
  multiarchs,
  readLock,
  writeLock,
} from './lib/sysroot-lock.mjs';
import { makeLinksRelative } from './lib/sysroot-links.mjs';

/**
 * Returns at once when the folder holds what the lock names.
 *
 * @param {{arch?: string, log?: (line: string) => void}} [options] `arch`: Node's name
 * @returns {Promise<string>} the folder
 */
export async function ensureSysroot({ arch = process.arch, log = console.error } = {}) {
  const ready = process.env.LIBWEBRTC_SYSROOT;
  return ready ? checkReady(ready, arch) : ensureUnpacked('sysroot', `linux-${arch}`, arch, log);
}

/**
 * The C library of Debian 11 with its headers, and the libraries that Node
 * needs beside it, so that a binary can be run on it too.
 *
 * @param {{arch?: string, log?: (line: string) => void}} [options] `arch`: Node's name
 * @returns {Promise<string>} the folder
 */
export function ensureLibc({ arch = process.arch, log = console.error } = {}) {
  return ensureUnpacked('libc', `libc-${arch}`, arch, log);
}

async function ensureUnpacked(lockName, name, arch, log) {
  const debianArch = debianArchs[arch];
  if (!debianArch) {
    throw new Error(
      `there is no libwebrtc here for ${arch}, only for ${Object.keys(debianArchs).join(', ')}`,
    );
  }
  const lock = readLock(lockName);
  const folder = at('.sysroot', name);
  const stamp = join(folder, 'stamp.json');
  const key = digestOf(lockedDebs(lock, debianArch));
  if (existsSync(stamp) && JSON.parse(readFileSync(stamp, 'utf8')).lock === key) return folder;
  const debs = await fetchDebs(lock, debianArch, log);
  await unpack(debs, folder, { lock: key, packages: debs });
  log(`${debs.length} packages unpacked in ${folder}`);
  return folder;
}

/** Unpacks beside and renames, so that a folder with a stamp is whole. */
async function unpack(debs, folder, stamp) {
  const partial = `${folder}.partial-${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  try {
    for (const deb of debs) await run('dpkg-deb', ['-x', cachedFile(deb), partial]);
    makeLinksRelative(partial);
    writeFileSync(join(partial, 'stamp.json'), `${JSON.stringify(stamp, null, 2)}\n`);
    rmSync(folder, { recursive: true, force: true });
    renameSync(partial, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

function checkReady(folder, arch) {
  if (existsSync(join(folder, 'usr/lib', multiarchs[arch] ?? arch, 'libtg_owt.a'))) return folder;
  throw new Error(`LIBWEBRTC_SYSROOT: ${folder} has no libwebrtc for ${arch}`);
}

async function updateLocks() {
  const [mirror] = await mirrors();
  for (const lockName of lockNames) {
    const lock = readLock(lockName);
    const names = Object.keys(lock.packages);
    for (const debianArch of Object.values(debianArchs)) {
      const debs = await queryArchive(mirror, { ...lock, debianArch, names });
      for (const { name, ...deb } of debs) lock.packages[name][debianArch] = deb;
    }
    writeLock(lockName, lock);
  }
}

async function main(args) {
  if (args.includes('--update-lock')) return updateLocks();
  const arch = args.includes('--arch') ? args[args.indexOf('--arch') + 1] : process.arch;
  console.log(await (args.includes('--libc') ? ensureLibc : ensureSysroot)({ arch }));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
