/** Data channels between this package and Chromium: options and messages, either side offering. */
import test from 'ava';

import { launchChromium } from '../../helpers/chromium-browser.js';
import type { Browser } from '../../helpers/chromium-browser.js';
import { Conversation, sentMessage } from '../../helpers/chromium-conversation.js';
import type { Who } from '../../helpers/chromium-conversation.js';

let browser: Browser;
test.before(async () => {
  browser = await launchChromium({ mdns: true });
});
test.after.always(() => browser.close());

const options = {
  plain: {},
  unordered: { ordered: false },
  'a lifetime': { maxPacketLifeTime: 1000 },
  'unordered with a lifetime': { ordered: false, maxPacketLifeTime: 65535 },
  'no retransmits': { maxRetransmits: 0 },
  'unordered with retransmits': { ordered: false, maxRetransmits: 65535 },
  'a protocol, grüße': { protocol: 'chat/2 ü' },
  '': { priority: 'high' },
};

const kinds = ['text', 'buffer', 'view', 'blob'] as const;
const sizes = [0, 1, 1000, 65_536];

for (const offerer of ['here', 'Chromium'] satisfies Who[]) {
  test.serial(`every option, offered ${from(offerer)}`, async (t) => {
    const conversation = await Conversation.start(browser);
    const [first, second] = conversation.sides(offerer);
    for (const [label, init] of Object.entries(options)) await first.createChannel(label, init);
    for (const [label, init] of Object.entries(options)) {
      const { priority, ...expected } = { priority: '', ...init };
      const facts = [await first.opened(label), await second.opened(label)];
      t.deepEqual(facts[0], facts[1], `${label}: both sides, ${priority}`);
      t.like(facts[1], { label, negotiated: false, readyState: 'open', ...expected });
      for (const [seed, [sender, receiver]] of [
        [first, second],
        [second, first],
      ].entries()) {
        t.is(await sender!.channel(label).send('text', 20, seed), null);
        t.like(await receiver!.channel(label).received(1), [{ kind: 'text', size: 20 }]);
      }
    }
    t.deepEqual([...(await first.states()).errors, ...(await second.states()).errors], []);
    await conversation.end();
  });

  test.serial(`negotiated by both programs, offered ${from(offerer)}`, async (t) => {
    const conversation = await Conversation.start(browser);
    const [first, second] = conversation.sides(offerer);
    const init = { negotiated: true, id: 42, ordered: false, maxRetransmits: 3 };
    await second.createChannel('here', init);
    await first.createChannel('there', init);
    t.like(await first.opened('there'), { ...init, label: 'there' });
    t.like(await second.opened('here'), { ...init, label: 'here' });
    await first.channel('there').send('view', 10, 1);
    await second.channel('here').send('text', 10, 1);
    t.like(await second.channel('here').received(1), [{ kind: 'bytes', size: 10 }]);
    t.like(await first.channel('there').received(1), [{ kind: 'text', size: 10 }]);
    await conversation.end();
  });

  test.serial(`every kind of message, offered ${from(offerer)}`, async (t) => {
    const conversation = await Conversation.start(browser);
    const [first, second] = conversation.sides(offerer);
    await first.createChannel('x');
    await Promise.all([first.opened('x'), second.opened('x')]);
    for (const [sender, receiver] of [
      [first, second],
      [second, first],
    ] as const) {
      let count = 0;
      for (const received of ['bytes', 'blob'] as const) {
        await receiver.channel('x').setBinaryType(received === 'bytes' ? 'arraybuffer' : 'blob');
        for (const kind of kinds) {
          for (const size of sizes) {
            t.is(await sender.channel('x').send(kind, size, size + 7), null);
            const came = await receiver.channel('x').received((count += 1));
            const sent = await sentMessage(kind, size, size + 7);
            const expected = kind === 'text' ? 'text' : received;
            t.deepEqual(came.at(-1), { ...sent, kind: expected }, `${kind} ${size} ${received}`);
          }
        }
      }
    }
    await conversation.end();
  });

  test.serial(`the largest message, sent ${from(offerer)}`, async (t) => {
    const conversation = await Conversation.start(browser);
    const [sender, receiver] = conversation.sides(offerer);
    await sender.createChannel('x');
    await Promise.all([sender.opened('x'), receiver.opened('x')]);
    const largest = (await sender.states()).maxMessageSize!;
    t.is(largest, 262_144);
    for (const kind of kinds) t.is(await sender.channel('x').send(kind, largest, 5), null, kind);
    const sizesReceived = (await receiver.channel('x').received(4)).map(({ size }) => size);
    t.deepEqual(sizesReceived, [largest, largest, largest, largest]);
    for (const kind of kinds) {
      t.is(await sender.channel('x').send(kind, largest + 1, 5), 'TypeError', kind);
    }
    t.is(await sender.channel('x').send('text', 3, 5), null, 'the channel goes on');
    t.is((await receiver.channel('x').received(5)).at(-1)?.size, 3);
    await conversation.end();
  });
}

function from(who: Who): string {
  return who === 'here' ? 'here' : 'by Chromium';
}
