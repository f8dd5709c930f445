/**
 * The media side of a peer: its transceivers by the order in which they were
 * first seen (`t0`), remote streams that have tracks by the names of those sent,
 * transports by identity (`T0`). Events of receivers' tracks and of remote
 * streams are logged. `unmute` comes with a packet, and `ended` in Chromium by a
 * way of its own from the signaling thread: these two are in a lane of the track.
 */
export class Media {
  #peer;
  #names;
  #seen = [];
  #streams = new Map();
  #transports = [];

  constructor(peer, names) {
    this.#peer = peer;
    this.#names = names;
    peer.pc.addEventListener('track', (event) => this.#noteTrack(event));
  }

  /** ` [0:sendrecv/- -:recvonly/-]`: mid, direction and current direction. */
  summary() {
    const transceivers = this.#look();
    const each = transceivers.map(
      ({ mid, direction, currentDirection }) =>
        `${mid ?? '-'}:${direction}/${currentDirection ?? '-'}`,
    );
    return each.length === 0 ? '' : ` [${each.join(' ')}]`;
  }

  /** One line for each transceiver that there is or was, and one for each remote stream. */
  details() {
    const present = this.#look();
    const lines = this.#seen.map((transceiver, index) => {
      const { mid, direction, currentDirection, sender, receiver } = transceiver;
      const { kind, readyState } = receiver.track;
      const facts = [
        `t${index} ${kind}`,
        `mid ${mid}`,
        `${direction}/${currentDirection}`,
        `sends ${this.#names.of(sender.track)} over ${this.#transport(sender.transport)}`,
        `receives ${readyState} over ${this.#transport(receiver.transport)}`,
      ];
      if (!present.includes(transceiver)) facts.push('gone');
      return facts.join(', ');
    });
    return [...lines, ...this.#describeStreams()];
  }

  #describeStreams() {
    const lines = [...this.#streams].map(([stream, name]) => {
      const tracks = stream.getTracks().map((track) => this.#names.of(track));
      if (tracks.length === 0) return null;
      return `${name} has [${tracks.join(' ')}]${stream.active ? ' active' : ''}`;
    });
    return lines.filter(Boolean).sort();
  }

  /** `t0` */
  name(transceiver) {
    this.#look();
    const index = this.#seen.indexOf(transceiver);
    return index < 0 ? 'unknown' : `t${index}`;
  }

  nameOfSender(sender) {
    this.#look();
    return `t${this.#seen.findIndex((transceiver) => transceiver.sender === sender)}`;
  }

  #look() {
    const transceivers = this.#peer.pc.getTransceivers();
    for (const transceiver of transceivers) {
      if (!this.#seen.includes(transceiver)) this.#meet(transceiver);
    }
    return transceivers;
  }

  #meet(transceiver) {
    const name = `t${this.#seen.length}`;
    this.#seen.push(transceiver);
    const { track } = transceiver.receiver;
    this.#names.set(track, `${this.#peer.name}.${name}`);
    track.addEventListener('mute', () => this.#peer.note(`mute of ${name}`));
    for (const type of ['unmute', 'ended']) {
      track.addEventListener(type, () => {
        this.#peer.log.add(`${this.#peer.name} ${name}`, `${type}, ${track.readyState}`);
      });
    }
  }

  #noteTrack({ track, receiver, transceiver, streams }) {
    const names = streams.map((stream) => this.#meetStream(stream));
    const same = track === receiver.track && receiver === transceiver.receiver;
    const text = `track ${this.name(transceiver)} in [${names.join(' ')}]`;
    this.#peer.note(same ? text : `${text} of another receiver`);
  }

  /** `s1`; `s1 again` when another object with its id was there before. */
  #meetStream(stream) {
    const known = this.#streams.get(stream);
    if (known !== undefined) return known;
    const name = this.#names.ofStreamId(stream.id) ?? this.#unnamed(stream);
    const isFirst = ![...this.#streams.values()].includes(name);
    this.#streams.set(stream, name);
    for (const type of ['addtrack', 'removetrack']) {
      stream.addEventListener(type, ({ track }) => {
        this.#peer.note(`${type} of ${name}: ${this.#names.of(track)}`);
      });
    }
    return isFirst ? name : `${name} again`;
  }

  #unnamed(stream) {
    this.#names.give(stream, 'unnamed');
    return this.#names.of(stream);
  }

  #transport(transport) {
    if (transport === null) return 'null';
    if (!this.#transports.includes(transport)) this.#transports.push(transport);
    return `T${this.#transports.indexOf(transport)}`;
  }
}
