/** Builds and runs test/native/*_test.cc: what of the addon needs no Node. */
import { at } from './lib/paths.mjs';
import { buildNative } from './lib/build-native.mjs';
import { run } from './lib/run.mjs';
import { setUp } from './lib/setup.mjs';

const folder = at('build/native-test');

await setUp({ tests: false });
await buildNative({ folder, definitions: { NLW_BUILD_TESTS: 'ON' } });
await run('ctest', ['--test-dir', folder, '--output-on-failure', '--timeout', '120'], {
  onLine: console.log,
  limit: 10 * 60_000,
});
