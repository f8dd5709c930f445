import { join } from 'node:path';

import test from 'ava';
import type { ExecutionContext } from 'ava';

import { PeerProcess } from '../helpers/peer-process.js';
import { debianPython } from '../helpers/peer-session.js';
import { size, staysBelow } from '../helpers/size.js';
import { introduce, memoryOf, ping, reportOf, startEndpoint } from './helpers/endpoint.js';

test.serial.beforeEach((t) => {
  t.timeout(size(180_000, 1_200_000));
});

/** The sources: Python is not copied to the compiled tests. */
const program = join(__dirname, '../../../test/hostile/programs/hostile_peer.py');

/** MiB that an attack may leave behind, or take while it runs. */
const growth = 40;

interface Attack {
  /** A method of the program's class `Attack`. */
  readonly name: string;
  readonly count: number;
  /** Connections to try it on, where one soon ends it. */
  readonly rounds?: number;
}

async function connect(t: ExecutionContext) {
  const endpoint = startEndpoint();
  const peer = new PeerProcess([debianPython, program]);
  t.teardown(() => Promise.all([endpoint.stop(), peer.stop()]));
  introduce(endpoint, peer);
  endpoint.send({ type: 'start', role: 'offer' });
  const { pid } = await endpoint.next('open', 30_000);
  await ping(endpoint);
  return { endpoint, peer, pid: pid as number };
}

function start(t: ExecutionContext, peer: PeerProcess, { name, count }: Attack): void {
  const seed = Math.floor(Math.random() * 2 ** 31);
  t.log(`seed ${seed}`);
  peer.send({ type: 'attack', attack: { name, count, seed } });
}

const attacks: Attack[] = [
  { name: 'junk_below_dtls', count: size(4000, 100_000) },
  { name: 'broken_chunks', count: size(4000, 100_000) },
  { name: 'plausible_chunks', count: 4000, rounds: size(5, 100) },
  { name: 'unfinished_messages', count: size(15_000, 200_000) },
  { name: 'many_channels', count: size(1500, 20_000) },
];

for (const attack of attacks) {
  test.serial(`a hostile peer: ${attack.name}`, async (t) => {
    for (let round = 0; round < (attack.rounds ?? 1); round += 1) {
      const { endpoint, peer } = await connect(t);
      const before = await reportOf(endpoint);
      start(t, peer, attack);
      const { packets } = await peer.next('attacked', 600_000);
      const after = await reportOf(endpoint);
      const { connectionState, channelState, channels } = after;
      const grown = after.memory - before.memory;
      const facts = [connectionState, channelState, `${channels} channels`];
      t.log(`${facts.join(', ')}, ${grown.toFixed(1)} MiB more`);
      t.true(['connected', 'disconnected', 'failed', 'closed'].includes(connectionState));
      t.true(['open', 'closing', 'closed'].includes(channelState));
      if (channelState === 'open') t.is(packets, attack.count);
      t.true(staysBelow(grown, growth));
      await endpoint.stop();
      await peer.stop();
    }
  });
}

test.serial('a hostile peer: one that ignores the window waits all the same', async (t) => {
  const { endpoint, peer, pid } = await connect(t);
  const before = await reportOf(endpoint);
  endpoint.send({ type: 'stop reading', time: size(5_000, 60_000) });
  const count = size(2000, 40_000);
  start(t, peer, { name: 'ignore_window', count });
  let peak = 0;
  const sampler = setInterval(() => {
    peak = Math.max(peak, memoryOf(pid));
  }, 50);
  try {
    await endpoint.next('reading', 120_000);
    const whileStopped = peak - before.memory;
    t.log(`${whileStopped.toFixed(1)} MiB more while nobody read`);
    t.true(staysBelow(whileStopped, growth));
    let after = await reportOf(endpoint, 60_000);
    while (after.messages < count && after.channelState === 'open') {
      after = await reportOf(endpoint, 60_000);
    }
    t.is(after.messages, count);
    t.is(after.disorder, 0);
  } finally {
    clearInterval(sampler);
  }
});
