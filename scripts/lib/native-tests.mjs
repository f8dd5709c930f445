import { buildNative } from './build-native.mjs';
import { at } from './paths.mjs';
import { run } from './run.mjs';

/** Builds and runs test/native/*_test.cc; `soak`: the long form of those that have one. */
export async function testNative({ soak = false } = {}) {
  const folder = at('build/native-test');
  const [seconds, minutes] = soak ? [30 * 60, 180] : [120, 10];
  // The bench's programs are built too: nothing else would say that they no longer can be.
  await buildNative({ folder, definitions: { NLW_BUILD_TESTS: 'ON', NLW_BUILD_BENCH: 'ON' } });
  const patience = ['--timeout', String(seconds)];
  await run('ctest', ['--test-dir', folder, '--output-on-failure', ...patience], {
    env: { ...process.env, ...(soak && { NODE_LIBWEBRTC_SOAK: '1' }) },
    onLine: console.log,
    limit: minutes * 60_000,
  });
}
