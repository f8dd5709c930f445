/** Sets up what is missing, then runs the demo: `--browser`, `--serve`, or two Node processes. */
import { spawn } from 'node:child_process';

import { at } from './lib/paths.mjs';
import { setUp } from './lib/setup.mjs';
import { chromium } from './lib/setup-tools.mjs';

const args = process.argv.slice(2);
await setUp({ tools: args.includes('--browser') ? [chromium] : undefined });
const demo = spawn(process.execPath, [at('examples/demo/main.mjs'), ...args], { stdio: 'inherit' });
demo.on('exit', (code, signal) => {
  if (signal) process.kill(process.pid, signal);
  process.exitCode = code ?? 1;
});
process.on('SIGINT', () => {});
