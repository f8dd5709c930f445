/**
 * A stream of messages with a window of the driver's own: libraries differ in
 * what `bufferedAmount` says, so the receiver acknowledges what came, on the
 * same channel. `bench/native/flow.cc` does the same.
 *
 * Texts on the channel: `a N` acknowledges N bytes, `e` is the end of a stream,
 * `p...` asks for an echo `r...`.
 */
import { say } from './lines.mjs';
import { cpuSeconds } from './process.mjs';

const windowBytes = 4 << 20;
const windowMessages = 8192;
const acknowledgeBytes = 256 << 10;
const acknowledgeMessages = 1024;
/** Messages between two turns of the event loop. */
const batch = 256;
const ping = 'p'.padEnd(64, '.');
const pong = 'r'.padEnd(64, '.');

export class Flow {
  #channel;
  #message = new Uint8Array(0);
  #window = 0;
  #inFlight = 0;
  #running = false;
  #scheduled = false;
  #received = { bytes: 0, messages: 0 };
  #unacknowledged = { bytes: 0, messages: 0 };
  #onPong = () => {};

  constructor(channel) {
    this.#channel = channel;
    channel.onmessage = ({ data }) => {
      if (typeof data === 'string') this.#onText(data);
      else this.#onBytes(data.byteLength);
    };
  }

  /** Sends messages of `size` bytes until stopped. */
  send(size) {
    this.#message = new Uint8Array(size);
    this.#window = Math.min(windowBytes, windowMessages * size);
    this.#inFlight = 0;
    this.#running = true;
    this.#pump();
  }

  stop() {
    this.#running = false;
    this.#channel.send('e');
  }

  /** What this side has received and used up to now. */
  mark() {
    return { seconds: performance.now() / 1000, cpu: cpuSeconds(), ...this.#received };
  }

  /** @returns {Promise<number[]>} milliseconds of each round trip */
  async ping(count) {
    const times = [];
    for (let i = 0; i < count; i += 1) {
      const start = performance.now();
      await new Promise((resolve) => {
        this.#onPong = resolve;
        this.#channel.send(ping);
      });
      times.push(performance.now() - start);
    }
    return times;
  }

  #pump() {
    const size = this.#message.byteLength;
    for (let i = 0; i < batch; i += 1) {
      if (!this.#running || this.#inFlight + size > this.#window) return;
      this.#inFlight += size;
      this.#channel.send(this.#message);
    }
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#pump();
    });
  }

  #onText(text) {
    if (text[0] === 'a') {
      this.#inFlight -= Number(text.slice(2));
      this.#pump();
    } else if (text[0] === 'p') {
      this.#channel.send(pong);
    } else if (text[0] === 'r') {
      this.#onPong();
    } else {
      this.#unacknowledged = { bytes: 0, messages: 0 };
      say('end');
    }
  }

  #onBytes(bytes) {
    this.#received.bytes += bytes;
    this.#received.messages += 1;
    const waiting = this.#unacknowledged;
    waiting.bytes += bytes;
    waiting.messages += 1;
    if (waiting.bytes < acknowledgeBytes && waiting.messages < acknowledgeMessages) return;
    this.#unacknowledged = { bytes: 0, messages: 0 };
    this.#channel.send(`a ${waiting.bytes}`);
  }
}
