import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { downloadKnown, mirrors, queryArchive } from './sysroot-apt.mjs';
import { lockedDebs, upstreamVersion } from './sysroot-lock.mjs';

/** @typedef {import('./sysroot-lock.mjs').Deb} Deb */

/** Downloads outlive the checkout: a second clone fetches nothing. */
function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const folder = join(base, 'node-libwebrtc', 'debs');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** @param {Deb} deb */
export function cachedFile({ name, sha256 }) {
  return join(cacheFolder(), `${name}-${sha256}.deb`);
}

const isCached = (deb) => existsSync(cachedFile(deb)) && hash(cachedFile(deb)) === deb.sha256;

const hash = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

/**
 * Brings the packages of the lock into the cache. When the archive has dropped
 * one of them for a newer build, all are taken as the archive has them now, so
 * that they fit together; what differs from the lock is said.
 *
 * @param {ReturnType<typeof import('./sysroot-lock.mjs').readLock>} lock
 * @param {string} debianArch
 * @param {(line: string) => void} log
 * @returns {Promise<Deb[]>} what to unpack
 */
export async function fetchDebs(lock, debianArch, log) {
  const wanted = lockedDebs(lock, debianArch);
  if (wanted.every(isCached)) return wanted;
  const replaced = readReplacement(wanted);
  if (replaced?.every(isCached)) {
    announce(wanted, replaced, log);
    return replaced;
  }
  const candidates = await mirrors();
  const failures = [];
  for (const mirror of candidates) {
    try {
      await download(mirror, wanted, log);
      return wanted;
    } catch (error) {
      failures.push(error);
    }
  }
  log('the archive does not have every file of the lock: asking for what it has');
  for (const mirror of candidates) {
    let current;
    try {
      const names = wanted.map((deb) => deb.name);
      current = await queryArchive(mirror, { ...lock, debianArch, names });
    } catch (error) {
      failures.push(error);
      continue;
    }
    announce(wanted, current, log);
    await download(mirror, current, log);
    writeFileSync(replacementFile(wanted), JSON.stringify(current));
    return current;
  }
  throw new Error(
    [
      'the libwebrtc packages could not be downloaded.',
      "  The mirror comes from this machine's apt configuration; DEBIAN_MIRROR sets another.",
      ...failures.map((error) => error.message.trimEnd()),
    ].join('\n'),
  );
}

/** Keeps what arrives whole even when not all does. @param {string} mirror @param {Deb[]} debs */
async function download(mirror, debs, log) {
  const missing = debs.filter((deb) => !isCached(deb));
  if (!missing.length) return;
  const size = missing.reduce((sum, deb) => sum + deb.size, 0);
  log(`downloading ${missing.length} packages, ${(size / 1e6).toFixed(1)} MB`);
  const folder = mkdtempSync(join(cacheFolder(), 'partial-'));
  try {
    await downloadKnown(mirror, missing, folder);
  } finally {
    for (const deb of missing) {
      const file = join(folder, `${deb.name}.deb`);
      if (existsSync(file) && hash(file) === deb.sha256) renameSync(file, cachedFile(deb));
    }
    rmSync(folder, { recursive: true, force: true });
  }
  const lacking = debs.filter((deb) => !isCached(deb));
  if (lacking.length)
    throw new Error(`not downloaded: ${lacking.map((deb) => deb.path).join(', ')}`);
}

/** Remembers what stood for a lock that the archive no longer has. */
function replacementFile(wanted) {
  const key = createHash('sha256').update(JSON.stringify(wanted)).digest('hex');
  return join(cacheFolder(), `instead-of-${key}.json`);
}

/** @returns {Deb[] | undefined} */
function readReplacement(wanted) {
  const file = replacementFile(wanted);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Says each difference; throws where it is another libwebrtc. */
function announce(wanted, current, log) {
  for (const { name, version } of wanted) {
    const now = current.find((deb) => deb.name === name)?.version;
    if (!now) throw new Error(`the archive has no package ${name} any more.\n${advice}`);
    if (now === version) continue;
    if (upstreamVersion(now) === upstreamVersion(version)) {
      log(`${name}: the archive has build ${now} of the locked ${version}; taking it`);
    } else if (name === 'libtgowt-dev') {
      throw new Error(
        `the archive has libwebrtc as ${name} ${now}; this project is written for ${version}.\n${advice}`,
      );
    } else {
      log(`${name}: the archive has version ${now} instead of the locked ${version}; taking it`);
    }
  }
}

const advice = [
  '  Either point DEBIAN_MIRROR at a mirror, or LIBWEBRTC_SYSROOT at unpacked packages, that',
  '  still has the locked version; or move the project to the new one:',
  '  `node scripts/sysroot.mjs --update-lock`, then build and run every test.',
].join('\n');
