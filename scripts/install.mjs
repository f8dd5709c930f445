/**
 * The install script of the package: looks for the addon that fits this
 * machine, compiles nothing and downloads nothing. Says why when there is none.
 */
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

function prebuilds() {
  const folder = join(root, 'prebuilds');
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

function libc() {
  if (process.platform !== 'linux') return '';
  const glibc = process.report?.getReport().header.glibcVersionRuntime;
  return glibc ? `, glibc ${glibc}` : ', musl or another C library';
}

// In a checkout the addon is built by scripts/build.mjs.
if (!existsSync(join(root, 'CMakeLists.txt'))) {
  try {
    require('node-gyp-build').path(root);
  } catch (error) {
    console.error(
      [
        'node-libwebrtc: there is no binary for this machine in the package.',
        `  this machine: ${process.platform}-${process.arch}${libc()}, Node ${process.versions.node}`,
        `  the package has: ${prebuilds().join(', ') || 'none'}, for glibc 2.31 or newer`,
        '  what to do: install it on one of these, or make the binary from the sources',
        '  (npm run prebuild in a checkout) and put it under prebuilds/.',
        `  searched by node-gyp-build: ${error.message.split('\n')[0]}`,
      ].join('\n'),
    );
    process.exit(1);
  }
}
