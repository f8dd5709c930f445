import test from 'ava';

import type { RTCDataChannel, RTCPeerConnection } from '../../lib/index.js';
import { connectPair, opened } from '../helpers/pair.js';
import { messages, next } from '../helpers/wait.js';

async function packetsSent(connection: RTCPeerConnection): Promise<number> {
  const stats = [...(await connection.getStats()).values()];
  const [transport] = stats.filter((found) => found.type === 'transport');
  return (transport as unknown as { packetsSent: number }).packetsSent;
}

/** Numbered, so that order and loss are seen. */
function sendNumbers(channel: RTCDataChannel, count: number, length: number): string[] {
  const texts = Array.from({ length: count }, (_, i) => String(i).padEnd(length, '.'));
  for (const text of texts) channel.send(text);
  return texts;
}

test('small messages of one turn share packets', async (t) => {
  const { offerer, local, remote, close } = await connectPair();
  t.teardown(close);
  const before = await packetsSent(offerer);
  const received = messages(remote, 1_000);
  const texts = sendNumbers(local, 1_000, 64);
  t.deepEqual(await received, texts);
  t.true((await packetsSent(offerer)) - before < 300);
});

test('small messages and large ones keep their order', async (t) => {
  const { local, remote, close } = await connectPair();
  t.teardown(close);
  const texts = Array.from({ length: 200 }, (_, i) => String(i).padEnd((i % 7) * 190 + 3, '.'));
  const received = messages(remote, texts.length);
  for (const text of texts) local.send(text);
  t.deepEqual(await received, texts);
});

test('more small messages than the transport takes at once arrive, in order', async (t) => {
  const { local, remote, close } = await connectPair();
  t.teardown(close);
  const received = messages(remote, 20_000);
  const texts = sendNumbers(local, 20_000, 500);
  t.deepEqual(await received, texts);
  t.is(local.bufferedAmount, 0);
});

test('small messages before close() arrive', async (t) => {
  const { local, remote, close } = await connectPair();
  t.teardown(close);
  const received = messages(remote, 5_000);
  const closed = next(remote, 'close');
  const texts = sendNumbers(local, 5_000, 400);
  local.close();
  t.deepEqual(await received, texts);
  await closed;
});

test('messages of two channels and options keep their order in each', async (t) => {
  const { offerer, answerer, local, remote, close } = await connectPair();
  t.teardown(close);
  const init = { negotiated: true, id: 700, maxRetransmits: 10 };
  const [other, otherRemote] = [offerer, answerer].map((connection) =>
    connection.createDataChannel('other', init),
  ) as [RTCDataChannel, RTCDataChannel];
  await opened(other);
  const received = Promise.all([messages(remote, 500), messages(otherRemote, 500)]);
  const texts = Array.from({ length: 500 }, (_, i) => `message ${i}`);
  for (const text of texts) {
    local.send(text);
    other.send(text);
  }
  t.deepEqual(await received, [texts, texts]);
});
