/**
 * Frames and samples made here, shown and heard by a page; its camera and
 * microphone, seen and heard here. By each codec.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import test from 'ava';

import { launchChromium } from '../../helpers/chromium-browser.js';
import type { Browser } from '../../helpers/chromium-browser.js';
import { Call } from '../../helpers/chromium-call.js';
import type { CallMedia } from '../../helpers/chromium-call.js';
import { pageFile } from '../../helpers/chromium-pair.js';
import { frameMedia } from '../../helpers/frame-media.js';
import type { Pictures } from '../../helpers/frame-media.js';
import { codecsOf } from '../../helpers/stats.js';
import { waveFile } from '../../helpers/wave-file.js';
import { y4mFile } from '../../helpers/y4m-file.js';

const picture = { width: 320, height: 240, frameRate: 15 };
const [audio, video] = ['0', '1'];
/** Hertz. */
const tones = { here: 440, Chromium: 1000 };

let folder: string;
let browser: Browser;
let media: CallMedia;
test.before(async () => {
  const { drawQuadrants, quadrantReader } = (await import(pageFile('quadrants.mjs'))) as {
    drawQuadrants: Pictures['draw'];
    quadrantReader: Pictures['reader'];
  };
  media = frameMedia({ draw: drawQuadrants, reader: quadrantReader });
  folder = mkdtempSync(join(tmpdir(), 'nlw-devices-'));
  const devices = { video: join(folder, 'camera.y4m'), audio: join(folder, 'microphone.wav') };
  writeFileSync(devices.video, y4mFile(drawQuadrants(picture), picture));
  writeFileSync(devices.audio, waveFile(tones.Chromium));
  browser = await launchChromium({ mdns: true, devices });
});
test.after.always(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

for (const codec of ['video/VP8', 'video/VP9', 'video/H264', 'video/AV1']) {
  test.serial(`pixels and samples both ways by ${codec} and Opus`, async (t) => {
    const call = await Call.start(browser, { page: 'frames-page.mjs', media });
    const { here, chromium } = call;
    await here.add('audio', { frequency: tones.here });
    await here.add('video', picture);
    await here.preferCodec(codec);
    for (const mid of [audio, video]) await chromium.event(mid, 'track');
    await chromium.add('audio', {});
    await chromium.add('video', {});
    await chromium.preferCodec(codec);
    await Promise.all([
      chromium.watch(video).shows(10, picture),
      chromium.watch(audio).hears(tones.here),
      here.watch(video).shows(10, picture),
      here.watch(audio).hears(tones.Chromium),
    ]);
    for (const side of [here, chromium]) {
      const read = (type: string) => side.stats(type);
      const expected = { audio: 'audio/opus', video: codec.toLowerCase() };
      t.deepEqual(await codecsOf(read, 'outbound-rtp'), expected);
      t.deepEqual(await codecsOf(read, 'inbound-rtp'), expected);
      t.deepEqual(await side.errors(), []);
    }
    await call.end();
  });
}
