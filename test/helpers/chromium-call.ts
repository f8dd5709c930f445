import { nonstandard, RTCPeerConnection, RTCRtpReceiver } from '../../lib/index.js';
import type {
  MediaStreamTrack,
  RTCRtpEncodingParameters,
  RTCRtpTransceiverDirection,
  RTCRtpTransceiverInit,
  TestAudioOptions,
  TestVideoOptions,
} from '../../lib/index.js';
import type { Browser } from './chromium-browser.js';
import { ChromiumPair, remote } from './chromium-pair.js';
import type { PairOptions, Who } from './chromium-pair.js';
import type { Stats } from './stats.js';
import { within } from './wait.js';
import { Watch } from './watch.js';
import type { Reading } from './watch.js';

export type { Who };

/** Methods of test/interop/chromium/page/call.mjs. */
interface CallMethods {
  add(kind: 'audio', options: TestAudioOptions, init?: RTCRtpTransceiverInit): Promise<void>;
  add(kind: 'video', options: TestVideoOptions, init?: RTCRtpTransceiverInit): Promise<void>;
  preferCodec(mimeType: string, parameters?: readonly string[]): Promise<void>;
  setDirection(mid: string, direction: RTCRtpTransceiverDirection): Promise<void>;
  stop(mid: string): Promise<void>;
  setEncodings<Member extends keyof RTCRtpEncodingParameters>(
    mid: string,
    member: Member,
    values: readonly RTCRtpEncodingParameters[Member][],
  ): Promise<void>;
  rids(mid: string): Promise<string[]>;
  stats(type: string): Promise<Stats[]>;
  errors(): Promise<string[]>;
}

export interface CallSide extends CallMethods {
  readonly who: Who;
  /** What it sees or hears of the other side's track. */
  watch(mid: string): Watch;
  /** The next `track`, `mute`, `unmute` or `ended` of a remote track; each is taken once. */
  event(mid: string, type: string, limit?: number): Promise<void>;
}

/** What is sent, and what is found in what comes. */
export interface CallMedia {
  createTestTrack(kind: 'audio' | 'video', options: never): MediaStreamTrack;
  readTestTrack(track: MediaStreamTrack, callback: (reading: Reading) => void): unknown;
}

interface CallOptions extends Pick<PairOptions, 'rewrite'> {
  /** The file of the page's side; by itself the test pictures and tones of {@link nonstandard}. */
  readonly page?: string;
  /** Of the side here. */
  readonly media?: CallMedia;
}

interface Report {
  readonly mid: string;
  readonly event?: string;
  readonly reading?: Reading;
}

/** What a side tells of the tracks that come to it. */
class Reports {
  readonly #who: Who;
  readonly #watches = new Map<string, Watch>();
  readonly #events: string[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(who: Who) {
    this.#who = who;
  }

  take({ mid, event, reading }: Report): void {
    if (reading) this.watch(mid).take(reading);
    if (event === undefined) return;
    this.#events.push(`${mid} ${event}`);
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }

  watch(mid: string): Watch {
    const watch = this.#watches.get(mid) ?? new Watch(`${this.#who}, mid ${mid}`);
    this.#watches.set(mid, watch);
    return watch;
  }

  async event(mid: string, type: string, limit?: number): Promise<void> {
    const wanted = `${mid} ${type}`;
    while (!this.#events.includes(wanted)) {
      const woken = new Promise<void>((resolve) => this.#waiting.add(resolve));
      await within(woken, `${this.#who}: ${wanted}, after ${this.#events.join(', ')}`, limit);
    }
    this.#events.splice(this.#events.indexOf(wanted), 1);
  }
}

/** A call between this package and Chromium. Both run test/interop/chromium/page/call.mjs. */
export class Call {
  readonly here: CallSide;
  readonly chromium: CallSide;
  readonly #pair: ChromiumPair;

  private constructor(pair: ChromiumPair, reports: ReadonlyMap<Who, Reports>) {
    this.#pair = pair;
    this.here = sideOf(pair, 'here', reports.get('here')!);
    this.chromium = sideOf(pair, 'Chromium', reports.get('Chromium')!);
  }

  static async start(
    browser: Browser,
    { rewrite, page = 'call-page.mjs', media = nonstandard }: CallOptions = {},
  ): Promise<Call> {
    const reports = new Map((['here', 'Chromium'] as const).map((who) => [who, new Reports(who)]));
    const { createTestTrack, readTestTrack } = media;
    const pair = await ChromiumPair.start(browser, {
      files: { here: 'call.mjs', page },
      scope: { RTCPeerConnection, RTCRtpReceiver, createTestTrack, readTestTrack },
      polite: 'here',
      onReport: (from, report) => reports.get(from)!.take(report as Report),
      ...(rewrite && { rewrite }),
    });
    return new Call(pair, reports);
  }

  /** The side that does something first, and the other. */
  sides(first: Who): [CallSide, CallSide] {
    return first === 'here' ? [this.here, this.chromium] : [this.chromium, this.here];
  }

  end(): Promise<void> {
    return this.#pair.end();
  }
}

function sideOf(pair: ChromiumPair, who: Who, reports: Reports): CallSide {
  const watch = (mid: string) => reports.watch(mid);
  const event = (...args: Parameters<CallSide['event']>) => reports.event(...args);
  return remote({ who, watch, event }, (method, ...args) =>
    pair.call(who, method, ...args),
  ) as CallSide;
}
