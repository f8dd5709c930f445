/** Who closes what between this package and Chromium, and what the other side sees. */
import test from 'ava';

import { launchChromium } from '../../helpers/chromium-browser.js';
import type { Browser } from '../../helpers/chromium-browser.js';
import { Conversation } from '../../helpers/chromium-conversation.js';
import type { Peer, Who } from '../../helpers/chromium-conversation.js';
import { size } from '../../helpers/size.js';

let browser: Browser;
test.before(async () => {
  browser = await launchChromium({ mdns: true });
});
test.after.always(() => browser.close());

const closed = { events: ['open', 'close'], readyState: 'closed' };

async function opened(offerer: Who): Promise<[Peer, Peer, Conversation]> {
  const conversation = await Conversation.start(browser);
  const [first, second] = conversation.sides(offerer);
  await first.createChannel('x');
  await Promise.all([first.opened('x'), second.opened('x')]);
  return [first, second, conversation];
}

for (const offerer of ['here', 'Chromium'] satisfies Who[]) {
  const name = offerer === 'here' ? 'offered here' : 'offered by Chromium';

  for (const closer of ['first', 'second'] as const) {
    test.serial(
      `a channel is closed by its ${closer} side after many messages, ${name}`,
      async (t) => {
        const [first, second, conversation] = await opened(offerer);
        const [closing, other] = closer === 'first' ? [first, second] : [second, first];
        for (let seed = 0; seed < 50; seed += 1) {
          await closing.channel('x').send('buffer', 60_000, seed);
        }
        await closing.channel('x').close();
        t.is((await other.channel('x').received(50)).length, 50);
        t.deepEqual(await closing.channel('x').closed(), closed);
        t.deepEqual(await other.channel('x').closed(), closed);
        t.is(await other.channel('x').send('text', 1, 1), 'InvalidStateError');
        await first.createChannel('y');
        t.like(await second.opened('y'), { label: 'y', readyState: 'open' });
        await conversation.end();
      },
    );
  }

  test.serial(`channels are closed while their messages are on the way, ${name}`, async (t) => {
    t.timeout(300_000);
    const conversation = await Conversation.start(browser);
    const [first, second] = conversation.sides(offerer);
    for (let round = 0; round < size(5, 50); round += 1) {
      const label = `x${round}`;
      await first.createChannel(label);
      await Promise.all([first.opened(label), second.opened(label)]);
      const [closing, other] = round % 4 === 3 ? [second, first] : [first, second];
      await closing.channel(label).sendAndClose('buffer', 60_000, 50);
      t.is((await other.channel(label).received(50)).length, 50);
      t.deepEqual(await closing.channel(label).closed(), closed);
      t.deepEqual(await other.channel(label).closed(), closed);
    }
    await conversation.end();
  });

  test.serial(`a channel is closed by both sides at once, ${name}`, async (t) => {
    const [first, second, conversation] = await opened(offerer);
    await Promise.all([first.channel('x').close(), second.channel('x').close()]);
    t.deepEqual(await first.channel('x').closed(), closed);
    t.deepEqual(await second.channel('x').closed(), closed);
    await first.createChannel('x');
    t.like(await first.opened('x'), { id: (await second.opened('x')).id });
    await conversation.end();
  });

  test.serial(`the connection is closed by the offerer, ${name}`, async (t) => {
    const [first, second, conversation] = await opened(offerer);
    await first.close();
    const { events, readyState } = await second.channel('x').closed();
    t.deepEqual(events, ['open', 'OperationError', 'close']);
    t.is(readyState, 'closed');
    await conversation.end();
  });

  test.serial(`the connection is closed by the answerer, ${name}`, async (t) => {
    const [first, second, conversation] = await opened(offerer);
    await second.close();
    const { events, readyState } = await first.channel('x').closed();
    t.deepEqual(events, ['open', 'OperationError', 'close']);
    t.is(readyState, 'closed');
    await conversation.end();
  });
}
