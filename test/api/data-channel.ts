import { Blob } from 'node:buffer';

import test from 'ava';

import type { RTCDataChannel, RTCDataChannelInit, RTCErrorEvent } from '../../lib/index.js';
import { thrown } from '../helpers/failure.js';
import { connectPair, makePair, negotiate, opened } from '../helpers/pair.js';
import { record } from '../helpers/record.js';
import { messages, next, until, within } from '../helpers/wait.js';

async function connect(init: RTCDataChannelInit, label = 'label') {
  const pair = makePair();
  const local = pair.offerer.createDataChannel(label, init);
  const announced = init.negotiated
    ? Promise.resolve(pair.answerer.createDataChannel(label, init))
    : next<Event & { channel: RTCDataChannel }>(pair.answerer, 'datachannel').then(
        ({ channel }) => channel,
      );
  await negotiate(pair.offerer, pair.answerer);
  const remote = await within(announced, 'remote channel');
  await within(Promise.all([opened(local), opened(remote)]), 'open');
  return { ...pair, local, remote };
}

const inits: RTCDataChannelInit[] = [
  {},
  { ordered: false },
  { maxRetransmits: 0 },
  { maxRetransmits: 5, ordered: false },
  { maxPacketLifeTime: 500 },
  { protocol: 'chat', priority: 'high' },
  { negotiated: true, id: 4 },
  { negotiated: true, id: 0, ordered: false, maxRetransmits: 1 },
];

for (const init of inits) {
  test(`channel of ${JSON.stringify(init)}`, async (t) => {
    const { local, remote, close } = await connect(init, 'läbel 😀');
    t.teardown(close);
    for (const channel of [local, remote]) {
      t.like(channel, {
        label: 'läbel 😀',
        ordered: init.ordered ?? true,
        maxRetransmits: init.maxRetransmits ?? null,
        maxPacketLifeTime: init.maxPacketLifeTime ?? null,
        protocol: init.protocol ?? '',
        negotiated: init.negotiated ?? false,
        priority: init.priority ?? 'low',
        readyState: 'open',
      });
    }
    t.is(local.id, remote.id);
    if (init.negotiated) t.is(local.id, init.id!);
    else t.is(typeof local.id, 'number');
    const received = messages(remote, 1);
    local.send('there');
    t.deepEqual(await received, ['there']);
    const answered = messages(local, 1);
    remote.send('and back');
    t.deepEqual(await answered, ['and back']);
  });
}

const bytes = Uint8Array.from({ length: 16 }, (_, index) => index);
const payloads: [string, string | Blob | ArrayBuffer | ArrayBufferView, string | Uint8Array][] = [
  ['a string', 'text', 'text'],
  ['an empty string', '', ''],
  ['letters of all lengths', 'aé€😀\u0000z', 'aé€😀\u0000z'],
  ['a lone surrogate', 'a\ud800z', 'a\ufffdz'],
  ['an ArrayBuffer', bytes.buffer, bytes],
  ['an empty ArrayBuffer', new ArrayBuffer(0), new Uint8Array()],
  ['a Uint8Array', bytes, bytes],
  ['a part of one', bytes.subarray(3, 7), bytes.slice(3, 7)],
  ['a Uint16Array', new Uint16Array(bytes.buffer, 2, 3), bytes.slice(2, 8)],
  ['a Float64Array', new Float64Array(bytes.buffer, 8), bytes.slice(8)],
  ['a BigInt64Array', new BigInt64Array(bytes.buffer), bytes],
  ['a DataView', new DataView(bytes.buffer, 5, 2), bytes.slice(5, 7)],
  ['a Buffer', Buffer.from('pooled'), new Uint8Array(Buffer.from('pooled'))],
  ['a Blob', new Blob(['bl', 'ob']), new Uint8Array(Buffer.from('blob'))],
  ['an empty Blob', new Blob([]), new Uint8Array()],
];

test('data of every kind arrives, in order, as text or as bytes', async (t) => {
  const { local, remote, close } = await connectPair();
  t.teardown(close);
  const received = messages(remote, payloads.length);
  for (const [, data] of payloads) local.send(data);
  const seen = await received;
  payloads.forEach(([what, , expected], index) => {
    const data = seen[index];
    t.deepEqual(data instanceof ArrayBuffer ? new Uint8Array(data) : data, expected, what);
  });
});

test('binary messages come as Blobs when asked for', async (t) => {
  const { local, remote, close } = await connectPair();
  t.teardown(close);
  remote.binaryType = 'blob';
  const received = messages(remote, 2);
  local.send(bytes);
  local.send('text');
  const [blob, text] = await received;
  t.true(blob instanceof Blob);
  t.deepEqual(new Uint8Array(await (blob as Blob).arrayBuffer()), bytes);
  t.is(text, 'text');
});

test('a message event is a MessageEvent', async (t) => {
  const { local, remote, close } = await connectPair();
  t.teardown(close);
  const received = next(remote, 'message');
  local.send('x');
  const event = await received;
  t.true(event instanceof MessageEvent);
  t.like(event, { type: 'message', data: 'x', origin: '', bubbles: false, cancelable: false });
});

test('ids are even at one side and odd at the other, and unknown at first', async (t) => {
  const { offerer, answerer, close } = makePair();
  t.teardown(close);
  const early = offerer.createDataChannel('early');
  t.is(early.id, null);
  await negotiate(offerer, answerer);
  await within(opened(early), 'open');
  const channels = [offerer, answerer].map((connection) => connection.createDataChannel('late'));
  await within(Promise.all(channels.map(opened)), 'open');
  const [a, b] = channels.map(({ id }) => id!);
  t.is((a! + b!) % 2, 1);
  t.is(a! % 2, early.id! % 2);
});

test('closing: closing and close there, close here', async (t) => {
  const { local, remote, close } = await connectPair();
  t.teardown(close);
  const types = ['closing', 'close', 'error'];
  const here = record(local, types);
  const there = record(remote, types, ({ type }) => `${type} ${remote.readyState}`);
  const done = Promise.all([next(local, 'close'), next(remote, 'close')]);
  local.close();
  t.is(local.readyState, 'closing');
  await done;
  t.deepEqual(here, ['close']);
  t.deepEqual(there, ['closing closing', 'close closed']);
  t.is(local.readyState, 'closed');
});

// dcSCTP drops the messages that it has queued when their stream is reset.
test('what was sent before closing arrives', async (t) => {
  const { local, remote, close } = await connectPair();
  t.teardown(close);
  const seen: ArrayBuffer[] = [];
  remote.onmessage = ({ data }) => seen.push(data as ArrayBuffer);
  const closed = next(remote, 'close');
  for (let i = 0; i < 50; i += 1) local.send(new Uint8Array(10_000));
  local.send(new Blob(['last']));
  local.close();
  await closed;
  t.is(seen.length, 51);
  t.is(seen.at(-1)?.byteLength, 4);
});

test('closing the connection: an error and close there, close here', async (t) => {
  const { offerer, local, remote, close } = await connectPair();
  t.teardown(close);
  const there = record(remote, ['error', 'close']);
  const failed = next<RTCErrorEvent>(remote, 'error');
  const done = Promise.all([next(local, 'close'), next(remote, 'close')]);
  offerer.close();
  t.is(local.readyState, 'closed');
  const { error } = await failed;
  await done;
  t.is(error.name, 'OperationError');
  t.is(error.errorDetail, 'sctp-failure');
  t.deepEqual(there, ['error', 'close']);
});

test('after closing, attributes stay and send throws', async (t) => {
  const { local, close } = await connectPair();
  t.teardown(close);
  const { id } = local;
  const closed = next(local, 'close');
  local.close();
  await closed;
  t.like(local, { id, label: 'test', readyState: 'closed', bufferedAmount: 0 });
  t.is(thrown(() => local.send('x')).name, 'InvalidStateError');
  t.notThrows(() => {
    local.close();
  });
});

test('bufferedAmount counts what was accepted until it has gone', async (t) => {
  const { local, remote, close } = await connectPair();
  t.teardown(close);
  const sizes: number[] = [];
  local.onbufferedamountlow = () => sizes.push(local.bufferedAmount);
  local.bufferedAmountLowThreshold = 1000;
  const received = messages(remote, 101);
  local.send('é');
  t.is(local.bufferedAmount, 2);
  for (let i = 0; i < 100; i += 1) local.send(new ArrayBuffer(10_000));
  t.is(local.bufferedAmount, 1_000_002);
  await received;
  await until(local, 'bufferedamountlow', () => local.bufferedAmount <= 1000);
  t.is(sizes.length, 1);
  t.true(sizes[0]! <= 1000);
});

test('a full send buffer throws, what was accepted arrives', async (t) => {
  const { local, remote, close } = await connectPair();
  t.teardown(close);
  const chunk = new Uint8Array(200_000);
  let accepted = 0;
  let last: Error | undefined;
  let received = 0;
  const drained = new Promise<void>((resolve) => {
    remote.onmessage = () => {
      received += 1;
      if (last !== undefined && received === accepted) resolve();
    };
  });
  while (last === undefined) {
    new DataView(chunk.buffer).setUint32(0, accepted);
    try {
      local.send(chunk);
      accepted += 1;
    } catch (error) {
      last = error as Error;
    }
  }
  t.is(last.name, 'OperationError');
  t.is(accepted, Math.floor((16 * 1024 * 1024) / chunk.length));
  t.is(local.readyState, 'open');
  await within(drained, `${String(accepted)} messages`, 30_000);
  t.is(received, accepted);
});

test('a message as large as the peer takes, and one byte more', async (t) => {
  const { offerer, local, remote, close } = await connectPair();
  t.teardown(close);
  const largest = offerer.sctp!.maxMessageSize;
  t.true(largest >= 65536);
  t.is(thrown(() => local.send(new ArrayBuffer(largest + 1))).name, 'TypeError');
  t.is(thrown(() => local.send('x'.repeat(largest + 1))).name, 'TypeError');
  const received = messages(remote, 1);
  const data = Uint8Array.from({ length: largest }, (_, index) => index * 7);
  local.send(data);
  const [seen] = await received;
  t.true(Buffer.from(seen as ArrayBuffer).equals(data));
});

test('an id that is taken is an OperationError', async (t) => {
  const { offerer, local, close } = await connectPair();
  t.teardown(close);
  const init = { negotiated: true, id: local.id! };
  t.is(thrown(() => offerer.createDataChannel('', init)).name, 'OperationError');
});

test('many channels at once keep their messages apart', async (t) => {
  const { offerer, answerer, close } = makePair();
  t.teardown(close);
  const remotes = new Map<string, RTCDataChannel>();
  const all = new Promise<void>((resolve) => {
    answerer.ondatachannel = ({ channel }) => {
      remotes.set(channel.label, channel);
      channel.onmessage = ({ data }) => {
        channel.send(`${channel.label} ${String(data)}`);
      };
      if (remotes.size === 50) resolve();
    };
  });
  const channels = Array.from({ length: 50 }, (_, i) => offerer.createDataChannel(String(i)));
  await negotiate(offerer, answerer);
  await within(all, '50 channels');
  await within(Promise.all(channels.map(opened)), 'open');
  const echoes = channels.map((channel) => messages(channel, 1));
  for (const channel of channels) channel.send('echo');
  const seen = await Promise.all(echoes);
  t.deepEqual(
    seen.flat(),
    channels.map(({ label }) => `${label} echo`),
  );
});
