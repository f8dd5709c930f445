/** Audio and video between this package and Chromium, both ways, either side offering. */
import test from 'ava';

import { launchChromium } from '../../helpers/chromium-browser.js';
import type { Browser } from '../../helpers/chromium-browser.js';
import { Call } from '../../helpers/chromium-call.js';
import type { CallSide, Who } from '../../helpers/chromium-call.js';
import { size } from '../../helpers/size.js';
import { codecsOf } from '../../helpers/stats.js';

let browser: Browser;
test.before(async () => {
  browser = await launchChromium({ mdns: true });
});
test.after.always(() => browser.close());

const picture = { width: 320, height: 240, frameRate: 15 };
const [audio, video] = ['0', '1'];
/** Hertz of each side's tone. */
const tones = { here: 440, Chromium: 1000 };

for (const offerer of ['here', 'Chromium'] satisfies Who[]) {
  for (const codec of ['video/VP8', 'video/VP9']) {
    test.serial(`${codec} and Opus, offered ${by(offerer)}`, async (t) => {
      const call = await Call.start(browser);
      const sides = call.sides(offerer);
      await send(sides[0], sides[1], codec);
      await send(sides[1], sides[0], codec);
      await Promise.all([seeAndHear(call.here, 'Chromium'), seeAndHear(call.chromium, 'here')]);
      for (const side of sides) {
        const read = (type: string) => side.stats(type);
        const expected = { audio: 'audio/opus', video: codec.toLowerCase() };
        t.deepEqual(await codecsOf(read, 'outbound-rtp'), expected);
        t.deepEqual(await codecsOf(read, 'inbound-rtp'), expected);
        t.deepEqual(await side.errors(), []);
      }
      await call.end();
    });
  }

  test.serial(`mute, unmute and ended, offered ${by(offerer)}`, async (t) => {
    const call = await Call.start(browser);
    const [first, second] = call.sides(offerer);
    await send(first, second, 'video/VP8');
    await second.watch(video).shows(3, picture);

    for (const mid of [audio, video]) await first.setDirection(mid, 'inactive');
    for (const mid of [audio, video]) await second.event(mid, 'mute');
    for (const mid of [audio, video]) await first.setDirection(mid, 'sendonly');
    for (const mid of [audio, video]) await second.event(mid, 'track');
    for (const mid of [audio, video]) await second.event(mid, 'unmute');
    await second.watch(video).shows(3, picture);
    await second.watch(audio).hears(tones[first.who]);

    for (const mid of [audio, video]) await first.stop(mid);
    for (const mid of [audio, video]) await second.event(mid, 'ended');
    t.deepEqual([...(await first.errors()), ...(await second.errors())], []);
    await call.end();
  });
}

/** The one that sends offers. */
async function send(from: CallSide, to: CallSide, codec: string): Promise<void> {
  await from.add('audio', { frequency: tones[from.who] });
  await from.add('video', picture);
  await from.preferCodec(codec);
  for (const mid of [audio, video]) await to.event(mid, 'track');
  for (const mid of [audio, video]) await to.event(mid, 'unmute');
}

/** What the other side sends. */
async function seeAndHear(side: CallSide, other: Who): Promise<void> {
  await Promise.all([
    side.watch(video).shows(size(15, 150), picture, size(15_000, 60_000)),
    side.watch(audio).hears(tones[other]),
  ]);
}

function by(who: Who): string {
  return who === 'here' ? 'here' : 'by Chromium';
}
