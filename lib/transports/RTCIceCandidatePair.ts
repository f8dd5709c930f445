import type { RTCIceCandidate } from '../peerconnection/RTCIceCandidate.js';
import { checkConstruct, defineInterface } from '../webidl/index.js';

/** @see https://w3c.github.io/webrtc-pc/#rtcicecandidatepair */
export class RTCIceCandidatePair {
  readonly #local: RTCIceCandidate;
  readonly #remote: RTCIceCandidate;

  /** @internal */
  constructor(token: symbol, local: RTCIceCandidate, remote: RTCIceCandidate) {
    checkConstruct(token);
    this.#local = local;
    this.#remote = remote;
  }

  get local(): RTCIceCandidate {
    return this.#local;
  }

  get remote(): RTCIceCandidate {
    return this.#remote;
  }

  static {
    defineInterface(this, { is: (value) => #local in value, constructorLength: 0 });
  }
}
