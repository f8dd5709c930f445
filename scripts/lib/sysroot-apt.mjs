import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { run } from './run.mjs';

/** @typedef {import('./sysroot-lock.mjs').Deb} Deb */

const limit = 10 * 60_000;
const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
const debianReleases =
  /^(old(old)?stable|stable|testing|unstable|sid|bullseye|bookworm|trixie|forky)$/;

/**
 * Roots of Debian mirrors, the likeliest first: DEBIAN_MIRROR alone when it is
 * set, else what this machine's apt uses for a release of Debian.
 *
 * @returns {Promise<string[]>} each with a slash at the end
 */
export async function mirrors() {
  const own = process.env.DEBIAN_MIRROR;
  if (own) return [own.replace(/\/*$/, '/')];
  const format = '$(REPO_URI) $(RELEASE) $(COMPONENT)';
  const lines = await run('apt-get', ['indextargets', '--no-release-info', '--format', format], {
    limit,
  });
  const found = lines
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, release, component]) => debianReleases.test(release) && component === 'main')
    .map(([uri]) => uri);
  const looksOfficial = (uri) => Number(/\/debian\/$/.test(uri));
  const unique = [...new Set(found)].sort((a, b) => looksOfficial(b) - looksOfficial(a));
  if (unique.length) return unique;
  throw new Error(
    "no Debian mirror in this machine's apt configuration: set DEBIAN_MIRROR to the URL of one",
  );
}

/**
 * Fetches files whose hashes are known, without an index of the archive.
 *
 * @param {string} mirror
 * @param {Deb[]} debs
 * @param {string} folder where they go, as NAME.deb
 */
export async function downloadKnown(mirror, debs, folder) {
  const triples = debs.flatMap(({ name, path, sha256 }) => [
    mirror + path.split('/').map(encodeURIComponent).join('/'),
    join(folder, `${name}.deb`),
    `SHA256:${sha256}`,
  ]);
  await run('/usr/lib/apt/apt-helper', ['download-file', ...triples], { limit });
}

/**
 * What the archive has now of each package. apt checks the archive's signature.
 *
 * @param {string} mirror
 * @param {{suite: string, component: string, debianArch: string, names: string[]}} query
 * @returns {Promise<Deb[]>}
 */
export async function queryArchive(mirror, { suite, component, debianArch, names }) {
  const folder = mkdtempSync(join(tmpdir(), 'node-libwebrtc-apt-'));
  try {
    const config = writeConfig(folder, debianArch);
    const signedBy = existsSync(keyring) ? ` signed-by=${keyring}` : '';
    const source = `deb [arch=${debianArch} target=Packages${signedBy}] ${mirror} ${suite} ${component}`;
    writeFileSync(join(folder, 'sources.list'), `${source}\n`);
    await run('apt-get', ['-c', config, '--error-on=any', 'update'], { limit });
    const text = await run('apt-cache', ['-c', config, '--no-all-versions', 'show', ...names], {
      limit,
    });
    return parseShow(text);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A configuration that knows nothing of this machine's packages but keeps its proxy and keys. */
function writeConfig(folder, debianArch) {
  for (const name of ['lists/partial', 'cache/archives/partial', 'parts', 'state']) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  writeFileSync(join(folder, 'status'), '');
  const file = join(folder, 'apt.conf');
  writeFileSync(
    file,
    `
#clear APT::Architectures;
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
APT::Architecture "${debianArch}";
APT::Architectures { "${debianArch}"; };
APT::Sandbox::User "";
Dir::State "${folder}/state";
Dir::State::lists "${folder}/lists";
Dir::State::status "${folder}/status";
Dir::Cache "${folder}/cache";
Dir::Etc::sourcelist "${folder}/sources.list";
Dir::Etc::sourceparts "${folder}/parts";
Dir::Etc::preferences "${folder}/parts/none";
Dir::Etc::preferencesparts "${folder}/parts";
Acquire::Languages "none";
Acquire::Check-Valid-Until "false";
`,
  );
  return file;
}

function parseShow(text) {
  return text
    .split(/\n\n+/)
    .filter(Boolean)
    .map((paragraph) => {
      const field = (name) => new RegExp(`^${name}: (.*)$`, 'm').exec(paragraph)?.[1];
      return {
        name: field('Package'),
        version: field('Version'),
        sha256: field('SHA256'),
        size: Number(field('Size')),
        path: field('Filename'),
      };
    });
}
