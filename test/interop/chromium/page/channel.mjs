import { within } from './deadline.mjs';
import { Checksum, describeMessage, messageOf, patternOf } from './pattern.mjs';

/** Bytes of `bufferedAmount` at which a transfer waits, and goes on. */
const full = 4 * 1024 * 1024;
const low = 1024 * 1024;

/** One end of a data channel: what came and what happened, from its first moment on. */
export class ChannelEnd {
  events = [];
  #channel;
  #messages = [];
  #transfer = null;
  #changed = [];

  constructor(channel) {
    this.#channel = channel;
    channel.bufferedAmountLowThreshold = low;
    for (const type of ['open', 'error', 'close', 'bufferedamountlow']) {
      channel.addEventListener(type, (event) => {
        if (type !== 'bufferedamountlow') this.events.push(event.error?.name ?? type);
        this.#wake();
      });
    }
    channel.addEventListener('message', ({ data }) => {
      if (this.#transfer === null) this.#messages.push(describeMessage(data));
      else this.#count(data);
      this.#wake();
    });
  }

  facts() {
    const { label, id, ordered, maxPacketLifeTime, maxRetransmits, protocol } = this.#channel;
    const { negotiated, readyState } = this.#channel;
    return {
      ...{ label, id, ordered, maxPacketLifeTime, maxRetransmits, protocol },
      ...{ negotiated, readyState },
    };
  }

  setBinaryType(type) {
    this.#channel.binaryType = type;
  }

  /** The name of the error, or null. */
  send(kind, size, seed) {
    try {
      this.#channel.send(messageOf(kind, size, seed));
      return null;
    } catch (error) {
      return error.name;
    }
  }

  close() {
    this.#channel.close();
  }

  /** Closes the channel in the task of so many messages, of the seeds 0 and up. */
  sendAndClose(kind, size, count) {
    for (let seed = 0; seed < count; seed += 1) this.#channel.send(messageOf(kind, size, seed));
    this.#channel.close();
  }

  opened() {
    return this.#until(() => this.events.includes('open'), 'open');
  }

  async closed() {
    await this.#until(() => this.events.includes('close'), 'close');
    return { events: this.events, readyState: this.#channel.readyState };
  }

  async received(count) {
    await this.#until(() => this.#messages.length >= count, `${count} messages`);
    return Promise.all(this.#messages);
  }

  /** From now on messages are counted and summed, not kept. */
  startReceiving() {
    this.#transfer = { bytes: 0, checksum: new Checksum() };
  }

  /** When so many bytes came: how many, and the checksum of all. */
  async receivedBytes(bytes, limit) {
    const transfer = this.#transfer;
    await this.#until(() => transfer.bytes >= bytes, `${bytes} bytes`, limit);
    return { bytes: transfer.bytes, checksum: transfer.checksum.value };
  }

  /** Sends so many bytes as fast as they leave, each message numbered; gives their checksum. */
  async transfer(total, messageSize, seed, limit) {
    const checksum = new Checksum();
    const message = patternOf(messageSize, seed);
    for (let number = 0, sent = 0; sent < total; number += 1) {
      new DataView(message.buffer).setUint32(0, number);
      const piece = message.subarray(0, Math.min(messageSize, total - sent));
      if (this.#channel.bufferedAmount > full) {
        await this.#until(() => this.#channel.bufferedAmount <= low, 'bufferedamountlow', limit);
      }
      this.#channel.send(piece);
      checksum.add(piece);
      sent += piece.length;
    }
    return checksum.value;
  }

  #count(data) {
    const bytes = new Uint8Array(data);
    this.#transfer.bytes += bytes.length;
    this.#transfer.checksum.add(bytes);
  }

  #wake() {
    for (const resolve of this.#changed.splice(0)) resolve();
  }

  async #until(condition, what, limit) {
    while (!condition()) {
      const changed = new Promise((resolve) => this.#changed.push(resolve));
      const state = () => `channel ${this.#channel.label} (${this.#channel.readyState}): ${what}`;
      await within(changed, state, limit);
    }
  }
}
