import { setTimeout as delay } from 'node:timers/promises';

import test from 'ava';
import type { ExecutionContext } from 'ava';

import type { RTCDataChannelInit } from '../../lib/index.js';
import { linkedAgents } from '../helpers/linked-agents.js';
import type { LinkedAgents } from '../helpers/linked-agents.js';
import { negotiateAgents } from '../helpers/network-agent.js';
import type { LinkSettings } from '../helpers/network-link.js';
import { size } from '../helpers/size.js';

const limit = size(60_000, 600_000);

test.serial.beforeEach((t) => t.timeout(2 * limit));

/** Two connected hosts with a link of these settings between them. */
async function call(
  t: ExecutionContext,
  settings: LinkSettings,
  channels: Readonly<Record<string, RTCDataChannelInit>> = {},
): Promise<LinkedAgents> {
  const agents = await linkedAgents(t, settings);
  const { a, b } = agents;
  const all = { reliable: {}, ...channels };
  for (const [label, init] of Object.entries(all)) await a.channel(label, init);
  await negotiateAgents(a, b);
  for (const agent of [a, b]) {
    for (const label of Object.keys(all)) await agent.opened(label);
    await agent.reaches('connected');
  }
  return agents;
}

test.serial('5 % loss, 100 ms each way: each channel keeps its promise', async (t) => {
  const lifetime = 300;
  const { a, b } = await call(
    t,
    { loss: 0.05, delay: 100 },
    {
      unordered: { ordered: false },
      once: { ordered: false, maxRetransmits: 0 },
      timely: { ordered: false, maxPacketLifeTime: lifetime },
    },
  );
  // Slow enough that losses, not the congestion window, decide what arrives.
  const paced = { count: size(300, 3_000), length: 100, interval: 20 };
  await Promise.all([a.send('once', paced, limit), a.send('timely', paced, limit)]);
  const fast = { count: size(150, 3_000), length: 1_000, interval: 0 };
  await Promise.all([a.send('reliable', fast, limit), a.send('unordered', fast, limit)]);
  t.like(await b.reach('reliable', fast.count, limit), { complete: true, damaged: 0 });
  t.like(await b.reach('unordered', fast.count, limit), { duplicates: 0, damaged: 0 });

  const once = await b.received('once');
  t.log(once);
  t.like(once, { duplicates: 0, damaged: 0 });
  t.true(once.count < paced.count, 'nothing was sent twice');
  t.true(once.count > 0.8 * paced.count);

  const timely = await b.received('timely');
  t.log(timely);
  t.like(timely, { duplicates: 0, damaged: 0 });
  t.true(timely.count > 0.8 * paced.count);
  // The last way takes 100 ms; the rest is for the event loops on a busy machine.
  t.true(timely.slowest < lifetime + 100 + 1_000, `${timely.slowest} ms`);
});

test.serial('1 % reordering: order and numbers stay right', async (t) => {
  const { a, b } = await call(
    t,
    { delay: 20, reorder: 0.01 },
    { once: { ordered: false, maxRetransmits: 0 } },
  );
  const paced = { count: size(1_500, 5_000), length: 100, interval: 1 };
  await a.send('once', paced, limit);
  const fast = { count: size(2_000, 50_000), length: 1_000, interval: 0 };
  await a.send('reliable', fast, limit);
  t.like(await b.reach('reliable', fast.count, limit), { complete: true, damaged: 0 });
  const once = await b.received('once');
  t.log(once);
  t.like(once, { ordered: false, duplicates: 0, damaged: 0 });
  t.true(once.count > 0.9 * paced.count);
});

test.serial('20 % loss for a while: the connection stays, nothing is missing', async (t) => {
  const { a, b, link } = await call(t, { delay: 10 });
  const count = size(1_500, 6_000);
  const sent = a.send('reliable', { count, length: 500, interval: 2 }, limit);
  await b.reach('reliable', 100);
  await link.set({ loss: 0.2 });
  await delay(size(4_000, 10_000));
  await link.set({ loss: 0 });
  await sent;
  t.like(await b.reach('reliable', count, limit), { complete: true, damaged: 0 });
  t.is(await a.state(), 'connected');
});

test.serial('silence for a few seconds: disconnected, then connected by itself', async (t) => {
  const { a, b, link } = await call(t, { delay: 10 });
  const sent = a.send('reliable', { count: 500, length: 500, interval: 2 }, limit);
  await b.reach('reliable', 100);
  const started = performance.now();
  await link.set({ loss: 1 });
  await Promise.all([a.reaches('disconnected'), b.reaches('disconnected')]);
  t.true(performance.now() - started > 2_000);
  await link.set({ loss: 0 });
  await Promise.all([a.reaches('connected'), b.reaches('connected')]);
  await sent;
  t.like(await b.reach('reliable', 500), { complete: true, damaged: 0 });
});

test.serial('silence for long: failed until ICE restarts, nothing is missing', async (t) => {
  const { a, b, link } = await call(t, { delay: 10 });
  const sent = a.send('reliable', { count: 500, length: 500, interval: 2 }, limit);
  await b.reach('reliable', 100);
  const silence = delay(size(0, 30_000));
  await link.set({ loss: 1 });
  // Consent to send expires after 30 s at the latest (RFC 7675, section 5.1).
  await Promise.all([a.reaches('failed', 30_000), b.reaches('failed', 30_000)]);
  t.deepEqual(a.states, ['connecting', 'connected', 'disconnected', 'failed']);
  await silence;
  await link.set({ loss: 0 });
  await a.restartIce();
  await negotiateAgents(a, b);
  await Promise.all([a.reaches('connected'), b.reaches('connected')]);
  await sent;
  t.like(await b.reach('reliable', 500), { complete: true, damaged: 0 });
});

test.serial('512 kbit/s: everything arrives, and the link is used', async (t) => {
  const rate = 512_000;
  const { a, b } = await call(t, { delay: 20, rate });
  const [count, length] = [size(250, 4_000), 1_000];
  const started = performance.now();
  await a.send('reliable', { count, length, interval: 0 }, limit);
  t.like(await b.reach('reliable', count, limit), { complete: true, damaged: 0 });
  const seconds = (performance.now() - started) / 1_000;
  const least = (count * length * 8) / rate;
  t.log({ seconds, least });
  t.true(seconds > least);
  // Slow start overruns the queue of the link once, which takes seconds to mend.
  t.true(seconds < 2 * least + 5, `${seconds} s, ${least} s at the full rate`);
});
