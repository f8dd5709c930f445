import { ChannelEnd } from './channel.mjs';
import { within } from './deadline.mjs';
import { Negotiation } from './negotiation.mjs';

/**
 * One side of a conversation, for a page and for Node alike; what goes in and
 * out of its methods is JSON.
 */
class Peer {
  #pc;
  #negotiation;
  #channels = new Map();

  /** @param {(message: object) => void} send hands a message to the other side, in order */
  constructor(RTCPeerConnection, { polite }, send) {
    this.#pc = new RTCPeerConnection();
    this.#negotiation = new Negotiation(this.#pc, polite, send);
    this.#pc.ondatachannel = ({ channel }) => this.#adopt(channel);
  }

  receive(message) {
    return this.#negotiation.receive(message);
  }

  createChannel(label, init) {
    this.#adopt(this.#pc.createDataChannel(label, init));
  }

  /** The channel's facts, once it is open. */
  async opened(label) {
    const channel = await this.#channel(label);
    await channel.opened();
    return channel.facts();
  }

  /** Calls a method of a channel's end. */
  async channel(label, method, ...args) {
    const channel = await this.#channel(label);
    return channel[method](...args);
  }

  restartIce() {
    this.#pc.restartIce();
  }

  /** An own offer is out. */
  offered() {
    return this.#until('signalingstatechange', () => this.#pc.signalingState !== 'stable');
  }

  /** Nothing is being negotiated, and the ICE credentials are others than these. */
  restarted({ usernameFragment }) {
    return this.#until('signalingstatechange', () => {
      const { signalingState, usernameFragment: now } = this.states();
      return signalingState === 'stable' && now !== usernameFragment;
    });
  }

  states() {
    const { signalingState, connectionState, iceConnectionState, sctp } = this.#pc;
    return {
      ...{ signalingState, connectionState, iceConnectionState },
      maxMessageSize: sctp?.maxMessageSize ?? null,
      usernameFragment: /a=ice-ufrag:(\S+)/.exec(this.#pc.localDescription?.sdp ?? '')?.[1] ?? null,
      errors: this.#negotiation.errors,
      collisions: this.#negotiation.collisions,
    };
  }

  close() {
    this.#pc.close();
  }

  #adopt(channel) {
    this.#channels.set(channel.label, new ChannelEnd(channel));
  }

  async #channel(label) {
    await this.#until('datachannel', () => this.#channels.has(label), label);
    return this.#channels.get(label);
  }

  async #until(type, condition, what = '') {
    while (!condition()) {
      const event = new Promise((resolve) =>
        this.#pc.addEventListener(type, resolve, { once: true }),
      );
      await within(event, () => `${type} ${what} ${JSON.stringify(this.states())}`);
    }
  }
}

export function createPeer({ RTCPeerConnection }, ...args) {
  return new Peer(RTCPeerConnection, ...args);
}
