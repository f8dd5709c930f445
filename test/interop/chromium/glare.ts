/** Both sides, one of them Chromium, offer at once; both follow the perfect negotiation pattern. */
import test from 'ava';

import { launchChromium } from '../../helpers/chromium-browser.js';
import type { Browser } from '../../helpers/chromium-browser.js';
import { Conversation } from '../../helpers/chromium-conversation.js';
import type { Who } from '../../helpers/chromium-conversation.js';
import { size } from '../../helpers/size.js';

let browser: Browser;
test.before(async () => {
  browser = await launchChromium({ mdns: true });
});
test.after.always(() => browser.close());

for (const polite of ['here', 'Chromium'] satisfies Who[]) {
  for (let round = 1; round <= size(2, 25); round += 1) {
    test.serial(`both offer, polite is ${polite}, round ${round}`, async (t) => {
      const conversation = await Conversation.start(browser, { polite });
      const { here, chromium } = conversation;
      conversation.hold();
      await here.createChannel('from here');
      await chromium.createChannel('from Chromium');
      await Promise.all([here.offered(), chromium.offered()]);
      conversation.release();
      for (const label of ['from here', 'from Chromium']) {
        t.like(await here.opened(label), { label, readyState: 'open' });
        t.like(await chromium.opened(label), { label, readyState: 'open' });
        await here.channel(label).send('text', 5, 1);
        await chromium.channel(label).send('text', 6, 1);
        t.is((await here.channel(label).received(1))[0]?.size, 6);
        t.is((await chromium.channel(label).received(1))[0]?.size, 5);
      }

      const before = await Promise.all([here.states(), chromium.states()]);
      conversation.hold();
      await Promise.all([here.restartIce(), chromium.restartIce()]);
      await Promise.all([here.offered(), chromium.offered()]);
      conversation.release();
      await Promise.all([here.restarted(before[0]), chromium.restarted(before[1])]);
      for (const peer of [here, chromium]) {
        t.like(await peer.states(), { errors: [], collisions: 2, connectionState: 'connected' });
      }
      await here.channel('from Chromium').send('text', 7, 1);
      t.is((await chromium.channel('from Chromium').received(2))[1]?.size, 7);
      await conversation.end();
    });
  }
}
