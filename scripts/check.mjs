/** All that machines can judge, one line each; every check runs, any failure fails. */
import { runChecks } from './lib/check-list.mjs';
import { setUp } from './lib/setup.mjs';
import { clangFormat } from './lib/setup-tools.mjs';

await setUp({ tests: true, tools: [clangFormat] });
process.exitCode = (await runChecks(process.argv.slice(2))) ? 0 : 1;
