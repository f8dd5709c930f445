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

type VideoCodec = readonly [mimeType: string, ...parameters: string[]];

const h264 = (profile: string, mode: string): VideoCodec => [
  'video/H264',
  `profile-level-id=${profile}`,
  `packetization-mode=${mode}`,
];
/** What both have. */
const codecs: readonly VideoCodec[] = [
  ['video/VP8'],
  ['video/VP9', 'profile-id=0'],
  ['video/VP9', 'profile-id=2'],
  ...['42001f', '42e01f', '4d001f'].flatMap((profile) => [h264(profile, '1'), h264(profile, '0')]),
  ['video/AV1', 'profile=0'],
];

for (const offerer of ['here', 'Chromium'] satisfies Who[]) {
  for (const codec of codecs) {
    test.serial(`${codec.join(' ')} and Opus, offered ${by(offerer)}`, async (t) => {
      const call = await Call.start(browser);
      const sides = call.sides(offerer);
      await send(sides[0], sides[1], codec);
      await send(sides[1], sides[0], codec);
      await Promise.all([seeAndHear(call.here, 'Chromium'), seeAndHear(call.chromium, 'here')]);
      for (const side of sides) {
        const read = (type: string) => side.stats(type);
        const [mimeType, ...parameters] = codec;
        const expected = { audio: 'audio/opus', video: mimeType.toLowerCase() };
        t.deepEqual(await codecsOf(read, 'outbound-rtp'), expected);
        t.deepEqual(await codecsOf(read, 'inbound-rtp'), expected);
        const sent = (await side.stats('outbound-rtp')).find(({ kind }) => kind === 'video');
        t.is(typeof sent?.['rtxSsrc'], 'number', `${side.who}: with RTX`);
        const used = (await side.stats('codec')).find(({ id }) => id === sent?.['codecId']);
        const line = ((used?.['sdpFmtpLine'] ?? '') as string).split(';');
        t.deepEqual(
          parameters.filter((each) => !line.includes(each)),
          [],
          `${side.who}: ${line.join(';')}`,
        );
        t.deepEqual(await side.errors(), []);
      }
      await call.end();
    });
  }

  test.serial(`mute, unmute and ended, offered ${by(offerer)}`, async (t) => {
    const call = await Call.start(browser);
    const [first, second] = call.sides(offerer);
    await send(first, second, ['video/VP8']);
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
async function send(
  from: CallSide,
  to: CallSide,
  [mimeType, ...parameters]: VideoCodec,
): Promise<void> {
  await from.add('audio', { frequency: tones[from.who] });
  await from.add('video', picture);
  await from.preferCodec(mimeType, parameters);
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
