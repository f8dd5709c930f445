/**
 * Negotiates as the W3C text's example does, for a page and for Node alike.
 *
 * @see https://w3c.github.io/webrtc-pc/#perfect-negotiation-example
 */
export class Negotiation {
  /** Failures that the pattern does not expect, by name and message. */
  errors = [];
  /** How often an offer came while an own one was out. */
  collisions = 0;
  #pc;
  #polite;
  #send;
  #makingOffer = false;
  #ignoreOffer = false;
  #isSettingRemoteAnswerPending = false;

  /** @param {(message: object) => void} send hands a message to the other side, in order */
  constructor(pc, polite, send) {
    this.#pc = pc;
    this.#polite = polite;
    this.#send = send;
    pc.onnegotiationneeded = () => this.#guard(() => this.#offer());
    pc.onicecandidate = ({ candidate }) => send({ candidate });
  }

  receive({ description, candidate }) {
    return this.#guard(() =>
      description ? this.#describe(description) : this.#addCandidate(candidate),
    );
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
}
