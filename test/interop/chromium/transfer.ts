/** Much data between this package and Chromium, in both directions at once, ICE restarted meanwhile. */
import test from 'ava';

import { launchChromium } from '../../helpers/chromium-browser.js';
import type { Browser } from '../../helpers/chromium-browser.js';
import { Conversation } from '../../helpers/chromium-conversation.js';
import type { Peer, Who } from '../../helpers/chromium-conversation.js';
import { size } from '../../helpers/size.js';

/** Bytes, each way. */
const total = size(20, 200) * 1_000_000;
/** Milliseconds for one transfer. */
const limit = size(60_000, 600_000);

let browser: Browser;
test.before(async () => {
  browser = await launchChromium({ mdns: true });
});
test.after.always(() => browser.close());

async function start(offerer: Who, init = {}): Promise<[Peer, Peer, Conversation]> {
  const conversation = await Conversation.start(browser);
  const [first, second] = conversation.sides(offerer);
  await first.createChannel('bulk', init);
  await Promise.all([first.opened('bulk'), second.opened('bulk')]);
  await first.channel('bulk').startReceiving();
  await second.channel('bulk').startReceiving();
  return [first, second, conversation];
}

async function transfer(from: Peer, to: Peer, messageSize: number): Promise<unknown> {
  const [sent, received] = await Promise.all([
    from.channel('bulk').transfer(total, messageSize, messageSize, limit),
    to.channel('bulk').receivedBytes(total, limit),
  ]);
  return received.bytes === total && received.checksum === sent ? null : { sent, received };
}

for (const offerer of ['here', 'Chromium'] satisfies Who[]) {
  const name = offerer === 'here' ? 'offered here' : 'offered by Chromium';

  test.serial(`${total / 1e6} MB each way, ${name}`, async (t) => {
    t.timeout(limit + 30_000);
    const [first, second, conversation] = await start(offerer);
    const results = [transfer(first, second, 65_536), transfer(second, first, 16_000)];
    t.deepEqual(await Promise.all(results), [null, null]);
    await conversation.end();
  });

  test.serial(`ICE restarts in mid-transfer, ${name}`, async (t) => {
    t.timeout(limit + 30_000);
    const [first, second, conversation] = await start(offerer);
    const results = Promise.all([transfer(first, second, 65_536), transfer(second, first, 16_000)]);
    for (const [index, peer] of [first, second].entries()) {
      await second.channel('bulk').receivedBytes((total / 4) * (index + 1), limit);
      const before = await Promise.all([first.states(), second.states()]);
      await peer.restartIce();
      await Promise.all([first.restarted(before[0]), second.restarted(before[1])]);
    }
    t.deepEqual(await results, [null, null]);
    t.deepEqual([...(await first.states()).errors, ...(await second.states()).errors], []);
    await conversation.end();
  });
}
