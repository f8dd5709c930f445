import test from 'ava';

import { RTCPeerConnection } from '../../lib/index.js';
import type { RTCDataChannel } from '../../lib/index.js';
import type { PeerProcess } from '../helpers/peer-process.js';
import { opened } from '../helpers/pair.js';
import { thrown } from '../helpers/failure.js';
import { size, soak, staysBelow } from '../helpers/size.js';
import { next, within } from '../helpers/wait.js';
import { memoryOf, offerTo, reportOf, startEndpoint } from './helpers/endpoint.js';

test.serial.beforeEach((t) => {
  t.timeout(size(120_000, 1_800_000));
});

const MB = 1_000_000;
/**
 * MiB above what an idle connection takes: 8 and a message that the gate lets
 * wait, as much again while it is handed on, and what the heap does not return.
 */
const bound = 40;

interface Flow {
  readonly endpoint: PeerProcess;
  readonly connection: RTCPeerConnection;
  readonly channel: RTCDataChannel;
  readonly pid: number;
  readonly close: () => Promise<void>;
}

async function connect(rate?: number): Promise<Flow> {
  const endpoint = startEndpoint();
  const connection = new RTCPeerConnection();
  const channel = connection.createDataChannel('flow');
  endpoint.send({ type: 'start', role: 'answer', ...(rate === undefined ? {} : { rate }) });
  await offerTo(connection, endpoint);
  await opened(channel);
  const { pid } = await endpoint.next('open');
  const close = async () => {
    connection.close();
    await endpoint.stop();
  };
  return { endpoint, connection, channel, pid: pid as number, close };
}

/** Sends numbered messages as fast as the channel takes them. */
async function pour(channel: RTCDataChannel, count: number, bytes: number): Promise<void> {
  const message = new Uint8Array(bytes);
  const number = new DataView(message.buffer);
  channel.bufferedAmountLowThreshold = 4 * MB;
  for (let sent = 0; sent < count; sent += 1) {
    if (channel.bufferedAmount > 8 * MB) {
      await within(
        new Promise((resolve) => {
          channel.addEventListener('bufferedamountlow', resolve, { once: true });
        }),
        'bufferedamountlow',
        60_000,
      );
    }
    number.setUint32(0, sent, true);
    channel.send(message);
  }
}

const flows: [string, { total: number; bytes: number; rate: number }][] = [
  ['16 KiB', { total: size(100, 2000) * MB, bytes: 16384, rate: size(20, 5) * MB }],
  ['256 KiB', { total: size(40, 500) * MB, bytes: 262144, rate: 20 * MB }],
  ['1 KiB', { total: size(8, 200) * MB, bytes: 1024, rate: 20 * MB }],
  ['10 bytes', { total: size(0.5, 5) * MB, bytes: 10, rate: 20 * MB }],
];

for (const [what, { total, bytes, rate }] of flows) {
  test.serial(`messages of ${what} wait at the peer while JavaScript is slow`, async (t) => {
    const { endpoint, channel, close } = await connect(rate);
    t.teardown(close);
    const before = await reportOf(endpoint);
    const count = Math.floor(total / bytes);
    await pour(channel, count, bytes);
    let after = await reportOf(endpoint, 60_000);
    while (after.messages < count) after = await reportOf(endpoint, 60_000);
    t.is(after.messages, count);
    t.is(after.disorder, 0);
    const grown = Math.max(after.peak, after.memory) - before.memory;
    t.log(`${(count * bytes) / MB} MB, memory at most ${grown.toFixed(1)} MiB above idle`);
    t.true(staysBelow(grown, bound), `${grown} MiB`);
  });
}

test.serial('send fails at 16 MiB when nobody reads, and what was taken arrives', async (t) => {
  const { endpoint, channel, pid, close } = await connect();
  t.teardown(close);
  const before = await reportOf(endpoint);
  endpoint.send({ type: 'stop reading', time: soak ? 60_000 : 4_000 });
  const message = new Uint8Array(65536);
  const number = new DataView(message.buffer);
  let sent = 0;
  let peak = 0;
  let silent = false;
  channel.bufferedAmountLowThreshold = 15 * 1024 * 1024;
  const woken = endpoint.next('reading', 120_000).then(() => {
    silent = true;
  });
  // What the peer and the network take at first makes room again.
  let error: Error | null = null;
  while (!silent) {
    for (;;) {
      number.setUint32(0, sent, true);
      const buffered = channel.bufferedAmount;
      try {
        channel.send(message);
        sent += 1;
      } catch (reason) {
        error = reason as Error;
        t.true(buffered + message.length > 16 * 1024 * 1024, `refused at ${buffered}`);
        break;
      }
    }
    peak = Math.max(peak, memoryOf(pid));
    await Promise.race([woken, next(channel, 'bufferedamountlow').catch(() => undefined)]);
  }
  t.is(error?.name, 'OperationError');
  t.true(staysBelow(peak - before.memory, bound), `${peak - before.memory} MiB`);
  let after = await reportOf(endpoint, 60_000);
  while (after.messages < sent) after = await reportOf(endpoint, 60_000);
  t.is(after.messages, sent);
  t.is(after.disorder, 0);
  t.is(channel.readyState, 'open');
  channel.send('still open');
  t.is(thrown(() => channel.send(new Uint8Array(17 * 1024 * 1024))).name, 'TypeError');
});
