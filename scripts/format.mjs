/** Formats everything: Prettier, and clang-format for what is native. */
import { nativeFiles } from './lib/native-files.mjs';
import { at } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

const prettier = at('node_modules/prettier/bin/prettier.cjs');
await run(process.execPath, [prettier, '--write', '--log-level', 'warn', '.']);
await run('clang-format', ['-i', ...nativeFiles()]);
