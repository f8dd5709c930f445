import { Blob } from 'node:buffer';

import fc from 'fast-check';

import type { RTCDataChannel, RTCDataChannelInit } from '../../../lib/index.js';
import { connectPair, opened } from '../../helpers/pair.js';
import type { Pair } from '../../helpers/pair.js';
import { until, within } from '../../helpers/wait.js';
import { attempt } from './outcome.js';
import { target } from './target.js';
import { anyValue, mostly } from './values.js';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.constantFrom('', 'x'.repeat(65535), 'x'.repeat(65536), '\u{1f600}'.repeat(16384), '\ud800'),
);
const number = mostly(fc.constantFrom(0, 1, 1000, 65534, 65535, 65536, -1));

const options = fc.record(
  {
    ordered: mostly(fc.boolean()),
    maxPacketLifeTime: number,
    maxRetransmits: number,
    protocol: mostly(text),
    negotiated: mostly(fc.boolean()),
    id: number,
    priority: mostly(fc.constantFrom('very-low', 'low', 'medium', 'high')),
  },
  { requiredKeys: [] },
);

/** Sizes around those where a message is cut into chunks, and the largest that is allowed. */
const size = fc.constantFrom(0, 1, 1150, 1200, 16384, 65535, 65536, 262143, 262144, 262145);

type Payload = string | Uint8Array | Blob;
const payload: fc.Arbitrary<Payload> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  size.map((length) => 'x'.repeat(length)),
  size.map((length) => new Uint8Array(length).fill(7)),
  size.map((length) => new Blob([new Uint8Array(length).fill(9)])),
);

interface Channels {
  readonly label: unknown;
  readonly options: unknown;
  readonly payloads: readonly Payload[];
  readonly junk: readonly unknown[];
}

/** Cases that one connection takes: SCTP has so many streams only. */
const perConnection = 50;
let pair: Pair | null = null;
let uses = 0;

function end(): void {
  pair?.close();
  pair = null;
  uses = 0;
}

async function bytesOf(value: unknown): Promise<Buffer> {
  if (typeof value === 'string') return Buffer.from(value);
  if (value instanceof Blob) return Buffer.from(await value.arrayBuffer());
  return Buffer.from(value as ArrayBuffer);
}

/** Sends all, and reads it at the other end: what was accepted has to arrive, in order. */
async function exchange(
  channel: RTCDataChannel,
  remote: RTCDataChannel,
  payloads: readonly Payload[],
): Promise<void> {
  const seen: unknown[] = [];
  const last = new Promise<void>((resolve) => {
    remote.addEventListener('message', ({ data }) => {
      if (data === 'the end') resolve();
      else seen.push(data);
    });
  });
  const sent = payloads.filter(
    (value) => attempt(() => (channel.send(value as string), true)) === true,
  );
  channel.send('the end');
  await within(last, 'the last message', 20_000);
  if (seen.length !== sent.length) throw new Error(`${sent.length} sent, ${seen.length} received`);
  for (const [index, value] of sent.entries()) {
    const wanted = value instanceof Uint8Array ? Buffer.from(value) : await bytesOf(value);
    if (!wanted.equals(await bytesOf(seen[index]))) throw new Error(`message ${index} differs`);
  }
}

export const channels = target<Channels>({
  arbitrary: fc.record({
    label: mostly(text),
    options: fc.oneof({ weight: 9, arbitrary: options }, { weight: 1, arbitrary: anyValue }),
    payloads: fc.array(payload, { maxLength: 4 }),
    junk: fc.array(anyValue, { maxLength: 3 }),
  }),
  async run({ label, options: given, payloads, junk }) {
    uses += 1;
    if (uses > perConnection) end();
    pair ??= await connectPair();
    const { offerer, answerer } = pair;
    const arrived = new Promise<RTCDataChannel>((resolve) => {
      answerer.addEventListener('datachannel', (event) => resolve(event.channel), { once: true });
    });
    const channel = attempt(() =>
      offerer.createDataChannel(label as string, given as RTCDataChannelInit),
    );
    if (!channel) return;
    if (channel.negotiated) {
      for (const value of [...payloads, ...junk]) attempt(() => channel.send(value as string));
      channel.close();
      return;
    }
    await opened(channel);
    const remote = await within(arrived, 'the channel at the other end', 20_000);
    for (const member of ['label', 'protocol', 'ordered', 'maxRetransmits', 'id'] as const) {
      if (channel[member] !== remote[member]) throw new Error(`${member} differs`);
    }
    const isReliable = channel.maxRetransmits === null && channel.maxPacketLifeTime === null;
    if (isReliable && channel.ordered) await exchange(channel, remote, payloads);
    for (const value of junk) attempt(() => channel.send(value as string));
    channel.close();
    await until(channel, 'close', () => channel.readyState === 'closed');
  },
  end,
});
