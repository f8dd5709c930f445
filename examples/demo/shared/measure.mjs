/** Round-trip time and throughput over two open channels, in Node and in a browser. */

const chunkBytes = 16 * 1024;
const highWater = 1024 * 1024;
const lowWater = 256 * 1024;

/** Answers pings and counts what arrives, from a channel's first message on. */
export class Responder {
  #received = 0;
  #burst = { bytes: 0, first: 0 };
  #control;
  /** Commands that nobody waited for yet, and who waits for which. */
  #arrived = new Map();
  #waiting = new Map();
  #handlers = new Map();

  /** @param {RTCDataChannel} channel labelled control or bulk */
  attach(channel) {
    channel.binaryType = 'arraybuffer';
    if (channel.label === 'control') {
      this.#control = channel;
      channel.addEventListener('message', ({ data }) => this.#command(JSON.parse(data)));
    } else {
      channel.addEventListener('message', ({ data }) => this.#count(data));
    }
  }

  /** Resolves with the next command of this name from the other side. */
  next(name) {
    const command = this.#arrived.get(name);
    if (command && this.#arrived.delete(name)) return Promise.resolve(command);
    return new Promise((resolve) => this.#waiting.set(name, resolve));
  }

  /** Calls back with every command of this name. */
  on(name, handler) {
    this.#handlers.set(name, handler);
  }

  /** Bytes that arrived since the last call. */
  takeReceived() {
    const received = this.#received;
    this.#received = 0;
    return received;
  }

  #command(command) {
    if (command.name === 'ping') {
      this.#control.send(JSON.stringify({ name: `pong ${command.number}` }));
      return;
    }
    const handler = this.#handlers.get(command.name);
    if (handler) return handler(command);
    const resolve = this.#waiting.get(command.name);
    if (!this.#waiting.delete(command.name)) this.#arrived.set(command.name, command);
    resolve?.(command);
  }

  #count(data) {
    if (typeof data === 'string') {
      const { bytes, first } = this.#burst;
      const took = performance.now() - first;
      this.#burst = { bytes: 0, first: 0 };
      this.#control.send(JSON.stringify({ name: 'burst received', bytes, took }));
      return;
    }
    if (this.#burst.bytes === 0) this.#burst.first = performance.now();
    this.#burst.bytes += data.byteLength;
    this.#received += data.byteLength;
  }
}

let pings = 0;

/** @returns {Promise<number>} milliseconds of one round trip through both applications */
export async function ping(control, responder) {
  const number = ++pings;
  const answer = responder.next(`pong ${number}`);
  const sent = performance.now();
  control.send(JSON.stringify({ name: 'ping', number }));
  await answer;
  return performance.now() - sent;
}

/** @returns {Promise<{median: number, p95: number}>} milliseconds */
export async function roundTrips(control, responder, count = 100) {
  const times = [];
  for (let i = 0; i < count; i++) times.push(await ping(control, responder));
  times.sort((a, b) => a - b);
  return { median: times[count >> 1], p95: times[Math.floor(count * 0.95)] };
}

/**
 * Sends as fast as the channel takes it, without filling its buffer.
 *
 * @param {RTCDataChannel} bulk
 * @param {() => boolean} goesOn asked before each message
 * @param {(bytes: number) => void} [onqueued] told after each message
 */
export async function pump(bulk, goesOn, onqueued) {
  const chunk = new Uint8Array(chunkBytes);
  bulk.bufferedAmountLowThreshold = lowWater;
  while (goesOn() && bulk.readyState === 'open') {
    bulk.send(chunk);
    onqueued?.(chunkBytes);
    if (bulk.bufferedAmount > highWater) await drained(bulk);
  }
}

function drained(bulk) {
  return new Promise((resolve) => {
    const done = () => {
      bulk.removeEventListener('bufferedamountlow', done);
      bulk.removeEventListener('close', done);
      resolve();
    };
    bulk.addEventListener('bufferedamountlow', done);
    bulk.addEventListener('close', done);
  });
}

/** @returns {Promise<number>} bits per second that the other side received */
export async function throughput(bulk, responder, milliseconds) {
  const report = responder.next('burst received');
  const end = performance.now() + milliseconds;
  await pump(bulk, () => performance.now() < end);
  bulk.send('end');
  const { bytes, took } = await report;
  return (bytes * 8000) / took;
}
