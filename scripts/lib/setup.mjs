import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { buildNative } from './build-native.mjs';
import { buildTypeScript } from './build-ts.mjs';
import { at, root } from './paths.mjs';
import { run } from './run.mjs';
import { withLock } from './setup-lock.mjs';
import { Steps, logFile } from './setup-steps.mjs';
import { ensureTestTools, ensureTools, systemName } from './setup-tools.mjs';

/**
 * Brings a fresh clone to where its job can run, and a set-up one there at
 * once. Ends the process with a reason when this system can't be set up.
 *
 * @param {{tools?: {program: string, package: string}[], tests?: boolean}} [options]
 *   `tools`: what the job needs beside the build; `tests`: compile these too
 */
export async function setUp(options = {}) {
  try {
    checkSystem();
    await withLock(() => allSteps(options));
  } catch (error) {
    console.error(`set-up: ${error.message}\nset-up: the log is ${logFile}`);
    process.exit(1);
  }
}

async function allSteps({ tools, tests = false }) {
  const steps = new Steps();
  await steps.run('system tools', (log) => ensureTools(undefined, log));
  if (tools) await steps.run('tools of this job', (log) => ensureTools(tools, log));
  if (tests) await steps.run('tools of the tests', ensureTestTools);
  await steps.run('npm packages', (log) => installNpmPackages(root, log));
  if (tests) {
    await steps.run('npm packages of the tests', (log) =>
      installNpmPackages(at('test/interop/programs'), log),
    );
  }
  const sysroot = await steps.run('libwebrtc', async (log) => {
    const { ensureSysroot } = await import('../sysroot.mjs');
    return ensureSysroot({ log });
  });
  await steps.run('native build', (onLine) =>
    buildNative({ onLine, definitions: { LIBWEBRTC_SYSROOT: sysroot } }),
  );
  await steps.run('TypeScript build', () => buildTypeScript({ tests }));
  steps.done();
}

function checkSystem() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) throw new Error(`Node 20 or newer is needed, this is ${process.version}`);
  const supported = process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch);
  const glibc = process.report?.getReport().header.glibcVersionRuntime;
  if (supported && glibc) return;
  throw new Error(
    [
      `this system can't be set up: ${systemName()}, ${process.platform}-${process.arch}`,
      '  the build needs Linux with glibc on x64 or arm64; Debian 12 with Node 20 is what is tested.',
      '  A container of that is enough: debian:12, then apt-get install nodejs npm (20 or newer).',
    ].join('\n'),
  );
}

async function installNpmPackages(folder, onLine) {
  const lock = readFileSync(join(folder, 'package-lock.json'));
  const key = createHash('sha256').update(lock).digest('hex');
  const stamp = join(folder, 'node_modules/.installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return;
  if (!matchesLock(folder)) {
    // .npmrc says so too, but for the package of its own folder alone.
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
    await run('npm', args, { cwd: folder, onLine, limit: 10 * 60_000 });
  }
  writeFileSync(stamp, key);
}

/** Does npm's own list of what it installed say the same as the lock file? */
function matchesLock(folder) {
  const hidden = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const installed = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { integrity, optional }]) =>
      path === '' || optional || installed[path]?.integrity === integrity,
  );
}
