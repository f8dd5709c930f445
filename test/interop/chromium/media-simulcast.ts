/** Simulcast of three layers between this package and Chromium, both ways. */
import test from 'ava';
import type { ExecutionContext } from 'ava';

import { launchChromium } from '../../helpers/chromium-browser.js';
import type { Browser } from '../../helpers/chromium-browser.js';
import { Call } from '../../helpers/chromium-call.js';
import type { CallSide, Who } from '../../helpers/chromium-call.js';
import { SimulcastSections } from './helpers/simulcast-sections.js';
import type { SignalingMessage } from './helpers/simulcast-sections.js';

let browser: Browser;
test.before(async () => {
  browser = await launchChromium({ mdns: true });
});
test.after.always(() => browser.close());

// libwebrtc sends three layers of pictures of this size and above.
const picture = { width: 960, height: 540, frameRate: 10 };
const layers = [
  { rid: 'q', scaleResolutionDownBy: 4, size: { width: 240, height: 135 } },
  { rid: 'h', scaleResolutionDownBy: 2, size: { width: 480, height: 270 } },
  { rid: 'f', scaleResolutionDownBy: 1, size: { width: 960, height: 540 } },
];
const rids = layers.map(({ rid }) => rid);
const mid = '0';

/** Milliseconds. The sender starts with the small layers until its estimate of bandwidth bears all. */
const limit = 60_000;

for (const sending of ['here', 'Chromium'] satisfies Who[]) {
  test.serial(`three layers, then each alone, sent ${from(sending)}`, async (t) => {
    t.timeout(5 * limit);
    const sections = new SimulcastSections(rids);
    const call = await Call.start(browser, {
      rewrite: (message: SignalingMessage, to) =>
        to === sending ? sections.toSender(message) : sections.toReceiver(message),
    });
    const [sender, receiver] = call.sides(sending);
    await sender.add('video', picture, {
      direction: 'sendonly',
      sendEncodings: layers.map(({ rid, scaleResolutionDownBy }) => ({
        rid,
        scaleResolutionDownBy,
      })),
    });
    for (const { rid } of layers) await receiver.event(rid, 'unmute', limit);
    t.deepEqual(await sender.rids(mid), rids);
    await Promise.all(layers.map(({ rid, size }) => receiver.watch(rid).shows(5, size, limit)));
    for (const layer of layers) await isAlone(t, sender, receiver, layer);

    await sender.setEncodings(mid, 'active', [true, true, true]);
    await Promise.all(layers.map(({ rid, size }) => receiver.watch(rid).shows(5, size, limit)));
    t.deepEqual([...(await sender.errors()), ...(await receiver.errors())], []);
    await call.end();
  });
}

async function isAlone(
  t: ExecutionContext,
  sender: CallSide,
  receiver: CallSide,
  { rid, size }: (typeof layers)[number],
): Promise<void> {
  const active = rids.map((each) => each === rid);
  await sender.setEncodings(mid, 'active', active);
  // The first frame of its own may still be on its way together with theirs.
  await receiver.watch(rid).shows(3, size);
  const before = await framesSent(sender);
  // What a busy page shows in one burst, the sender may have sent before.
  let after = before;
  while (after[rid]! < before[rid]! + 5) {
    await receiver.watch(rid).shows(1, size);
    after = await framesSent(sender);
  }
  const goesOn = rids.map((each) => after[each]! > before[each]!);
  t.deepEqual(goesOn, active, `only ${rid} is sent`);
}

/** By rid. */
async function framesSent(sender: CallSide): Promise<Record<string, number>> {
  const streams = await sender.stats('outbound-rtp');
  return Object.fromEntries(
    streams.map((stream) => [stream['rid'], stream['framesSent'] ?? 0]),
  ) as Record<string, number>;
}

function from(who: Who): string {
  return who === 'here' ? 'here' : 'by Chromium';
}
