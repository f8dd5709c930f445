import { ChannelEnd } from './channel.mjs';
import { within } from './deadline.mjs';

/**
 * One side of a conversation, for a page and for Node alike; what goes in and
 * out of its methods is JSON. It negotiates as the W3C text's example does.
 *
 * @see https://w3c.github.io/webrtc-pc/#perfect-negotiation-example
 */
export class Peer {
  /** Failures that the pattern does not expect, by name and message. */
  errors = [];
  /** How often an offer came while an own one was out. */
  collisions = 0;
  #pc;
  #polite;
  #send;
  #channels = new Map();
  #makingOffer = false;
  #ignoreOffer = false;
  #isSettingRemoteAnswerPending = false;

  /** @param {(message: object) => void} send hands a message to the other side, in order */
  constructor(RTCPeerConnection, { polite }, send) {
    this.#polite = polite;
    this.#send = send;
    this.#pc = new RTCPeerConnection();
    this.#pc.onnegotiationneeded = () => this.#guard(() => this.#offer());
    this.#pc.onicecandidate = ({ candidate }) => send({ candidate });
    this.#pc.ondatachannel = ({ channel }) => this.#adopt(channel);
  }

  receive({ description, candidate }) {
    return this.#guard(() =>
      description ? this.#describe(description) : this.#addCandidate(candidate),
    );
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
      ...{ errors: this.errors, collisions: this.collisions },
    };
  }

  close() {
    this.#pc.close();
  }

  async #guard(run) {
    try {
      await run();
    } catch (error) {
      this.errors.push(`${error.name}: ${error.message}`);
    }
  }

  async #offer() {
    try {
      this.#makingOffer = true;
      await this.#pc.setLocalDescription();
      this.#send({ description: this.#pc.localDescription });
    } finally {
      this.#makingOffer = false;
    }
  }

  async #describe(description) {
    const pc = this.#pc;
    const ready =
      !this.#makingOffer && (pc.signalingState === 'stable' || this.#isSettingRemoteAnswerPending);
    const collides = description.type === 'offer' && !ready;
    if (collides) this.collisions += 1;
    this.#ignoreOffer = !this.#polite && collides;
    if (this.#ignoreOffer) return;
    this.#isSettingRemoteAnswerPending = description.type === 'answer';
    await pc.setRemoteDescription(description);
    this.#isSettingRemoteAnswerPending = false;
    if (description.type !== 'offer') return;
    await pc.setLocalDescription();
    this.#send({ description: pc.localDescription });
  }

  async #addCandidate(candidate) {
    try {
      await this.#pc.addIceCandidate(candidate);
    } catch (error) {
      if (!this.#ignoreOffer) throw error;
    }
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
