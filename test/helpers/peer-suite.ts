import { createHash, randomBytes } from 'node:crypto';

import test from 'ava';
import type { ExecutionContext } from 'ava';

import type { RTCDataChannel } from '../../lib/index.js';
import type { PeerProcess } from './peer-process.js';
import { connectPeer } from './peer-session.js';
import type { PeerRole, PeerSession } from './peer-session.js';
import { size } from './size.js';
import { messages, until, within } from './wait.js';

export interface PeerTraits {
  /** It can't send or receive an empty message. */
  readonly lacksEmpty?: boolean;
  /** It asks for order on a channel that it makes unordered with limited retransmissions. */
  readonly asksForOrder?: boolean;
  /** It says no goodbye when its connection closes. */
  readonly leavesSilently?: boolean;
  /** Of our goodbye it says `goodbye`, and closes no channels. */
  readonly keepsChannels?: boolean;
}

/** The same conversations with every peer, in both roles. */
export function exercisePeer(start: () => PeerProcess, traits: PeerTraits = {}): void {
  for (const role of ['offer', 'answer'] as const) {
    const title = role === 'offer' ? 'they offer' : 'we offer';
    const add = (
      what: string,
      work: (t: ExecutionContext, session: PeerSession) => Promise<void>,
    ) =>
      test.serial(`${title}: ${what}`, (t) =>
        withPeer(t, start, role, (session) => work(t, session)),
      );
    add('options agree and messages echo', async (t, session) => {
      optionsAgree(t, session, role === 'offer' && (traits.asksForOrder ?? false));
      await echo(t, session, traits);
      await bulk(t, session.reliable, size(2, 50) * 1_048_576);
    });
    add('each side closes a channel', closeChannels);
    add('they close the connection', traits.leavesSilently ? theyVanish : theyClose);
    add('we close the connection', traits.keepsChannels ? weSayGoodbye : weClose);
  }
}

async function withPeer(
  t: ExecutionContext,
  start: () => PeerProcess,
  role: PeerRole,
  work: (session: PeerSession) => Promise<void>,
): Promise<void> {
  t.timeout(size(60_000, 300_000));
  const session = await connectPeer(start(), role);
  try {
    await work(session);
  } finally {
    await session.close();
  }
}

async function echo(
  t: ExecutionContext,
  { reliable, partial }: PeerSession,
  { lacksEmpty = false }: PeerTraits,
): Promise<void> {
  const texts = ['text', 'grüße, 世界 🎉', 'x'.repeat(16_384), ...(lacksEmpty ? [] : [''])];
  const lengths = [1, 1_200, 16_384, 65_536, ...(lacksEmpty ? [] : [0])];
  const binaries = lengths.map((length) => randomBytes(length));
  const echoed = messages(reliable, texts.length + binaries.length);
  for (const text of texts) reliable.send(text);
  for (const binary of binaries) reliable.send(binary);
  const all = await echoed;
  t.deepEqual(all.slice(0, texts.length), texts);
  t.deepEqual(
    all.slice(texts.length).map((data) => Buffer.from(data as ArrayBuffer)),
    binaries,
  );
  const single = messages(partial, 1);
  partial.send('unordered');
  t.deepEqual(await single, ['unordered']);
}

/** A peer may say less than all of a channel's options. */
function optionsAgree(
  t: ExecutionContext,
  { reliable, partial, peerChannels }: PeerSession,
  asksForOrder: boolean,
): void {
  t.like(partial, { ordered: asksForOrder, maxRetransmits: 0, protocol: 'p1' });
  t.like(reliable, { ordered: true, maxRetransmits: null, protocol: '' });
  const unchecked = ['type', ...(asksForOrder ? ['ordered'] : [])];
  for (const theirs of peerChannels) {
    const ours = theirs['label'] === 'partial' ? partial : reliable;
    for (const [name, value] of Object.entries(theirs)) {
      if (unchecked.includes(name)) continue;
      t.is(ours[name as 'label'], value as string, `${ours.label}.${name}`);
    }
  }
}

/** Sends so many bytes in messages of 16 KiB, at most 1 MiB ahead of what came back. */
async function bulk(t: ExecutionContext, channel: RTCDataChannel, total: number): Promise<void> {
  const [sent, received] = [createHash('sha256'), createHash('sha256')];
  let [ahead, back] = [0, 0];
  const all = new Promise<void>((resolve, reject) => {
    const fill = () => {
      while (ahead < total && ahead - back < 1_048_576) {
        const block = randomBytes(Math.min(16_384, total - ahead));
        sent.update(block);
        channel.send(block);
        ahead += block.length;
      }
    };
    channel.addEventListener('message', ({ data }) => {
      const block = Buffer.from(data as ArrayBuffer);
      received.update(block);
      back += block.length;
      if (back >= total) resolve();
      else fill();
    });
    channel.addEventListener('close', () => reject(new Error(`closed after ${back} bytes`)));
    fill();
  });
  await within(all, `echo of ${total} bytes`, size(40_000, 240_000));
  t.is(back, total);
  t.is(received.digest('hex'), sent.digest('hex'));
}

async function closeChannels(
  t: ExecutionContext,
  { pc, peer, reliable, partial }: PeerSession,
): Promise<void> {
  partial.close();
  await closed(partial);
  t.is((await peer.next('channel-closed'))['label'], 'partial');
  peer.send({ type: 'close-channel', label: 'reliable' });
  await closed(reliable);
  // Channels and the connection report on different threads: a channel may be first.
  await until(pc, 'connectionstatechange', () => pc.connectionState !== 'connecting');
  t.is(pc.connectionState, 'connected');
}

async function theyClose(t: ExecutionContext, session: PeerSession): Promise<void> {
  const both = Promise.all([closed(session.reliable), closed(session.partial)]);
  session.peer.send({ type: 'close' });
  await both;
  t.not(session.pc.connectionState, 'closed');
}

/** Until ICE misses its answers, nothing tells us. */
async function theyVanish(t: ExecutionContext, { pc, peer }: PeerSession): Promise<void> {
  peer.send({ type: 'close' });
  await until(pc, 'connectionstatechange', () => pc.connectionState === 'disconnected');
  t.is(pc.iceConnectionState, 'disconnected');
}

async function weClose(t: ExecutionContext, { pc, peer }: PeerSession): Promise<void> {
  pc.close();
  const lines = [await peer.next('channel-closed'), await peer.next('channel-closed')];
  t.deepEqual(lines.map((line) => line['label']).sort(), ['partial', 'reliable']);
}

async function weSayGoodbye(t: ExecutionContext, { pc, peer }: PeerSession): Promise<void> {
  pc.close();
  t.truthy(await peer.next('goodbye'));
}

function closed(channel: RTCDataChannel): Promise<void> {
  return until(channel, 'close', () => channel.readyState === 'closed');
}
