import test from 'ava';
import type { ExecutionContext } from 'ava';

import type { PeerProcess } from '../helpers/peer-process.js';
import { size, staysBelow } from '../helpers/size.js';
import { Attacker } from './helpers/attacker.js';
import type { Side } from './helpers/attacker.js';
import { ping, reportOf, startEndpoint } from './helpers/endpoint.js';
import { Random, kinds } from './helpers/packets.js';

test.serial.beforeEach((t) => {
  t.timeout(size(120_000, 600_000));
});

/** MiB that an attack may leave behind: heaps do not return all that they took. */
const growth = 16;
const packets = size(2000, 50_000);

interface Attacked {
  readonly endpoint: PeerProcess;
  readonly sides: readonly [Side, Side];
  readonly attacker: Attacker;
}

/** An open connection, both its ends in one process, and somebody who knows its ports. */
async function open(t: ExecutionContext, media = false): Promise<Attacked> {
  const endpoint = startEndpoint();
  t.teardown(() => endpoint.stop());
  endpoint.send({ type: 'start', role: 'pair', media });
  const { sides } = await endpoint.next('open');
  const attacker = await Attacker.open();
  t.teardown(() => {
    attacker.close();
  });
  await ping(endpoint);
  return { endpoint, sides: sides as [Side, Side], attacker };
}

async function attack(
  { sides, attacker }: Attacked,
  make: (typeof kinds)[keyof typeof kinds],
  count: number,
  seed: number,
): Promise<void> {
  const random = new Random(seed);
  for (let sent = 0; sent < count; sent += 1) {
    const at = random.below(2);
    const { places, ufrag, password } = sides[at]!;
    const username = `${ufrag}:${sides[1 - at]!.ufrag}`;
    await attacker.send(make(random, { username, password }), random.pick(places));
  }
}

const withPassword = new Set(['odd STUN with the right password', 'STUN that changes roles']);

for (const media of [false, true]) {
  const what = media ? 'a call' : 'an open connection';
  test.serial(`nothing that a stranger sends touches ${what}`, (t) => attackAll(t, media));
}

async function attackAll(t: ExecutionContext, media: boolean): Promise<void> {
  const attacked = await open(t, media);
  const { endpoint } = attacked;
  const seed = Math.floor(Math.random() * 2 ** 31);
  t.log(`seed ${seed}`);
  const names = (Object.keys(kinds) as (keyof typeof kinds)[]).filter((k) => !withPassword.has(k));
  for (const name of names) await attack(attacked, kinds[name], packets / 10, seed);
  const before = await reportOf(endpoint);
  for (const name of names) {
    await attack(attacked, kinds[name], packets, seed + 1);
    await ping(endpoint);
    const { connectionState, channelState } = await reportOf(endpoint);
    t.is(connectionState, 'connected', name);
    t.is(channelState, 'open', name);
  }
  const after = await reportOf(endpoint);
  t.log(`${(after.memory - before.memory).toFixed(1)} MiB more`);
  t.true(staysBelow(after.memory - before.memory, growth));
}

test.serial('somebody who knows the ICE password can end a connection, no more', async (t) => {
  const attacked = await open(t);
  const { endpoint } = attacked;
  const seed = Math.floor(Math.random() * 2 ** 31);
  t.log(`seed ${seed}`);
  const before = await reportOf(endpoint);
  for (const name of withPassword) {
    await attack(attacked, kinds[name as keyof typeof kinds], packets, seed);
  }
  const after = await reportOf(endpoint);
  t.true(attacked.attacker.answered > 0, 'no check was answered');
  t.log(
    `${after.connectionState}, ${attacked.attacker.answered} answers, ${(after.memory - before.memory).toFixed(1)} MiB more`,
  );
  t.true(['connected', 'disconnected', 'failed'].includes(after.connectionState));
  t.true(staysBelow(after.memory - before.memory, growth));
});

test.serial(
  'a flood of up to 50,000 packets a second ends with the connection as it was',
  async (t) => {
    const attacked = await open(t);
    const { endpoint, sides, attacker } = attacked;
    const random = new Random(1);
    const junk = Object.values(kinds).map((make) =>
      make(random, { username: `${sides[0].ufrag}:x`, password: 'x' }),
    );
    const small = junk.filter(({ length }) => length < 1300);
    const places = sides.flatMap((side) => side.places);
    const before = await reportOf(endpoint);

    const rate = 50_000;
    const seconds = size(4, 60);
    const started = performance.now();
    let sent = 0;
    // Bursts of 50: so many may be on their way at once, and the clock sets how many are due.
    while (sent < rate * seconds) {
      const due = Math.min(rate * seconds, ((performance.now() - started) / 1000) * rate);
      const burst = Math.min(50, Math.floor(due - sent));
      if (burst <= 0) await new Promise((resolve) => setImmediate(resolve));
      const all = Array.from({ length: Math.max(0, burst) }, (_, index) =>
        attacker.send(
          small[(sent + index) % small.length]!,
          places[(sent + index) % places.length]!,
        ),
      );
      await Promise.all(all);
      sent += Math.max(0, burst);
    }
    const took = (performance.now() - started) / 1000;
    t.log(
      `${Math.round(sent / took)} packets/s for ${took.toFixed(1)} s, ${attacker.refused} refused`,
    );

    await ping(endpoint, 30_000);
    const after = await reportOf(endpoint);
    t.log(`${(after.memory - before.memory).toFixed(1)} MiB more`);
    t.is(after.connectionState, 'connected');
    t.is(after.channelState, 'open');
    t.true(staysBelow(after.memory - before.memory, growth));
  },
);
