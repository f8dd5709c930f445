import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { buildNative } from '../../scripts/lib/build-native.mjs';
import { at } from '../../scripts/lib/paths.mjs';
import { run } from '../../scripts/lib/run.mjs';
import { setUp } from '../../scripts/lib/setup.mjs';
import { Steps } from '../../scripts/lib/setup-steps.mjs';
import { buildFolder } from '../contestants.mjs';

/** Brings the project, its release build, the plain C++ program and the peers up to date. */
export async function prepare() {
  await setUp();
  const steps = new Steps();
  await steps.run('peers of the bench', installPeers);
  await steps.run('release build for the bench', (onLine) =>
    buildNative({
      folder: join(buildFolder, 'build'),
      definitions: { NLW_BUILD_BENCH: 'ON', NLW_CHECK_THREADS: 'OFF' },
      onLine,
    }),
  );
}

async function installPeers(onLine) {
  const key = createHash('sha256')
    .update(readFileSync(at('bench/package-lock.json')))
    .digest('hex');
  const stamp = at('bench/node_modules/.installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  await run('npm', args, { cwd: at('bench'), onLine, limit: 5 * 60_000 });
  writeFileSync(stamp, key);
}
