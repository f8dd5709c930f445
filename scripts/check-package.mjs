/**
 * Proves the packed tarball: installs it with `npm install` in a minimal
 * Debian 12 that has Node and nothing of ours, no compiler, no network, and
 * runs a data-channel loopback there. Needs root, debootstrap and prebuilds/.
 */
import { existsSync } from 'node:fs';

import { makeMinimalRoot } from './lib/minimal-root.mjs';
import { offlinePackages } from './lib/offline-packages.mjs';
import { packPackage } from './lib/pack.mjs';
import { at } from './lib/paths.mjs';
import { proveIn } from './lib/package-proof.mjs';
import { debootstrap, ensureTools } from './lib/setup-tools.mjs';

try {
  const prebuild = at(`prebuilds/linux-${process.arch}/node-libwebrtc.glibc.node`);
  if (!existsSync(prebuild)) throw new Error('no binary to prove: run npm run prebuild first');
  await ensureTools([debootstrap]);
  const root = await makeMinimalRoot();
  await proveIn(root, packPackage(), await offlinePackages());
} catch (error) {
  console.error(`package: ${error.message}`);
  process.exitCode = 1;
}
