import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

import { run } from './run.mjs';

/** What a build needs, and the Debian package that brings it. */
const buildTools = [
  { program: 'g++', package: 'g++' },
  { program: 'cmake', package: 'cmake' },
  { program: 'ninja', package: 'ninja-build' },
  { program: 'strip', package: 'binutils' },
  { program: 'apt-get', package: 'apt' },
  { program: 'dpkg-deb', package: 'dpkg' },
];

export const clangFormat = { program: 'clang-format', package: 'clang-format' };
export const debootstrap = { program: 'debootstrap', package: 'debootstrap' };
export const chromium = { program: 'chromium', package: 'chromium' };

const libraries = `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`;

/** What tests talk to, and what makes networks for them. */
const testTools = [
  chromium,
  { program: '/usr/lib/python3/dist-packages/aiortc', package: 'python3-aiortc' },
  { program: '/usr/lib/python3/dist-packages/gi', package: 'python3-gi' },
  {
    program: `${libraries}/girepository-1.0/GstWebRTC-1.0.typelib`,
    package: 'gir1.2-gst-plugins-bad-1.0',
  },
  {
    program: `${libraries}/gstreamer-1.0/libgstwebrtc.so`,
    package: 'gstreamer1.0-plugins-bad',
  },
  { program: `${libraries}/gstreamer-1.0/libgstnice.so`, package: 'gstreamer1.0-nice' },
  { program: 'espeak-ng', package: 'espeak-ng' },
  { program: 'janus', package: 'janus' },
  { program: 'turnserver', package: 'coturn' },
  { program: 'openssl', package: 'openssl' },
  { program: 'ip', package: 'iproute2' },
  // By its path: npm puts another nft on the PATH, of a package.
  { program: '/usr/sbin/nft', package: 'nftables' },
];

/** Installs them where that can be done; elsewhere the tests that need them say what they miss. */
export async function ensureTestTools(log) {
  if (rightToInstall()) await ensureTools(testTools, log);
}

/** @param {string} program a name, or a file @returns {string | undefined} its path */
export function find(program) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .concat('/usr/sbin', '/sbin')
    .map((folder) => resolve(folder, program))
    .find((file) => existsSync(file));
}

/**
 * Installs the packages of the tools that are missing, with apt, as root or
 * through sudo. Without a way to do that it says what is missing.
 *
 * @param {{program: string, package: string}[]} [tools]
 * @param {(line: string) => void} [log]
 * @returns {Promise<string[]>} the packages that were installed
 */
export async function ensureTools(tools = buildTools, log = () => {}) {
  const missing = tools.filter((tool) => !find(tool.program)).map((tool) => tool.package);
  if (missing.length) await installPackages(missing, log);
  const still = tools.filter((tool) => !find(tool.program)).map((tool) => tool.program);
  if (still.length) throw new Error(`still missing after the installation: ${still.join(', ')}`);
  return missing;
}

/** @param {string[]} packages @param {(line: string) => void} log */
async function installPackages(packages, log) {
  const root = rightToInstall();
  if (!find('apt-get') || !root) throw new Error(whatIsMissing(packages));
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => {
    const command = [...root, 'apt-get', '-o', 'DPkg::Lock::Timeout=300', ...args];
    return run(command[0], command.slice(1), { env, limit: 15 * 60_000, onLine: log });
  };
  await apt('update');
  await apt('install', '-y', '--no-install-recommends', ...packages);
}

/** The words to put before a command of root's, or `undefined` when there is no way. */
function rightToInstall() {
  if (process.getuid?.() === 0) return [];
  if (!find('sudo')) return undefined;
  const silent = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  if (silent) return ['sudo', '-n'];
  return process.stdin.isTTY ? ['sudo'] : undefined;
}

function whatIsMissing(packages) {
  return [
    `missing on this system (${systemName()}): ${packages.join(', ')}`,
    find('apt-get')
      ? '  only root can install them, and sudo does not work here without a password. Run:'
      : '  they are the names of Debian packages; there is no apt-get here. On Debian 12:',
    `    sudo apt-get install ${packages.join(' ')}`,
    '  or put the programs of the same purpose on the PATH, and start again.',
  ].join('\n');
}

export function systemName() {
  const file = '/etc/os-release';
  if (!existsSync(file)) return process.platform;
  return /^PRETTY_NAME="?([^"\n]*)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? process.platform;
}
