import { join } from 'node:path';

import test from 'ava';
import type { ExecutionContext } from 'ava';

import { PeerProcess } from '../helpers/peer-process.js';
import { debianPython } from '../helpers/peer-session.js';
import { size, staysBelow } from '../helpers/size.js';
import { introduce, ping, reportOf, startEndpoint } from './helpers/endpoint.js';

test.serial.beforeEach((t) => {
  t.timeout(size(180_000, 1_200_000));
});

/** The sources: Python is not copied to the compiled tests. */
const program = join(__dirname, '../../../test/hostile/programs/hostile_media_peer.py');

/** MiB that an attack may leave behind, or take while it runs: decoders and their frames too. */
const growth = 100;
const count = size(3000, 100_000);

async function connect(t: ExecutionContext) {
  const endpoint = startEndpoint();
  const peer = new PeerProcess([debianPython, program]);
  t.teardown(() => Promise.all([endpoint.stop(), peer.stop()]));
  introduce(endpoint, peer);
  endpoint.send({ type: 'start', role: 'offer', media: true });
  await endpoint.next('open', 30_000);
  await ping(endpoint);
  return { endpoint, peer };
}

for (const name of [
  'broken_headers',
  'odd_extensions',
  'garbage_payloads',
  'one_codec_at_a_time',
  'garbage_frames',
  'odd_rtcp',
  'everything',
]) {
  test.serial(`a hostile peer inside SRTP: ${name}`, async (t) => {
    const { endpoint, peer } = await connect(t);
    const before = await reportOf(endpoint);
    const seed = Math.floor(Math.random() * 2 ** 31);
    t.log(`seed ${seed}`);
    peer.send({ type: 'attack', attack: { name, count, seed } });
    const { packets } = await peer.next('attacked', 600_000);
    t.is(packets, count);
    await ping(endpoint);
    const after = await reportOf(endpoint);
    t.log(
      `${after.packets} packets, ${after.frames} frames, ${(after.memory - before.memory).toFixed(1)} MiB more`,
    );
    t.is(after.connectionState, 'connected');
    t.is(after.channelState, 'open');
    if (name !== 'odd_rtcp') t.true(after.packets > 0);
    if (name === 'garbage_frames') t.true(after.frames > 0);
    t.true(staysBelow(after.memory - before.memory, growth));
  });
}
