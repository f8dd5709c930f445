import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';

/** Plain browser JavaScript, for pages and for Node: not compiled. */
export const interopFolder = join(__dirname, '..', '..', '..', 'test', 'interop');

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Without it Chromium's host candidates have mDNS names. */
const plainCandidates = '--disable-features=WebRtcHideLocalIpsWithMdns';

export interface Browser {
  /** An empty page on localhost that can import the modules of test/interop. */
  open(): Promise<Page>;
  close(): Promise<void>;
}

export interface BrowserOptions {
  /** Host candidates have mDNS names. */
  readonly mdns: boolean;
  /** Files that the page's camera (Y4M) and microphone (WAVE) give, again and again. */
  readonly devices?: { readonly video: string; readonly audio: string };
}

/** Starts the system's Chromium without a window. */
export async function launchChromium({ mdns, devices }: BrowserOptions): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(
      `${executablePath} is missing: apt-get install chromium, or set CHROMIUM to a program`,
    );
  }
  const server = createServer((request, response) => {
    void answer(request.url ?? '/').then(
      ([type, body]) => response.writeHead(200, { 'content-type': type }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    args: [...args, ...(mdns ? [] : [plainCandidates]), ...(devices ? fakeDevices(devices) : [])],
  });
  return {
    async open() {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${port}/`);
      return page;
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

function fakeDevices({ video, audio }: NonNullable<BrowserOptions['devices']>): string[] {
  return [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${video}`,
    `--use-file-for-fake-audio-capture=${audio}`,
  ];
}

async function answer(url: string): Promise<[type: string, body: string | Buffer]> {
  if (url === '/') return ['text/html', '<!doctype html><link rel="icon" href="data:,">'];
  if (!/^(\/[\w-]+)+\.mjs$/.test(url)) throw new Error('not a module');
  return ['text/javascript', await readFile(join(interopFolder, url))];
}
