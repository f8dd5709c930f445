import { relative } from 'node:path';

import { nativeFiles } from './native-files.mjs';
import { at, root } from './paths.mjs';
import { packPackage } from './pack.mjs';
import { run } from './run.mjs';

const bin = (name, ...args) => [process.execPath, [at('node_modules', name), ...args]];
const script = (name, ...args) => [process.execPath, [at('scripts', name), ...args]];

/** Name, and the command or the function that gives it. */
const checks = {
  format: () => bin('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  'native format': () => ['clang-format', ['--dry-run', '--Werror', ...nativeFiles()]],
  lint: () => bin('eslint/bin/eslint.js', '--max-warnings', '0', '.'),
  types: () => bin('typescript/bin/tsc', '-p', at('test/types'), '--noEmit'),
  layers: () => script('check-layers.mjs'),
  IDL: () => script('check-idl.mjs'),
  // Linked with this machine's C library; what is released is checked beside its making.
  binary: () =>
    script(
      ...['check-binary.mjs', '--glibc', '2.34'],
      relative(root, at('build/Release/node_libwebrtc.node')),
    ),
  publint: () => bin('publint/src/cli.js', 'run', '--strict', packPackage()),
  'types of the package': () =>
    bin('@arethetypeswrong/cli/dist/index.js', '--profile', 'node16', packPackage()),
  notice: () => script('notice.mjs', '--check'),
};

/**
 * @param {string[]} only names of checks; empty: all
 * @returns {Promise<boolean>} did they all pass?
 */
export async function runChecks(only = []) {
  let failures = 0;
  for (const [name, command] of Object.entries(checks)) {
    if (only.length && !only.includes(name)) continue;
    const started = performance.now();
    const took = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
    try {
      await run(...command(), { limit: 5 * 60_000 });
      console.log(`check: ${name} ... ${took()}`);
    } catch (error) {
      failures += 1;
      console.log(`check: ${name} ... FAILED after ${took()}\n${error.output ?? error.message}`);
    }
  }
  console.log(failures ? `check: ${failures} failed` : 'check: all passed');
  return failures === 0;
}
