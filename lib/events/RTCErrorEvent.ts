import { RTCErrorEventInit } from '../idl/events.js';
import { checkArguments, defineInterface, types } from '../webidl/index.js';
import type { RTCError } from './RTCError.js';

const CONTEXT = 'RTCErrorEvent constructor';

/** @see https://w3c.github.io/webrtc-pc/#rtcerrorevent-interface */
export class RTCErrorEvent extends Event {
  readonly #error: RTCError;

  constructor(type: string, eventInitDict: RTCErrorEventInit) {
    checkArguments(arguments.length, 2, CONTEXT);
    const name = types.DOMString.convert(type, `${CONTEXT}: type`);
    const init = RTCErrorEventInit.convert(eventInitDict, `${CONTEXT}: eventInitDict`);
    super(name, init);
    this.#error = init.error;
  }

  get error(): RTCError {
    return this.#error;
  }

  static {
    defineInterface(this, { is: (value) => #error in value });
  }
}
