/**
 * Builds what changed: `--native` the addon, `--ts` the TypeScript; both by
 * default. `--debug` compiles the addon with the thread checks on.
 */
import { buildNative } from './lib/build-native.mjs';
import { buildTypeScript } from './lib/build-ts.mjs';

const flags = process.argv.slice(2);
const all = !flags.includes('--native') && !flags.includes('--ts');

try {
  if (all || flags.includes('--native')) await buildNative({ debug: flags.includes('--debug') });
  if (all || flags.includes('--ts')) await buildTypeScript();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
