/**
 * Two peers agree on a session and measure it. This process is the caller and
 * the signalling server; the other side is a second Node process, or with
 * `--browser` Chromium without a window, or with `--serve` the browser of
 * whoever opens the printed URL.
 */
import { fork } from 'node:child_process';

import { RTCPeerConnection } from 'node-libwebrtc';

import { launchChromium } from './chromium.mjs';
import { printSummary } from './report.mjs';
import { serve } from './serve.mjs';
import { converse } from './shared/session.mjs';
import { openSignal, relay } from './signalling.mjs';
import { createWebServer, listen } from './web-server.mjs';

/** Milliseconds after which the demo gives up. */
const limit = 60_000;

const flags = new Set(process.argv.slice(2));
const unknown = [...flags].filter((flag) => !['--browser', '--serve'].includes(flag));
if (unknown.length) throw new Error(`${unknown.join(' ')}: only --browser and --serve are known`);

if (flags.has('--serve')) {
  await serve();
} else {
  const timer = setTimeout(() => {
    console.error(`no result after ${limit / 1000} s`);
    process.exit(1);
  }, limit);
  await (flags.has('--browser') ? withBrowser() : withNode());
  clearTimeout(timer);
}

async function withNode() {
  await conversation(async (port) => {
    const callee = fork(new URL('./callee.mjs', import.meta.url), [
      `ws://127.0.0.1:${port}/signal`,
    ]);
    const ended = new Promise((resolve, reject) => {
      callee.once('error', reject);
      callee.once('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`the other process ended with code ${code}`)),
      );
    });
    const summary = new Promise((resolve) => callee.once('message', resolve));
    return {
      name: `Node (process ${callee.pid})`,
      finish: () => Promise.race([summary, ended.then(() => summary)]),
      failed: ended,
      end: () => ended,
    };
  });
}

async function withBrowser() {
  await conversation(async (port) => {
    const browser = await launchChromium();
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/?room=demo&measure`);
    return {
      name: `Chromium ${browser.version()}`,
      finish: async () => {
        await page.waitForFunction(() => window.summary ?? window.failure, null, {
          timeout: limit,
        });
        return page.evaluate(() => window.summary ?? Promise.reject(new Error(window.failure)));
      },
      end: () => browser.close(),
    };
  });
}

/** @param {(port: number) => Promise<object>} start starts the other side */
async function conversation(start) {
  const server = createWebServer();
  relay(server);
  const port = await listen(server);
  const other = await start(port);
  const signal = await openSignal(`ws://127.0.0.1:${port}/signal`);
  console.log(`caller: Node ${process.version} (process ${process.pid}), callee: ${other.name}`);
  const mine = converse({ RTCPeerConnection, signal, caller: true });
  const failed = (other.failed ?? new Promise(() => {})).then(() => new Promise(() => {}));
  const summary = await Promise.race([mine, failed]);
  const theirs = await other.finish();
  printSummary(summary, theirs);
  await other.end();
  signal.close();
  server.closeAllConnections();
  server.close();
}
