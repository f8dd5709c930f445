import { Negotiation } from './negotiation.mjs';

/**
 * One side of a call, for a page and for Node alike; what goes in and out of
 * its methods is JSON. Transceivers go by their mid.
 */
class CallPeer {
  #scope;
  #pc;
  #report;
  #negotiation;

  /**
   * @param {object} scope `RTCPeerConnection`, `RTCRtpReceiver`, and `createTestTrack`,
   *   `readTestTrack` as `nonstandard` has them, or the like
   * @param {(report: object) => void} report tells of remote tracks: events and readings
   */
  constructor(scope, { polite }, send, report) {
    this.#scope = scope;
    this.#pc = new scope.RTCPeerConnection();
    this.#report = report;
    this.#negotiation = new Negotiation(this.#pc, polite, send);
    this.#pc.ontrack = ({ track, transceiver: { mid } }) => this.#adopt(track, mid);
  }

  receive(message) {
    return this.#negotiation.receive(message);
  }

  /** Sends a new test track; with `init` by a transceiver of its own. */
  async add(kind, options, init) {
    const track = await this.#scope.createTestTrack(kind, options);
    if (init) this.#pc.addTransceiver(track, init);
    else this.#pc.addTrack(track);
  }

  /** Of all video. */
  /** `parameters`: those of its line in SDP that tell it from others of its type. */
  preferCodec(mimeType, parameters = []) {
    const { codecs } = this.#scope.RTCRtpReceiver.getCapabilities('video');
    const isFirst = (codec) =>
      codec.mimeType === mimeType &&
      parameters.every((each) => (codec.sdpFmtpLine ?? '').split(';').includes(each));
    const sorted = [...codecs.filter(isFirst), ...codecs.filter((codec) => !isFirst(codec))];
    for (const transceiver of this.#pc.getTransceivers()) {
      if (transceiver.receiver.track.kind === 'video') transceiver.setCodecPreferences(sorted);
    }
  }

  setDirection(mid, direction) {
    this.#transceiver(mid).direction = direction;
  }

  stop(mid) {
    this.#transceiver(mid).stop();
  }

  /** Changes one member of all encodings, given a value each. */
  async setEncodings(mid, member, values) {
    const { sender } = this.#transceiver(mid);
    const parameters = sender.getParameters();
    parameters.encodings.forEach((encoding, index) => (encoding[member] = values[index]));
    await sender.setParameters(parameters);
  }

  rids(mid) {
    return this.#transceiver(mid)
      .sender.getParameters()
      .encodings.map(({ rid }) => rid);
  }

  /** All stats of this type. */
  async stats(type) {
    return [...(await this.#pc.getStats()).values()].filter((stats) => stats.type === type);
  }

  errors() {
    return this.#negotiation.errors;
  }

  close() {
    this.#pc.close();
  }

  #adopt(track, mid) {
    this.#report({ mid, event: 'track' });
    for (const type of ['mute', 'unmute', 'ended']) {
      track.addEventListener(type, () => this.#report({ mid, event: type }));
    }
    this.#scope.readTestTrack(track, (reading) => this.#report({ mid, reading }));
  }

  #transceiver(mid) {
    return this.#pc.getTransceivers().find((transceiver) => transceiver.mid === mid);
  }
}

export function createPeer(...args) {
  return new CallPeer(...args);
}
