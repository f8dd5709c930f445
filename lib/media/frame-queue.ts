import { ReadableStream } from 'node:stream/web';
import type { ReadableStreamDefaultController } from 'node:stream/web';

import { release, retain } from '../internal/dispatcher.js';

export interface FrameQueueOptions<Raw, Frame> {
  readonly maxBufferSize: number;
  readonly make: (raw: Raw) => Frame;
  /** Of one that nobody gets. */
  readonly drop: (raw: Raw) => void;
  /** The reader wants nothing any more. */
  readonly cancel: () => void;
}

/**
 * What a track gave and nobody has read: the oldest are dropped. Frames go to
 * the stream only when they are asked for.
 *
 * @see https://w3c.github.io/mediacapture-transform/#track-processor
 */
export class FrameQueue<Raw, Frame> {
  readonly readable: ReadableStream<Frame>;
  readonly #options: FrameQueueOptions<Raw, Frame>;
  #queue: Raw[] = [];
  #controller!: ReadableStreamDefaultController<Frame>;
  /** Ends the pull that waits for a frame. While there is one, the queue is not collected. */
  #pulled: (() => void) | null = null;
  #closed = false;
  #total = 0;
  #discarded = 0;

  constructor(options: FrameQueueOptions<Raw, Frame>) {
    this.#options = options;
    this.readable = new ReadableStream<Frame>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        pull: () => this.#pull(),
        cancel: () => {
          this.#end();
        },
      },
      { highWaterMark: 0 },
    );
  }

  /** Frames that came, those too that were dropped. */
  get total(): number {
    return this.#total;
  }

  get discarded(): number {
    return this.#discarded;
  }

  /**
   * `before`: how many were dropped before this one.
   *
   * @see https://w3c.github.io/mediacapture-transform/#handlenewframe
   */
  push(raw: Raw, before: number): void {
    this.#total += before + 1;
    this.#discarded += before;
    if (this.#closed) {
      this.#options.drop(raw);
      return;
    }
    // 1. If the queue has maxBufferSize elements, dequeue one.
    if (this.#queue.length >= this.#options.maxBufferSize) {
      const [oldest] = this.#queue.splice(0, 1) as [Raw];
      this.#discarded += 1;
      this.#options.drop(oldest);
    }
    // 2. and 3. Enqueue the new one, and serve who waits.
    this.#queue.push(raw);
    this.#serve();
  }

  /**
   * The track has ended.
   *
   * @see https://w3c.github.io/mediacapture-transform/#processorclose
   */
  close(): void {
    if (this.#closed) return;
    this.#controller.close();
    this.#end();
  }

  /** One frame is asked for. */
  #pull(): Promise<void> {
    return new Promise((resolve) => {
      this.#pulled = resolve;
      retain(this);
      this.#serve();
    });
  }

  /** @see https://w3c.github.io/mediacapture-transform/#maybereadframe */
  #serve(): void {
    const [raw] = this.#queue;
    if (this.#pulled === null || raw === undefined) return;
    this.#queue.shift();
    this.#controller.enqueue(this.#options.make(raw));
    this.#settle();
  }

  #settle(): void {
    const pulled = this.#pulled;
    this.#pulled = null;
    release(this);
    pulled?.();
  }

  #end(): void {
    this.#closed = true;
    for (const raw of this.#queue) this.#options.drop(raw);
    this.#queue = [];
    this.#settle();
    this.#options.cancel();
  }
}
