#!/usr/bin/env node
/**
 * Builds the addon for release, incrementally, where node-gyp would:
 * binding.gyp calls it with --out, and prebuildify in node-gyp's place, whose
 * `rebuild` would remove build/ first.
 */
import { resolve } from 'node:path';

import { buildNative } from './build-native.mjs';
import { releaseDefinitions } from './cross-toolchain.mjs';
import { at } from './paths.mjs';

const option = (name) =>
  process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(`--${name}=`.length);
const arch = option('arch') ?? process.arch;

try {
  await buildNative({
    folder: at('build', `release-${arch}`),
    definitions: {
      ...(await releaseDefinitions(arch)),
      CMAKE_LIBRARY_OUTPUT_DIRECTORY: resolve(option('out') ?? 'build/Release'),
    },
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
