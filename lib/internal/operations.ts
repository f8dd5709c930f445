import { abandon, request } from './dispatcher.js';
import type { KeepAlive } from './keep-alive.js';
import type { NativeError, RequestId } from './native-types.js';

type Start = (id: RequestId) => void;
type Finish<V, R> = (error: NativeError | null, value: V) => R;

/**
 * The pending operations of one connection.
 *
 * libwebrtc keeps the operations chain of the text: it runs what is started
 * here one after the other, in this order.
 *
 * @see https://w3c.github.io/webrtc-pc/#dfn-operations-chain
 */
export class Operations {
  readonly #keepAlive: KeepAlive;
  readonly #pending = new Set<RequestId>();
  #started = 0;
  #describing = 0;
  #ended = false;

  constructor(keepAlive: KeepAlive) {
    this.#keepAlive = keepAlive;
  }

  /** How many operations of the chain were started so far. */
  get started(): number {
    return this.#started;
  }

  /** A description is being set: what the next operation will find is not known yet. */
  get describing(): boolean {
    return this.#describing > 0;
  }

  /**
   * Starts an operation of the chain. `finish` runs in the task of its end,
   * before the promise settles with what it returns or throws. The promise of
   * an operation during which the connection was closed never settles.
   */
  chain<V, R>(start: Start, finish: Finish<V, R>): Promise<R> {
    this.#started += 1;
    return this.run(start, finish);
  }

  /** As {@link chain}, for the operations that set a description. */
  describe<V, R>(start: Start, finish: Finish<V, R>): Promise<R> {
    this.#describing += 1;
    return this.chain<V, R>(start, (error, value) => {
      this.#describing -= 1;
      return finish(error, value);
    });
  }

  /** The connection is closed: nothing pending settles any more, nothing holds the event loop. */
  end(): void {
    this.#ended = true;
    for (const id of this.#pending) abandon(id);
    this.#pending.clear();
    this.#keepAlive.end();
  }

  /** Starts something that is no part of the chain. */
  run<V, R>(start: Start, finish: Finish<V, R>): Promise<R> {
    return new Promise((resolve, reject) => {
      const settle = (error: NativeError | null, value: V) => {
        this.#pending.delete(id);
        this.#keepAlive.operationEnded();
        let result: R;
        try {
          result = finish(error, value);
        } catch (exception) {
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as it was thrown
          if (!this.#ended) reject(exception);
          return;
        }
        if (!this.#ended) resolve(result);
      };
      const id = request(start, settle);
      this.#pending.add(id);
      this.#keepAlive.operationStarted();
    });
  }
}
