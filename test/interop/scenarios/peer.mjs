import { Channel } from './channel.mjs';
import {
  describeArgument,
  describeDescription,
  describeError,
  describeState,
} from './describe.mjs';
import { next } from './log.mjs';
import { Media } from './media.mjs';

/**
 * A connection whose events, calls and settlements are logged.
 *
 * Lanes: the peer's name has what follows from signalling; `gathering`, `ice`
 * and `connection` come from the network. Candidates are not logged but for the
 * null one: their number is the machine's matter, and in Chromium the first may
 * come before the `gathering` state. `completed` counts as `connected`: whether
 * ICE gets there before that was told is a race.
 */
export class Peer {
  channels = {};
  #ice = 'new';

  constructor(name, { log, names }, pc) {
    this.name = name;
    this.log = log;
    this.pc = pc;
    this.names = names;
    for (const type of ['signalingstatechange', 'negotiationneeded']) {
      pc.addEventListener(type, () => this.note(type));
    }
    pc.addEventListener('icegatheringstatechange', () => {
      log.add(`${name} gathering`, pc.iceGatheringState);
    });
    pc.addEventListener('icecandidate', ({ candidate }) => {
      if (!candidate) log.add(`${name} gathering`, 'null candidate');
    });
    pc.addEventListener('iceconnectionstatechange', () => {
      const state = pc.iceConnectionState === 'completed' ? 'connected' : pc.iceConnectionState;
      if (state !== this.#ice) log.add(`${name} ice`, state);
      this.#ice = state;
    });
    pc.addEventListener('connectionstatechange', () => {
      log.add(`${name} connection`, pc.connectionState);
    });
    pc.addEventListener('datachannel', ({ channel }) => {
      this.#adopt(channel).note('datachannel', true);
    });
    this.media = new Media(this, names);
  }

  note(text) {
    this.log.add(this.name, `${text} | ${describeState(this.pc)}${this.media.summary()}`);
  }

  /** Everything about the transceivers, receivers and remote streams. */
  noteMedia() {
    for (const line of this.media.details()) this.log.add(this.name, `  ${line}`);
  }

  /** Calls a method that returns a promise; gives its value, or undefined when it fails. */
  async call(method, ...args) {
    const text = `${method}(${args.map(describeArgument).join(', ')})`;
    return this.attempt(text, () => this.pc[method](...args));
  }

  /** As {@link call}, of any object's method. */
  async attempt(text, run) {
    this.note(`${text} called`);
    try {
      const value = await this.#promise(text, run);
      const what = value?.type ? ` ${describeDescription(value)}` : '';
      this.note(`${text} fulfilled${what}`);
      return value;
    } catch (error) {
      this.note(`${text} rejected ${describeError(error)}`);
      return undefined;
    }
  }

  #promise(text, run) {
    try {
      return run();
    } catch (error) {
      this.note(`${text} threw instead of rejecting`);
      throw error;
    }
  }

  /** Calls something that returns no promise. */
  do(text, run) {
    try {
      const value = run(this.pc);
      this.note(text);
      return value;
    } catch (error) {
      this.note(`${text} threw ${describeError(error)}`);
      return undefined;
    }
  }

  /** Asks for something and logs the answer. */
  ask(text, run) {
    try {
      this.note(`${text}: ${this.names.argument(run(this.pc))}`);
    } catch (error) {
      this.note(`${text} threw ${describeError(error)}`);
    }
  }

  /** Does what makes a negotiation needed, waits for that event. */
  async needs(run) {
    const needed = this.next('negotiationneeded');
    const value = await run(this);
    await needed;
    return value;
  }

  addTrack(track, ...streams) {
    return this.#made('addTrack', [track, ...streams], ({ media }, sender) =>
      media.nameOfSender(sender),
    );
  }

  addTransceiver(trackOrKind, ...init) {
    return this.#made('addTransceiver', [trackOrKind, ...init], ({ media }, transceiver) =>
      media.name(transceiver),
    );
  }

  removeTrack(sender) {
    const name = this.media.nameOfSender(sender);
    this.do(`removeTrack(${name})`, (pc) => pc.removeTrack(sender));
  }

  #made(method, args, nameOf) {
    const text = `${method}(${args.map((each) => this.names.argument(each)).join(', ')})`;
    try {
      const value = this.pc[method](...args);
      this.note(`${text}: ${nameOf(this, value)}`);
      return value;
    } catch (error) {
      this.note(`${text} threw ${describeError(error)}`);
      return undefined;
    }
  }

  createChannel(label, init) {
    const text = `createDataChannel(${[label, init].filter(Boolean).map(describeArgument).join(', ')})`;
    const channel = this.do(text, (pc) => pc.createDataChannel(label, init));
    return channel && this.#adopt(channel);
  }

  /** Creates the channel, waits for the event that it makes. */
  async needChannel(label, init) {
    return this.needs(() => this.createChannel(label, init));
  }

  #adopt(channel) {
    return (this.channels[channel.label] = new Channel(this, channel));
  }

  next(type, fits) {
    return next(this.pc, type, fits);
  }

  /** Returns when no live track, of those kinds, is muted any more: each gets a packet. */
  async heard(kinds = ['audio', 'video']) {
    const tracks = this.pc.getReceivers().map(({ track }) => track);
    const live = tracks.filter(({ kind, readyState }) => {
      return kinds.includes(kind) && readyState === 'live';
    });
    const muted = live.filter((track) => track.muted);
    await Promise.all(muted.map((track) => next(track, 'unmute')));
  }

  /** The end of the next gathering. */
  gathered() {
    return this.next('icegatheringstatechange', () => this.pc.iceGatheringState === 'complete');
  }

  async connected() {
    if (this.pc.connectionState === 'connected') return;
    await this.next('connectionstatechange', () => this.pc.connectionState === 'connected');
  }

  /** The channel that the other side made, once its event came. */
  async remoteChannel(label) {
    if (!this.channels[label]) await this.next('datachannel', (e) => e.channel.label === label);
    return this.channels[label];
  }

  close() {
    this.do('close()', (pc) => pc.close());
  }
}
