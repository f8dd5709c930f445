import test from 'ava';

import { makePair, negotiate } from '../helpers/pair.js';
import { record } from '../helpers/record.js';
import { messages, next, within } from '../helpers/wait.js';
import { size } from '../helpers/size.js';

for (let round = 1; round <= size(5, 50); round += 1) {
  test(`what is sent in the listener of datachannel arrives, round ${round}`, async (t) => {
    const { offerer, answerer, close } = makePair();
    const channel = offerer.createDataChannel('x');
    const received = messages(channel, 2);
    const closed = next(channel, 'close');
    answerer.ondatachannel = ({ channel: remote }) => {
      remote.send('first');
      remote.send(new Uint8Array([1, 2]));
      remote.close();
    };
    await negotiate(offerer, answerer);
    t.deepEqual(await received, ['first', new Uint8Array([1, 2]).buffer]);
    await closed;
    close();
  });
}

test('a channel that ends abruptly is never closing', async (t) => {
  const { offerer, answerer } = makePair();
  const channel = offerer.createDataChannel('x');
  const events = record(channel, ['closing', 'error', 'close']);
  const closed = new Promise((resolve) => channel.addEventListener('close', resolve));
  answerer.ondatachannel = () => answerer.close();
  await negotiate(offerer, answerer);
  await within(closed, 'close');
  t.deepEqual(events, ['error', 'close']);
  offerer.close();
});
