import type { RTCDataChannel } from '../datachannel/RTCDataChannel.js';
import { RTCDataChannelEventInit } from '../idl/events.js';
import { checkArguments, defineInterface, types } from '../webidl/index.js';

const CONTEXT = 'RTCDataChannelEvent constructor';

/**
 * The remote peer made a data channel.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcdatachannelevent
 */
export class RTCDataChannelEvent extends Event {
  readonly #channel: RTCDataChannel;

  constructor(type: string, eventInitDict: RTCDataChannelEventInit) {
    checkArguments(arguments.length, 2, CONTEXT);
    const name = types.DOMString.convert(type, `${CONTEXT}: type`);
    const init = RTCDataChannelEventInit.convert(eventInitDict, `${CONTEXT}: eventInitDict`);
    super(name, init);
    this.#channel = init.channel;
  }

  get channel(): RTCDataChannel {
    return this.#channel;
  }

  static {
    defineInterface(this, { is: (value) => #channel in value });
  }
}
