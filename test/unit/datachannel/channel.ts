import {
  connections,
  nativeError,
  snapshot,
  type FakeDataChannel,
  type FakePeerConnection,
} from '../helpers/fake-native.js';

import test from 'ava';

import { RTCPeerConnection } from '../../../lib/index.js';
import type { RTCDataChannel, RTCDataChannelInit, RTCErrorEvent } from '../../../lib/index.js';
import { thrown } from '../../helpers/failure.js';
import { record } from '../../helpers/record.js';
import { task } from '../../helpers/wait.js';

const types = ['open', 'closing', 'error', 'close', 'message', 'bufferedamountlow'];

interface Made {
  connection: RTCPeerConnection;
  native: FakePeerConnection;
  channel: RTCDataChannel;
  wire: FakeDataChannel;
}

function make(init: RTCDataChannelInit = {}): Made {
  const connection = new RTCPeerConnection();
  const native = connections.at(-1)!;
  const channel = connection.createDataChannel('label', init);
  return { connection, native, channel, wire: native.channels[0]! };
}

function makeOpen(): Made {
  const made = make();
  made.wire.state('open');
  return made;
}

test('attributes of a new channel', (t) => {
  const { channel } = make({ ordered: false, maxRetransmits: 3, protocol: 'p', id: 5 });
  t.like(channel, {
    label: 'label',
    ordered: false,
    maxRetransmits: 3,
    maxPacketLifeTime: null,
    protocol: 'p',
    negotiated: false,
    id: null,
    readyState: 'connecting',
    bufferedAmount: 0,
    bufferedAmountLowThreshold: 0,
    binaryType: 'arraybuffer',
    priority: 'low',
  });
  t.is(make({ negotiated: true, id: 0 }).channel.id, 0);
});

test('options that do not go together', (t) => {
  const wrong: RTCDataChannelInit[] = [
    { negotiated: true },
    { negotiated: true, id: 65535 },
    { maxRetransmits: 0, maxPacketLifeTime: 0 },
    { maxRetransmits: -1 },
    { maxPacketLifeTime: 65536 },
    { protocol: 'é'.repeat(32768) },
  ];
  for (const init of wrong) t.is(thrown(() => make(init)).name, 'TypeError', JSON.stringify(init));
  const connection = new RTCPeerConnection();
  const label = 'x'.repeat(65536);
  t.is(thrown(() => connection.createDataChannel(label)).name, 'TypeError');
  connection.close();
  t.is(thrown(() => connection.createDataChannel('')).name, 'InvalidStateError');
});

test('an error of libwebrtc at creation is an OperationError', (t) => {
  const connection = new RTCPeerConnection();
  connections.at(-1)!.createDataChannel = () => {
    throw nativeError('invalid-parameter') as unknown as Error;
  };
  t.is(thrown(() => connection.createDataChannel('')).name, 'OperationError');
});

test('open comes once, the id with it', (t) => {
  const { channel, wire } = make();
  const seen = record(channel, types);
  wire.state('open', null, 3);
  wire.state('open', null, 3);
  t.deepEqual(seen, ['open']);
  t.is(channel.id, 3);
  t.is(channel.readyState, 'open');
});

test('a remote channel: datachannel, then open, then its messages', async (t) => {
  const connection = new RTCPeerConnection();
  const native = connections.at(-1)!;
  const seen: string[] = [];
  connection.ondatachannel = ({ channel }) => {
    seen.push(`datachannel ${channel.readyState}`);
    void Promise.resolve().then(() => {
      channel.onopen = () => seen.push('open');
      channel.onmessage = ({ data }) => seen.push(String(data));
      channel.onclose = () => seen.push('close');
    });
  };
  const wire = native.announce();
  wire.emit('message', 'first');
  wire.state('closing');
  wire.state('closed');
  t.deepEqual(seen, ['datachannel open']);
  await task();
  t.deepEqual(seen, ['datachannel open', 'open', 'first', 'close']);
});

test('a remote channel closed in its datachannel event does not open', async (t) => {
  const connection = new RTCPeerConnection();
  const native = connections.at(-1)!;
  let seen: string[] = [];
  connection.ondatachannel = ({ channel }) => {
    seen = record(channel, types);
    channel.send('accepted');
    channel.close();
  };
  const wire = native.announce();
  t.deepEqual(wire.sent, ['accepted']);
  t.true(wire.closed);
  wire.state('closed');
  await task();
  t.deepEqual(seen, ['close']);
});

test('closing from here fires close alone', (t) => {
  const { channel, wire, connection } = makeOpen();
  const seen = record(channel, types);
  channel.close();
  channel.close();
  t.is(channel.readyState, 'closing');
  t.is(thrown(() => channel.send('x')).name, 'InvalidStateError');
  wire.emit('message', 'late');
  wire.state('closing');
  wire.state('closed');
  wire.state('closed');
  t.deepEqual(seen, ['close']);
  t.is(channel.readyState, 'closed');
  connection.close();
});

test('closing from the other side fires closing, then close', (t) => {
  const { channel, wire } = makeOpen();
  const seen = record(channel, types, ({ type }) => `${type} ${channel.readyState}`);
  wire.state('closing');
  wire.state('closed');
  t.deepEqual(seen, ['closing closing', 'close closed']);
});

test('an error comes before close', (t) => {
  const { channel, wire } = makeOpen();
  const seen = record(channel, types);
  let event: RTCErrorEvent | undefined;
  channel.onerror = (found) => {
    event = found;
  };
  const error = { ...nativeError('operation-error-with-data', 'sctp-failure'), sctpCauseCode: 12 };
  wire.state('closing');
  wire.state('closed', error);
  t.deepEqual(seen, ['closing', 'error', 'close']);
  t.like(event?.error, { name: 'OperationError', errorDetail: 'sctp-failure', sctpCauseCode: 12 });
});

test('closing the connection closes at once, close comes in a task', async (t) => {
  const { connection, channel, wire } = makeOpen();
  const seen = record(channel, types);
  connection.close();
  t.is(channel.readyState, 'closed');
  t.deepEqual(seen, []);
  wire.emit('message', 'late');
  wire.state('closed');
  await task();
  t.deepEqual(seen, ['close']);
});

test('every kind of data, and what is none', (t) => {
  const { channel, wire } = makeOpen();
  const bytes = new Uint8Array([1, 2, 3, 4]);
  channel.send('text');
  channel.send(bytes.buffer);
  channel.send(bytes.subarray(1, 3));
  channel.send(new DataView(bytes.buffer, 2));
  channel.send(Buffer.from('é'));
  channel.send(new Uint16Array([]));
  channel.send(null as unknown as string);
  const binary = (...values: number[]) => new Uint8Array(values);
  t.deepEqual(wire.sent, [
    'text',
    binary(1, 2, 3, 4),
    binary(2, 3),
    binary(3, 4),
    binary(0xc3, 0xa9),
    binary(),
    'null',
  ]);
  t.is(channel.bufferedAmount, 4 + 4 + 2 + 2 + 2 + 0 + 4);
  const shared = new SharedArrayBuffer(4) as unknown as ArrayBuffer;
  t.is(thrown(() => channel.send(shared)).name, 'TypeError');
  t.is(thrown(() => channel.send(new Uint8Array(shared))).name, 'TypeError');
  t.is(thrown(() => (channel.send as () => void)()).name, 'TypeError');
});

test('a Blob keeps its place, closing waits for it', async (t) => {
  const { channel, wire } = makeOpen();
  const view = new Uint8Array([7]);
  channel.send('first');
  channel.send(new Blob(['blob']));
  channel.send('after');
  channel.send(view);
  view[0] = 9;
  channel.close();
  t.is(channel.bufferedAmount, 5 + 4 + 5 + 1);
  t.deepEqual(wire.sent, ['first']);
  while (!wire.closed) await task();
  t.deepEqual(wire.sent, [
    'first',
    new Uint8Array(Buffer.from('blob')),
    'after',
    new Uint8Array([7]),
  ]);
});

test('bufferedamountlow fires when the threshold is crossed', (t) => {
  const { channel, wire } = makeOpen();
  const seen = record(channel, ['bufferedamountlow'], () => String(channel.bufferedAmount));
  channel.bufferedAmountLowThreshold = 4;
  channel.send('0123456789');
  wire.emit('sent', 3);
  t.is(channel.bufferedAmount, 7);
  wire.emit('sent', 3);
  wire.emit('sent', 4);
  t.deepEqual(seen, ['4']);
  t.is(thrown(() => (channel.bufferedAmountLowThreshold = -1)).name, 'TypeError');
});

test('a full buffer refuses and loses nothing', (t) => {
  const { channel, wire } = makeOpen();
  const chunk = new ArrayBuffer(1024 * 1024);
  for (let i = 0; i < 16; i += 1) channel.send(chunk);
  const error = thrown(() => channel.send('x'));
  t.is(error.name, 'OperationError');
  t.is(wire.sent.length, 16);
  t.is(channel.readyState, 'open');
  wire.emit('sent', 1);
  channel.send('x');
  t.is(wire.sent.length, 17);
});

test('a message above maxMessageSize is a TypeError', async (t) => {
  const { connection, native, channel, wire } = make();
  const iceTransport = {
    id: 8002,
    component: 'rtp',
    role: 'controlled',
    state: 'connected',
    gatheringState: 'complete',
  } as const;
  const transport = { id: 8001, state: 'connected', iceTransport } as const;
  const set = connection.setRemoteDescription({ type: 'answer', sdp: '' });
  native.settle(
    'setRemoteDescription',
    snapshot({
      sctp: { id: 8003, state: 'connected', transport, maxMessageSize: 10, maxChannels: 100 },
    }),
  );
  await set;
  wire.state('open');
  channel.send('0123456789');
  t.is(thrown(() => channel.send('éééééé')).name, 'TypeError');
  t.is(thrown(() => channel.send(new Blob(['0123456789a']))).name, 'TypeError');
  t.is(channel.bufferedAmount, 10);
  const init = { negotiated: true, id: 100 };
  t.is(thrown(() => connection.createDataChannel('', init)).name, 'OperationError');
});

test('binaryType decides what messages carry', async (t) => {
  const { channel, wire } = makeOpen();
  const seen: unknown[] = [];
  channel.onmessage = ({ data }) => seen.push(data);
  const bytes = new Uint8Array([1, 2]).buffer;
  wire.emit('message', 'text');
  wire.emit('message', bytes);
  channel.binaryType = 'blob';
  wire.emit('message', bytes);
  channel.binaryType = 'jellyfish' as 'blob';
  t.is(channel.binaryType, 'blob');
  t.deepEqual(seen.slice(0, 2), ['text', bytes]);
  t.true(seen[2] instanceof Blob);
  t.deepEqual(await (seen[2] as Blob).arrayBuffer(), bytes);
});
