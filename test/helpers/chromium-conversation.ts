import { RTCPeerConnection } from '../../lib/index.js';
import type { Browser } from './chromium-browser.js';
import { ChromiumPair, pageFile, remote } from './chromium-pair.js';
import type { Who } from './chromium-pair.js';

export type { Who };

export interface PeerStates {
  readonly signalingState: string;
  readonly connectionState: string;
  readonly iceConnectionState: string;
  readonly maxMessageSize: number | null;
  readonly usernameFragment: string;
  readonly errors: readonly string[];
  readonly collisions: number;
}

export interface ChannelFacts {
  readonly label: string;
  readonly id: number;
  readonly ordered: boolean;
  readonly maxPacketLifeTime: number | null;
  readonly maxRetransmits: number | null;
  readonly protocol: string;
  readonly negotiated: boolean;
  readonly readyState: string;
}

export interface Message {
  readonly kind: 'text' | 'bytes' | 'blob';
  readonly size: number;
  readonly checksum: string;
}

/** Methods of test/interop/chromium/page/channel.mjs. */
export interface ChannelEnd {
  setBinaryType(type: 'blob' | 'arraybuffer'): Promise<void>;
  send(
    kind: 'text' | 'buffer' | 'view' | 'blob',
    size: number,
    seed: number,
  ): Promise<string | null>;
  close(): Promise<void>;
  sendAndClose(kind: 'buffer', size: number, count: number): Promise<void>;
  closed(): Promise<{ events: string[]; readyState: string }>;
  received(count: number): Promise<Message[]>;
  startReceiving(): Promise<void>;
  receivedBytes(bytes: number, limit: number): Promise<{ bytes: number; checksum: string }>;
  transfer(total: number, messageSize: number, seed: number, limit: number): Promise<string>;
}

/** Methods of test/interop/chromium/page/peer.mjs. */
interface PeerMethods {
  createChannel(label: string, init?: object): Promise<void>;
  opened(label: string): Promise<ChannelFacts>;
  restartIce(): Promise<void>;
  offered(): Promise<void>;
  restarted(before: PeerStates): Promise<void>;
  states(): Promise<PeerStates>;
  close(): Promise<void>;
}

export interface Peer extends PeerMethods {
  readonly who: Who;
  channel(label: string): ChannelEnd;
}

type Kind = Parameters<ChannelEnd['send']>[0];

interface PatternModule {
  messageOf(kind: Kind, size: number, seed: number): unknown;
  describeMessage(data: unknown): Promise<Message>;
}

/** What a message that `send` got sent is. */
export async function sentMessage(kind: Kind, size: number, seed: number): Promise<Message> {
  const module = (await import(pageFile('pattern.mjs'))) as PatternModule;
  return module.describeMessage(module.messageOf(kind, size, seed));
}

/**
 * A connection here and one in Chromium, with a signaling channel that keeps
 * the order. Both run test/interop/chromium/page/peer.mjs.
 */
export class Conversation {
  readonly here: Peer;
  readonly chromium: Peer;
  readonly #pair: ChromiumPair;

  private constructor(pair: ChromiumPair) {
    this.#pair = pair;
    this.here = peerOf(pair, 'here');
    this.chromium = peerOf(pair, 'Chromium');
  }

  static async start(
    browser: Browser,
    { polite = 'here' }: { polite?: Who } = {},
  ): Promise<Conversation> {
    const files = { here: 'peer.mjs', page: 'peer.mjs' };
    const scope = { RTCPeerConnection };
    return new Conversation(await ChromiumPair.start(browser, { files, scope, polite }));
  }

  /** The side that does something first, and the other. */
  sides(first: Who): [Peer, Peer] {
    return first === 'here' ? [this.here, this.chromium] : [this.chromium, this.here];
  }

  /** Signaling stands still until {@link release}. */
  hold(): void {
    this.#pair.hold();
  }

  release(): void {
    this.#pair.release();
  }

  end(): Promise<void> {
    return this.#pair.end();
  }
}

function peerOf(pair: ChromiumPair, who: Who): Peer {
  const call = (method: string, ...args: readonly unknown[]) => pair.call(who, method, ...args);
  const channel = (label: string) =>
    remote({}, (method, ...args) => call('channel', label, method, ...args));
  return remote({ who, channel }, call) as Peer;
}
