import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Page } from 'playwright-core';

import { interopFolder } from './chromium-browser.js';
import type { Browser } from './chromium-browser.js';

export type Who = 'here' | 'Chromium';

interface LocalPeer {
  [method: string]: (...args: readonly unknown[]) => unknown;
}

type Send = (message: object) => void;

interface PeerModule {
  createPeer(scope: object, options: { polite: boolean }, send: Send, report: Send): LocalPeer;
}

export interface PairOptions {
  /** Files of test/interop/chromium/page that export `createPeer`. */
  readonly files: { readonly here: string; readonly page: string };
  /** What the one here is made of: `RTCPeerConnection` and more. */
  readonly scope: object;
  readonly polite: Who;
  /** What a side tells beside signaling. */
  readonly onReport?: (from: Who, report: object) => void;
  /** Changes what signaling carries. */
  readonly rewrite?: (message: object, to: Who) => object;
}

interface PageScope {
  RTCPeerConnection: unknown;
  RTCRtpReceiver: unknown;
  signal: (text: string) => void;
  report: (text: string) => void;
  peer: LocalPeer;
}

/** Where a file of a page lies, for an import here. */
export function pageFile(name: string): string {
  return pathToFileURL(join(interopFolder, 'chromium', 'page', name)).href;
}

/** A peer here and one in a page, of the same module, with signaling that keeps the order. */
export class ChromiumPair {
  readonly #page: Page;
  readonly #local: LocalPeer;
  readonly #options: PairOptions;
  #held: (() => void)[] | null = null;
  #toPage: Promise<void> = Promise.resolve();

  private constructor(page: Page, { createPeer }: PeerModule, options: PairOptions) {
    this.#page = page;
    this.#options = options;
    this.#local = createPeer(
      options.scope,
      { polite: options.polite === 'here' },
      (message) => {
        // It is what it is now, not when it is delivered.
        const text = JSON.stringify(message);
        this.#signal(() => this.#deliver(text));
      },
      (report) => options.onReport?.('here', report),
    );
  }

  static async start(browser: Browser, options: PairOptions): Promise<ChromiumPair> {
    const { files, polite } = options;
    const page = await browser.open();
    const module = (await import(pageFile(files.here))) as PeerModule;
    const pair = new ChromiumPair(page, module, options);
    await page.exposeFunction('signal', (text: string) => pair.#signal(() => pair.#receive(text)));
    await page.exposeFunction('report', (text: string) =>
      options.onReport?.('Chromium', JSON.parse(text) as object),
    );
    await page.evaluate(
      async ([path, isPolite]) => {
        const scope = globalThis as unknown as PageScope;
        const { createPeer } = (await import(path)) as PeerModule;
        scope.peer = createPeer(
          { RTCPeerConnection: scope.RTCPeerConnection, RTCRtpReceiver: scope.RTCRtpReceiver },
          { polite: isPolite },
          (message) => scope.signal(JSON.stringify(message)),
          (report) => scope.report(JSON.stringify(report)),
        );
      },
      [`/chromium/page/${files.page}`, polite === 'Chromium'] as const,
    );
    return pair;
  }

  /** Calls a method of a peer. */
  async call(who: Who, method: string, ...args: readonly unknown[]): Promise<unknown> {
    if (who === 'here') return await this.#local[method]!(...args);
    return this.#page.evaluate(
      ([name, list]) => (globalThis as unknown as PageScope).peer[name]!(...list),
      [method, args] as const,
    );
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
    await this.call('here', 'close');
    await this.#toPage;
    await this.#page.close();
  }

  #signal(deliver: () => void): void {
    if (this.#held === null) deliver();
    else this.#held.push(deliver);
  }

  #receive(text: string): void {
    void this.#local['receive']!(this.#rewritten(text, 'here'));
  }

  #deliver(text: string): void {
    const rewritten = this.#rewritten(text, 'Chromium');
    this.#toPage = this.#toPage.then(() =>
      this.#page.evaluate((message) => {
        void (globalThis as unknown as PageScope).peer['receive']!(message);
      }, rewritten),
    );
    // A page that is closed hears nothing any more.
    this.#toPage = this.#toPage.catch(() => undefined);
  }

  #rewritten(text: string, to: Who): object {
    const message = JSON.parse(text) as object;
    return this.#options.rewrite?.(message, to) ?? message;
  }
}

/** An object whose methods, but for its own, are those of a peer, by `call`. */
export function remote(
  own: Record<string, unknown>,
  call: (method: string, ...args: readonly unknown[]) => Promise<unknown>,
): unknown {
  return new Proxy(
    { then: undefined, ...own },
    {
      get: (target, name: string) =>
        name in target
          ? target[name as keyof typeof target]
          : (...args: unknown[]) => call(name, ...args),
    },
  );
}
