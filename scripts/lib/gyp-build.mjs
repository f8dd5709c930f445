/** Called by binding.gyp: builds the addon for release into the folder that is named. */
import { resolve } from 'node:path';

import { ensureSysroot } from '../sysroot.mjs';
import { buildNative } from './build-native.mjs';
import { at } from './paths.mjs';

const [, , folder, arch] = process.argv;

try {
  await buildNative({
    folder: at('build/cmake'),
    definitions: {
      LIBWEBRTC_SYSROOT: await ensureSysroot({ arch }),
      CMAKE_LIBRARY_OUTPUT_DIRECTORY: resolve(folder),
      NLW_CHECK_THREADS: 'OFF',
    },
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
