/**
 * Gets libwebrtc and the libraries beside it: Debian's packages named in
 * sysroot.lock.json, unpacked below .sysroot/, with apt's own tools, without root.
 *
 *   node scripts/sysroot.mjs [--arch x64|arm64]   prints the folder
 *   node scripts/sysroot.mjs --update-lock        writes what the archive has now into the lock
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
import { debianArchs, lockedDebs, digestOf, readLock, writeLock } from './lib/sysroot-lock.mjs';

/**
 * Returns at once when the folder holds what the lock names.
 *
 * @param {{arch?: string, log?: (line: string) => void}} [options] `arch`: Node's name
 * @returns {Promise<string>} the folder
 */
export async function ensureSysroot({ arch = process.arch, log = console.error } = {}) {
  const ready = process.env.LIBWEBRTC_SYSROOT;
  if (ready) return checkReady(ready);
  const debianArch = debianArchs[arch];
  if (!debianArch) {
    throw new Error(
      `there is no libwebrtc here for ${arch}, only for ${Object.keys(debianArchs).join(', ')}`,
    );
  }
  const lock = readLock();
  const folder = at('.sysroot', `linux-${arch}`);
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
    writeFileSync(join(partial, 'stamp.json'), `${JSON.stringify(stamp, null, 2)}\n`);
    rmSync(folder, { recursive: true, force: true });
    renameSync(partial, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

function checkReady(folder) {
  if (existsSync(join(folder, 'usr/include/tg_owt'))) return folder;
  throw new Error(`LIBWEBRTC_SYSROOT: ${folder} has no usr/include/tg_owt`);
}

async function updateLock() {
  const lock = readLock();
  const names = Object.keys(lock.packages);
  for (const debianArch of Object.values(debianArchs)) {
    const [mirror] = await mirrors();
    const debs = await queryArchive(mirror, { ...lock, debianArch, names });
    for (const { name, ...deb } of debs) lock.packages[name][debianArch] = deb;
  }
  writeLock(lock);
}

async function main(args) {
  if (args.includes('--update-lock')) return updateLock();
  const arch = args.includes('--arch') ? args[args.indexOf('--arch') + 1] : process.arch;
  console.log(await ensureSysroot({ arch }));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
