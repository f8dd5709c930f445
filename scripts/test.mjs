/**
 * Sets up what is missing, then runs ava with the arguments given. Files may
 * be named as they are written: test/api/x.ts. `--soak`: the long form of the
 * tests that have one, and where no file is named that of the native tests too.
 */
import { spawn } from 'node:child_process';

import { testNative } from './lib/native-tests.mjs';
import { at } from './lib/paths.mjs';
import { setUp } from './lib/setup.mjs';
import { TestCounter } from './lib/test-counter.mjs';

const soak = process.argv.includes('--soak');
const args = process.argv
  .slice(2)
  .filter((arg) => arg !== '--soak')
  .map((arg) => arg.replace(/^(?:\.\/)?test\/(.*)\.ts/, 'build/test/$1.js'));

await setUp({ tests: true });

const counter = new TestCounter();
const ava = spawn(
  process.execPath,
  [at('node_modules/ava/entrypoints/cli.mjs'), ...(soak ? ['--timeout', '30m'] : []), ...args],
  {
    stdio: ['inherit', 'pipe', 'inherit'],
    env: {
      ...process.env,
      ...(soak && { NODE_LIBWEBRTC_SOAK: '1' }),
      ...(process.stdout.isTTY && { FORCE_COLOR: '1' }),
    },
  },
);
ava.stdout.setEncoding('utf8').on('data', (text) => {
  process.stdout.write(text);
  counter.take(text);
});
ava.on('close', async (code, signal) => {
  console.log(counter.closingLine(code !== 0));
  process.exitCode = signal ? 1 : (code ?? 1);
  if (!soak || args.length) return;
  try {
    await testNative({ soak });
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
});
