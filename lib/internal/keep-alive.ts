import { addon } from '../native.js';

const collected = new FinalizationRegistry<KeepAlive>((keepAlive) => {
  keepAlive.end();
});

/**
 * One connection's hold on the event loop: while an operation is pending and
 * from the first local description until the connection is closed, unless the
 * program let go of it with `nonstandard.unref`.
 */
export class KeepAlive {
  #holding = false;
  #pending = 0;
  #negotiated = false;
  #unreferenced = false;
  #ended = false;

  /** `owner`: when it is collected, the hold ends. */
  constructor(owner: object) {
    collected.register(owner, this, this);
  }

  operationStarted(): void {
    this.#pending += 1;
    this.#update();
  }

  operationEnded(): void {
    this.#pending -= 1;
    this.#update();
  }

  negotiated(): void {
    this.#negotiated = true;
    this.#update();
  }

  ref(): void {
    this.#unreferenced = false;
    this.#update();
  }

  unref(): void {
    this.#unreferenced = true;
    this.#update();
  }

  end(): void {
    this.#ended = true;
    collected.unregister(this);
    this.#update();
  }

  #update(): void {
    const wanted = !this.#ended && !this.#unreferenced && (this.#negotiated || this.#pending > 0);
    if (wanted === this.#holding) return;
    this.#holding = wanted;
    if (wanted) addon.ref();
    else addon.unref();
  }
}
