import { describeData, describeError } from './describe.mjs';
import { next } from './log.mjs';

/**
 * A data channel whose events are logged, in a lane of its own. `closing` is
 * not: Chromium fires it when its main thread is fast enough to see that state.
 */
export class Channel {
  #isOpen = false;

  constructor(peer, channel) {
    this.peer = peer;
    this.channel = channel;
    channel.addEventListener('open', () => {
      this.#isOpen = true;
      this.note('open');
    });
    channel.addEventListener('close', () => this.note('close'));
    channel.addEventListener('message', ({ data }) => this.note(`message ${describeData(data)}`));
    channel.addEventListener('error', ({ error }) => this.note(`error ${describeError(error)}`));
  }

  note(text, withOptions = false) {
    const { label, readyState, ...rest } = this.#facts();
    const options = withOptions ? ` ${JSON.stringify(rest)}` : '';
    this.peer.log.add(`${this.peer.name} channel ${label}`, `${text} | ${readyState}${options}`);
  }

  #facts() {
    const { label, readyState, id, ordered, maxPacketLifeTime, maxRetransmits } = this.channel;
    const { protocol, negotiated, binaryType } = this.channel;
    const options = { ordered, maxPacketLifeTime, maxRetransmits, protocol, negotiated };
    return { label, readyState, id, ...options, binaryType };
  }

  async opened() {
    if (!this.#isOpen) await this.next('open');
  }

  next(type, fits) {
    return next(this.channel, type, fits);
  }

  nextMessage(data) {
    return this.next('message', (event) => event.data === data);
  }

  send(data) {
    try {
      this.channel.send(data);
      this.note('send');
    } catch (error) {
      this.note(`send threw ${describeError(error)}`);
    }
  }

  close() {
    this.channel.close();
    this.note('close()');
  }
}
