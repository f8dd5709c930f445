import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

import test from 'ava';

const root = join(__dirname, '../../..');
const programs = join(root, 'test/interop/programs/browser');
const globals = join(root, 'dist/globals.mjs');

/** Runs a program that knows nothing of Node, to its end; gives the lines that it prints. */
async function runInBrowserClothes(name: string, imports: readonly string[]): Promise<string[]> {
  const preloads = imports.flatMap((file) => ['--import', pathToFileURL(file).href]);
  const child = spawn(process.execPath, [...preloads, join(programs, name)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 40_000,
  });
  const [stdout, stderr, [code, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>,
  ]);
  if (code !== 0) throw new Error(`${name}: ${String(code ?? signal)}\n${stdout}\n${stderr}`);
  return stdout.trimEnd().split('\n');
}

test('a program on simple-peer runs as it does in a browser', async (t) => {
  t.deepEqual(await runInBrowserClothes('simple-peer.mjs', [globals]), [
    'connected',
    'bob hears: how are you?',
    'alice hears: 1,2,3',
    'bob sees green',
    'bob is alone',
  ]);
});

const call = [
  'track: audio, stream is known',
  'message: hello',
  'the tone is heard',
  'audio packets: some',
  'closed: closed',
];

test('a program on webrtc-adapter runs where the adapter finds no browser', async (t) => {
  const [browser, ...lines] = await runInBrowserClothes('webrtc-adapter.mjs', [globals]);
  t.is(browser, 'browser: Not a browser.');
  t.deepEqual(lines, call);
});

test('a program on webrtc-adapter runs with what the adapter adds to Chrome', async (t) => {
  const imports = [globals, join(programs, 'as-chrome.mjs')];
  const [browser, ...lines] = await runInBrowserClothes('webrtc-adapter.mjs', imports);
  t.is(browser, 'browser: chrome');
  t.deepEqual(lines, call);
});
