/**
 * Builds and runs test/native/*_test.cc: what of the addon needs no Node.
 * `--soak`: the long form of the tests that have one.
 */
import { testNative } from './lib/native-tests.mjs';
import { setUp } from './lib/setup.mjs';

await setUp({ tests: false });
await testNative({ soak: process.argv.includes('--soak') });
