/**
 * The process under attack: JSON lines in and out. Started with `--expose-gc`,
 * so that memory is counted without garbage.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

import { RTCPeerConnection } from '../../../lib/index.js';
import type { RTCDataChannel, RTCSessionDescriptionInit } from '../../../lib/index.js';
import { connectPair } from '../../helpers/pair.js';

interface Start {
  /** `pair`: both ends are here. */
  readonly role: 'pair' | 'offer' | 'answer';
  /** Bytes per second that the program's own work allows for; without it there is none. */
  readonly rate?: number;
}

type Command =
  | ({ readonly type: 'start' } & Start)
  | { readonly type: 'description'; readonly description: RTCSessionDescriptionInit }
  | { readonly type: 'candidate'; readonly candidate: RTCIceCandidateInit }
  /** Does nothing for so many milliseconds, not even read. */
  | { readonly type: 'stop reading'; readonly time: number }
  | { readonly type: 'ping' }
  | { readonly type: 'report' }
  | { readonly type: 'close' };
interface RTCIceCandidateInit {
  candidate: string;
  sdpMid: string;
}

const gc = (globalThis as { gc?: () => void }).gc ?? (() => undefined);

function say(type: string, members: object = {}): void {
  process.stdout.write(`${JSON.stringify({ type, ...members })}\n`);
}

/** Resident memory in MiB. */
function memory(): number {
  const status = readFileSync('/proc/self/status', 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

function busy(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

let connection: RTCPeerConnection | null = null;
let channel: RTCDataChannel | null = null;
let rate: number | undefined;
const seen = { messages: 0, bytes: 0, channels: 0, disorder: 0, peak: 0 };
let sinceSample = 0;

/** Messages of the flow begin with their number; a string is an echo or a ping. */
function receive(from: RTCDataChannel, data: string | ArrayBuffer): void {
  if (typeof data === 'string') {
    if (data.startsWith('ping ')) from.send(data.replace('ping', 'pong'));
    else if (data.startsWith('pong ')) say('pong');
    return;
  }
  if (data.byteLength >= 4) {
    const number = new DataView(data).getUint32(0, true);
    if (number !== seen.messages % 2 ** 32) seen.disorder += 1;
  }
  seen.messages += 1;
  seen.bytes += data.byteLength;
  sinceSample += data.byteLength + 512;
  if (rate !== undefined) busy((data.byteLength / rate) * 1000);
  if (sinceSample < 4_000_000) return;
  sinceSample = 0;
  gc();
  seen.peak = Math.max(seen.peak, memory());
}

function adopt(opened: RTCDataChannel): void {
  opened.addEventListener('message', ({ data }) => {
    receive(opened, data as string | ArrayBuffer);
  });
}

interface Place {
  readonly address: string;
  readonly port: number;
}

function places(of: RTCPeerConnection): Place[] {
  const form = /^a=candidate:\S+ 1 udp \d+ (\S+) (\d+)/gm;
  const found = [...(of.localDescription?.sdp.matchAll(form) ?? [])];
  return found.map(([, address = '', port]) => ({ address, port: Number(port) }));
}

function credentials(of: RTCPeerConnection): { ufrag: string; password: string } {
  const sdp = of.localDescription?.sdp ?? '';
  const [, ufrag = ''] = /a=ice-ufrag:(\S+)/.exec(sdp) ?? [];
  const [, password = ''] = /a=ice-pwd:(\S+)/.exec(sdp) ?? [];
  return { ufrag, password };
}

async function startPair(): Promise<void> {
  const pair = await connectPair();
  connection = pair.offerer;
  channel = pair.local;
  adopt(pair.local);
  adopt(pair.remote);
  for (const side of [pair.offerer, pair.answerer]) {
    side.addEventListener('connectionstatechange', () => {
      say('state', { state: side.connectionState });
    });
  }
  const sides = [pair.offerer, pair.answerer].map((side) => ({
    places: places(side),
    ...credentials(side),
  }));
  say('open', { pid: process.pid, sides });
}

async function start({ role, rate: given }: Start): Promise<void> {
  rate = given;
  if (role === 'pair') return startPair();
  const made = new RTCPeerConnection();
  connection = made;
  made.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate?.candidate) say('candidate', { candidate });
  });
  made.addEventListener('connectionstatechange', () => {
    say('state', { state: made.connectionState });
  });
  made.addEventListener('datachannel', (event) => {
    seen.channels += 1;
    channel ??= event.channel;
    adopt(event.channel);
    if (seen.channels === 1) say('open', { pid: process.pid });
  });
  if (role === 'answer') return;
  channel = made.createDataChannel('own');
  adopt(channel);
  channel.addEventListener('open', () => {
    say('open', { pid: process.pid });
  });
  await made.setLocalDescription();
  say('description', { description: made.localDescription });
}

function report(): void {
  gc();
  say('report', {
    ...seen,
    memory: memory(),
    connectionState: connection?.connectionState,
    channelState: channel?.readyState,
  });
}

async function handle(command: Command): Promise<void> {
  switch (command.type) {
    case 'start':
      return start(command);
    case 'description':
      await connection!.setRemoteDescription(command.description);
      if (command.description.type === 'answer') return;
      await connection!.setLocalDescription();
      say('description', { description: connection!.localDescription });
      return;
    case 'candidate':
      return connection!.addIceCandidate(command.candidate);
    case 'stop reading':
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, command.time);
      say('reading');
      return;
    case 'ping':
      channel!.send(`ping ${performance.now()}`);
      return;
    case 'report':
      report();
      return;
    case 'close':
      process.exit(0);
  }
}

let chain = Promise.resolve();
createInterface({ input: process.stdin }).on('line', (line) => {
  chain = chain.then(() => handle(JSON.parse(line) as Command));
});
