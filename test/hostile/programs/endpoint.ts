/**
 * The process under attack: JSON lines in and out. Started with `--expose-gc`,
 * so that memory is counted without garbage.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

import { RTCPeerConnection, nonstandard } from '../../../lib/index.js';
import type { RTCDataChannel, RTCSessionDescriptionInit } from '../../../lib/index.js';
import { connectCall, makeTracks } from '../../helpers/call.js';
import { connectPair } from '../../helpers/pair.js';

interface Start {
  /** `pair`: both ends are here. */
  readonly role: 'pair' | 'offer' | 'answer';
  /** Sends audio and video, and reads what comes. */
  readonly media?: boolean;
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

async function startPair(media: boolean): Promise<void> {
  const pair = await (media ? connectCall() : connectPair());
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

/** Sends both ways, and takes all that comes, so that it is decoded. */
function startMedia(of: RTCPeerConnection): void {
  of.addEventListener('track', ({ track }) => {
    nonstandard.readTestTrack(track, () => undefined);
  });
  for (const track of makeTracks()) of.addTrack(track);
}

interface Received {
  readonly packetsReceived?: number;
  readonly kind?: string;
  readonly jitterBufferEmittedCount?: number;
}

/** RTP packets that came so far, and frames of video that went to a decoder. */
async function received(of: RTCPeerConnection): Promise<{ packets: number; frames: number }> {
  const sum = { packets: 0, frames: 0 };
  for (const entry of (await of.getStats()).values()) {
    if (entry.type !== 'inbound-rtp') continue;
    const { kind, packetsReceived = 0, jitterBufferEmittedCount = 0 } = entry as Received;
    sum.packets += packetsReceived;
    if (kind === 'video') sum.frames += jitterBufferEmittedCount;
  }
  return sum;
}

async function start({ role, rate: given, media = false }: Start): Promise<void> {
  rate = given;
  if (role === 'pair') return startPair(media);
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
  if (media) startMedia(made);
  if (role === 'answer') return;
  channel = made.createDataChannel('own');
  adopt(channel);
  channel.addEventListener('open', () => {
    say('open', { pid: process.pid });
  });
  await made.setLocalDescription();
  say('description', { description: made.localDescription });
}

async function report(): Promise<void> {
  gc();
  say('report', {
    ...seen,
    ...(connection === null ? {} : await received(connection)),
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
      return report();
    case 'close':
      process.exit(0);
  }
}

let chain = Promise.resolve();
createInterface({ input: process.stdin }).on('line', (line) => {
  chain = chain.then(() => handle(JSON.parse(line) as Command));
});
