/** Numbered messages: the number, when it was sent, and a filling that the number decides. */
import type { RTCDataChannel } from '../../../lib/index.js';

const headerLength = 12;

export interface Received {
  readonly count: number;
  /** Every message came after the one with the number before it, none was missing or double. */
  readonly complete: boolean;
  /** No message came after one with a higher number. */
  readonly ordered: boolean;
  readonly duplicates: number;
  /** Messages whose bytes are not those that were sent. */
  readonly damaged: number;
  /** From `send` here to `message` there, milliseconds. */
  readonly slowest: number;
}

/** Milliseconds on the clock that all processes of the machine share. */
function now(): number {
  return Number(process.hrtime.bigint() / 1_000n) / 1_000;
}

function makeMessage(number: number, length: number): Buffer {
  const message = Buffer.alloc(length, number & 0xff);
  message.writeUInt32BE(number, 0);
  message.writeDoubleBE(now(), 4);
  return message;
}

export interface SendOptions {
  readonly count: number;
  /** Bytes of a message, at least 12. */
  readonly length: number;
  /** Milliseconds between two messages; 0: as fast as the channel takes them. */
  readonly interval: number;
}

/** Sends the numbers from 0; resolves when the last one has left the channel's buffer. */
export async function sendNumbered(
  channel: RTCDataChannel,
  { count, length, interval }: SendOptions,
): Promise<void> {
  channel.bufferedAmountLowThreshold = 0;
  for (let number = 0; number < count; number += 1) {
    if (interval > 0) await pause(interval);
    else if (channel.bufferedAmount > 262_144) await drained(channel);
    channel.send(makeMessage(number, length));
  }
  await drained(channel);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function drained(channel: RTCDataChannel): Promise<void> {
  while (channel.bufferedAmount > 0) {
    await new Promise<void>((resolve, reject) => {
      channel.addEventListener('bufferedamountlow', () => resolve(), { once: true });
      channel.addEventListener('close', () => reject(new Error('closed')), { once: true });
    });
  }
}

/** Watches what a channel receives, from its first message on. */
export class Receiver {
  readonly #seen = new Set<number>();
  readonly #waiters = new Map<number, () => void>();
  #last = -1;
  #ordered = true;
  #duplicates = 0;
  #damaged = 0;
  #slowest = 0;

  constructor(channel: RTCDataChannel) {
    channel.addEventListener('message', ({ data }) => this.#take(Buffer.from(data as ArrayBuffer)));
  }

  /** Resolves when so many different messages came. */
  async reach(count: number): Promise<void> {
    if (this.#seen.size >= count) return;
    await new Promise<void>((resolve) => this.#waiters.set(count, resolve));
  }

  get summary(): Received {
    return {
      count: this.#seen.size,
      complete: this.#ordered && this.#duplicates === 0 && this.#last === this.#seen.size - 1,
      ordered: this.#ordered,
      duplicates: this.#duplicates,
      damaged: this.#damaged,
      slowest: this.#slowest,
    };
  }

  #take(message: Buffer): void {
    const number = message.readUInt32BE(0);
    const filling = message.subarray(headerLength);
    this.#slowest = Math.max(this.#slowest, now() - message.readDoubleBE(4));
    if (this.#seen.has(number)) this.#duplicates += 1;
    if (number < this.#last) this.#ordered = false;
    if (!filling.equals(Buffer.alloc(filling.length, number & 0xff))) this.#damaged += 1;
    this.#last = Math.max(this.#last, number);
    this.#seen.add(number);
    this.#waiters.get(this.#seen.size)?.();
  }
}
