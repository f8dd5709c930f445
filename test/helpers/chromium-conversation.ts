import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Page } from 'playwright-core';

import { RTCPeerConnection } from '../../lib/index.js';
import { interopFolder } from './chromium-browser.js';
import type { Browser } from './chromium-browser.js';

export type Who = 'here' | 'Chromium';

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

interface LocalPeer {
  [method: string]: (...args: readonly unknown[]) => unknown;
}

interface PeerModule {
  readonly Peer: new (
    type: unknown,
    options: { polite: boolean },
    send: (message: object) => void,
  ) => LocalPeer;
}

type Call = (method: string, ...args: readonly unknown[]) => Promise<unknown>;

/** Any method that is not among `own` is called at the other end of `call`. */
function remote(own: Record<string, unknown>, call: Call): unknown {
  return new Proxy(own, {
    get: (target, name: string) =>
      name in target ? target[name] : (...args: unknown[]) => call(name, ...args),
  });
}

function peerOf(who: Who, call: Call): Peer {
  const channel = (label: string) =>
    remote({ then: undefined }, (method, ...args) => call('channel', label, method, ...args));
  return remote({ then: undefined, who, channel }, call) as Peer;
}

type Kind = Parameters<ChannelEnd['send']>[0];

interface PatternModule {
  messageOf(kind: Kind, size: number, seed: number): unknown;
  describeMessage(data: unknown): Promise<Message>;
}

const pageFile = (name: string) =>
  pathToFileURL(join(interopFolder, 'chromium', 'page', name)).href;

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
  readonly #page: Page;
  readonly #local: LocalPeer;
  #held: (() => void)[] | null = null;
  #toPage: Promise<void> = Promise.resolve();

  private constructor(page: Page, module: PeerModule, polite: Who) {
    this.#page = page;
    this.#local = new module.Peer(RTCPeerConnection, { polite: polite === 'here' }, (message) => {
      const text = JSON.stringify(message);
      this.#signal(() => {
        this.#deliver(text);
      });
    });
    this.here = peerOf('here', async (method, ...args) => await this.#local[method]!(...args));
    this.chromium = peerOf('Chromium', (method, ...args) =>
      page.evaluate(
        ([name, list]) => (globalThis as unknown as { peer: LocalPeer }).peer[name]!(...list),
        [method, args] as const,
      ),
    );
  }

  static async start(
    browser: Browser,
    { polite = 'here' }: { polite?: Who } = {},
  ): Promise<Conversation> {
    const page = await browser.open();
    const module = (await import(pageFile('peer.mjs'))) as PeerModule;
    const conversation = new Conversation(page, module, polite);
    await page.exposeFunction('signal', (text: string) => {
      conversation.#signal(() => void conversation.#local['receive']!(JSON.parse(text) as object));
    });
    await page.evaluate(
      async ([path, isPolite]) => {
        const scope = globalThis as unknown as {
          RTCPeerConnection: unknown;
          signal: (text: string) => void;
          peer: LocalPeer;
        };
        const { Peer } = (await import(path)) as PeerModule;
        scope.peer = new Peer(scope.RTCPeerConnection, { polite: isPolite }, (message) => {
          scope.signal(JSON.stringify(message));
        });
      },
      ['/chromium/page/peer.mjs', polite === 'Chromium'] as const,
    );
    return conversation;
  }

  /** The side that does something first, and the other. */
  sides(first: Who): [Peer, Peer] {
    return first === 'here' ? [this.here, this.chromium] : [this.chromium, this.here];
  }

  /** Signaling stands still until {@link release}. */
  hold(): void {
    this.#held = [];
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const deliver of held) deliver();
  }

  async end(): Promise<void> {
    await this.here.close();
    await this.#toPage;
    await this.#page.close();
  }

  #signal(deliver: () => void): void {
    if (this.#held === null) deliver();
    else this.#held.push(deliver);
  }

  #deliver(text: string): void {
    this.#toPage = this.#toPage.then(() =>
      this.#page.evaluate((message) => {
        void (globalThis as unknown as { peer: LocalPeer }).peer['receive']!(
          JSON.parse(message) as object,
        );
      }, text),
    );
    // A page that is closed hears nothing any more.
    this.#toPage = this.#toPage.catch(() => undefined);
  }
}
