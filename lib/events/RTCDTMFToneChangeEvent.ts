import { RTCDTMFToneChangeEventInit } from '../idl/rtp-events.js';
import { checkArguments, defineInterface, types } from '../webidl/index.js';

const CONTEXT = 'RTCDTMFToneChangeEvent constructor';

/**
 * A tone begins, or the last one has ended.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcdtmftonechangeevent
 */
export class RTCDTMFToneChangeEvent extends Event {
  readonly #tone: string;

  constructor(type: string, eventInitDict: RTCDTMFToneChangeEventInit = {}) {
    checkArguments(arguments.length, 1, CONTEXT);
    const name = types.DOMString.convert(type, `${CONTEXT}: type`);
    const init = RTCDTMFToneChangeEventInit.convert(eventInitDict, `${CONTEXT}: eventInitDict`);
    super(name, init);
    this.#tone = init.tone;
  }

  /** The tone's character; empty: all tones were played. */
  get tone(): string {
    return this.#tone;
  }

  static {
    defineInterface(this, { is: (value) => #tone in value });
  }
}
