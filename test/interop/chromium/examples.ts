/** The examples that a browser opens, as the README says. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import test from 'ava';
import type { Page } from 'playwright-core';

import { launchChromium } from '../../helpers/chromium-browser.js';
import type { Browser } from '../../helpers/chromium-browser.js';
import { pageFile } from '../../helpers/chromium-pair.js';
import { Example } from '../../helpers/example.js';
import type { Pictures } from '../../helpers/frame-media.js';
import { loudestTone } from '../../helpers/tones.js';
import { waveFile } from '../../helpers/wave-file.js';
import { y4mFile } from '../../helpers/y4m-file.js';

const picture = { width: 320, height: 240, frameRate: 15 };
const frequency = 1000;

let folder: string;
let browser: Browser;
let quadrants: Pictures;
test.before(async () => {
  const { drawQuadrants: draw, quadrantReader: reader } = (await import(
    pageFile('quadrants.mjs')
  )) as { drawQuadrants: Pictures['draw']; quadrantReader: Pictures['reader'] };
  quadrants = { draw, reader };
  folder = mkdtempSync(join(tmpdir(), 'nlw-examples-'));
  const devices = { video: join(folder, 'camera.y4m'), audio: join(folder, 'microphone.wav') };
  writeFileSync(devices.video, y4mFile(draw(picture), picture));
  writeFileSync(devices.audio, waveFile(frequency));
  browser = await launchChromium({ mdns: true, devices });
});
test.after.always(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

test.serial('the bot draws and speaks', async (t) => {
  const bot = Example.start('bot/main.mjs');
  t.teardown(() => bot.stop());
  const page = await open(await bot.address());
  await shows(page, '#bot', [{ at: [0.02, 0.02], colour: [0x20, 0x30, 0x4c] }]);
  await t.notThrowsAsync(isHeard(page, '#bot'));
  await page.close();
});

test.serial('the recorder writes what a camera shows, and plays it', async (t) => {
  const seconds = 3;
  const recorder = Example.start('recorder/main.mjs', [String(seconds), folder]);
  t.teardown(() => recorder.stop());
  const page = await open(await recorder.address());
  const [, frames] = await recorder.line(/video\.y4m: (\d+) frames of 320x240/);
  t.true(Number(frames) > seconds * 5, frames);
  await recorder.line(/audio\.wav: [\d.]+ s at 48000 Hz/);
  const samples = new Int16Array(readFileSync(join(folder, 'audio.wav')).buffer.slice(44));
  const channels = readFileSync(join(folder, 'audio.wav')).readUInt16LE(22);
  const second = Array.from({ length: 4800 }, (_, i) => samples[(48_000 + i) * channels]! / 32_768);
  t.is(loudestTone(second, 48_000).frequency, frequency);

  const drawn = quadrants.draw(picture);
  const middles = [0.25, 0.75].flatMap((y) =>
    [0.25, 0.75].map((x): Patch => {
      const start = 4 * (y * picture.height * picture.width + x * picture.width);
      return { at: [x, y], colour: [...drawn.subarray(start, start + 3)] };
    }),
  );
  await shows(page, '#back', middles);
  await recorder.line(/^played$/);
  await page.close();
});

/** test/interop/chromium/page/look.mjs, in the page. */
interface Look {
  colours(selector: string, places: readonly Place[]): number[][] | null;
  peak(selector: string): number;
}

type Place = readonly [x: number, y: number];

/** What is to be seen: RGB at a place. */
interface Patch {
  readonly at: Place;
  readonly colour: readonly number[];
}

type Looking = { readonly look: Look };

async function open(address: string): Promise<Page> {
  const page = await browser.open();
  await page.goto(address);
  const content = readFileSync(fileURLToPath(pageFile('look.mjs')), 'utf8');
  await page.addScriptTag({ content });
  return page;
}

/** Resolves when a video shows all of them at once. */
async function shows(page: Page, selector: string, patches: readonly Patch[]): Promise<void> {
  const seen = ([name, all, tolerance]: readonly [string, readonly Patch[], number]) => {
    const { look } = globalThis as unknown as Looking;
    const found = look.colours(
      name,
      all.map(({ at }) => at),
    );
    const off = found?.flatMap((each, index) =>
      all[index]!.colour.map((part, channel) => Math.abs(part - each[channel]!)),
    );
    return off !== undefined && Math.max(...off) <= tolerance;
  };
  await page.waitForFunction(seen, [selector, patches, 16] as const, { timeout: 30_000 });
}

async function isHeard(page: Page, selector: string): Promise<void> {
  await page.waitForFunction(
    (name) => (globalThis as unknown as Looking).look.peak(name) > 0.05,
    selector,
    { timeout: 30_000 },
  );
}
