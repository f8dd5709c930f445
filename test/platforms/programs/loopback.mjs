/** Text and 4 MiB of binary messages through a data channel and back. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

import { connected } from './connected.mjs';

const count = 64;
const bytes = 64 * 1024;

const { a, b, near, far } = await connected();
far.onmessage = ({ data }) => far.send(data);
const hashes = [createHash('sha256'), createHash('sha256')];
const done = new Promise((resolve) => {
  let received = 0;
  near.onmessage = ({ data }) => {
    if (typeof data === 'string') return resolve(data);
    hashes[1].update(new Uint8Array(data));
    received += 1;
    if (received === count) near.send('all \u{1f600}');
  };
});
for (let index = 0; index < count; index += 1) {
  const message = new Uint8Array(bytes).fill(index);
  hashes[0].update(message);
  near.send(message);
}
assert.equal(await done, 'all \u{1f600}');
assert.equal(hashes[0].digest('hex'), hashes[1].digest('hex'));
const stats = [...(await a.getStats()).values()];
assert.equal(stats.find(({ type }) => type === 'data-channel').messagesReceived, count + 1);
a.close();
b.close();
console.log('ok');
