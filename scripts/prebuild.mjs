/**
 * Makes prebuilds/linux-ARCH/node-libwebrtc.glibc.node: built for release,
 * stripped. `--arch arm64` builds for another processor.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import prebuildify from 'prebuildify';

import { crossTools, stripFor } from './lib/cross-toolchain.mjs';
import { at } from './lib/paths.mjs';
import { ensureTools } from './lib/setup-tools.mjs';

const position = process.argv.indexOf('--arch');
const arch = position < 0 ? process.arch : process.argv[position + 1];
await ensureTools(crossTools(arch));

// prebuildify looks for the result below its own folder and moves it from there.
const cwd = at('build/prebuild', arch);
rmSync(at('prebuilds', `linux-${arch}`), { recursive: true, force: true });
mkdirSync(cwd, { recursive: true });

await promisify(prebuildify)({
  arch,
  cwd,
  out: at('.'),
  name: 'node-libwebrtc',
  targets: [`node@${process.versions.node}`],
  napi: true,
  tagLibc: true,
  libc: 'glibc',
  strip: true,
  stripBin: stripFor(arch),
  nodeGyp: fileURLToPath(new URL('lib/gyp-build.mjs', import.meta.url)),
});
