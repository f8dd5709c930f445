import type { RTCStats } from '../idl/index.js';
import { checkConstruct, defineInterface } from '../webidl/index.js';

/**
 * Stats objects by their ids; readonly and maplike.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcstatsreport-object
 */
export class RTCStatsReport {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as in lib.dom
  declare [Symbol.iterator]: () => MapIterator<[string, any]>;
  readonly #entries: ReadonlyMap<string, RTCStats>;

  /** @internal */
  constructor(token: symbol, entries: ReadonlyMap<string, RTCStats>) {
    checkConstruct(token);
    this.#entries = entries;
  }

  get size(): number {
    return this.#entries.size;
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as in lib.dom: the type member tells the dictionary
  get(id: string): any {
    return this.#entries.get(id);
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as in lib.dom
  entries(): MapIterator<[string, any]> {
    return this.#entries.entries();
  }

  keys(): MapIterator<string> {
    return this.#entries.keys();
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as in lib.dom
  values(): MapIterator<any> {
    return this.#entries.values();
  }

  forEach(
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as in lib.dom
    callbackfn: (value: any, key: string, parent: RTCStatsReport) => void,
    thisArg?: unknown,
  ): void {
    for (const [key, value] of this.#entries) {
      Reflect.apply(callbackfn, thisArg, [value, key, this]);
    }
  }

  static {
    defineInterface(this, {
      is: (value) => #entries in value,
      constructorLength: 0,
      iterator: 'entries',
      required: { forEach: 1 },
    });
  }
}
