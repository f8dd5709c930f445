#!/usr/bin/env node
/**
 * Stands where prebuildify calls node-gyp, whose `rebuild` would remove build/
 * first: builds incrementally, and leaves the addon in ./build/Release.
 */
import { resolve } from 'node:path';

import { ensureSysroot } from '../sysroot.mjs';
import { buildNative } from './build-native.mjs';
import { crossBuild } from './cross.mjs';
import { at } from './paths.mjs';

const arch = process.argv.find((arg) => arg.startsWith('--arch='))?.slice('--arch='.length);

try {
  await buildNative({
    folder: at('build', `cmake-${arch}`),
    definitions: {
      LIBWEBRTC_SYSROOT: await ensureSysroot({ arch }),
      CMAKE_LIBRARY_OUTPUT_DIRECTORY: resolve('build/Release'),
      NLW_CHECK_THREADS: 'OFF',
      ...crossBuild(arch).definitions,
    },
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
