import { RTCPeerConnectionIceEventInit } from '../idl/events.js';
import type { RTCIceCandidate } from '../peerconnection/RTCIceCandidate.js';
import { checkArguments, defineInterface, types } from '../webidl/index.js';

const CONTEXT = 'RTCPeerConnectionIceEvent constructor';

/**
 * A local candidate to be signaled to the remote peer.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcpeerconnectioniceevent
 */
export class RTCPeerConnectionIceEvent extends Event {
  readonly #candidate: RTCIceCandidate | null;
  readonly #url: string | null;

  constructor(type: string, eventInitDict: RTCPeerConnectionIceEventInit = {}) {
    checkArguments(arguments.length, 1, CONTEXT);
    const name = types.DOMString.convert(type, `${CONTEXT}: type`);
    const init = RTCPeerConnectionIceEventInit.convert(eventInitDict, `${CONTEXT}: eventInitDict`);
    super(name, init);
    this.#candidate = init.candidate ?? null;
    this.#url = init.url ?? null;
  }

  /** `null`: all candidates were gathered. */
  get candidate(): RTCIceCandidate | null {
    return this.#candidate;
  }

  /** The STUN or TURN server that gave the candidate. */
  get url(): string | null {
    return this.#url;
  }

  static {
    defineInterface(this, { is: (value) => #candidate in value });
  }
}
