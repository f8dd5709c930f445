import { RTCTrackEventInit } from '../idl/rtp-events.js';
import type { MediaStream } from '../mediastream/MediaStream.js';
import type { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import type { RTCRtpReceiver } from '../rtp/RTCRtpReceiver.js';
import type { RTCRtpTransceiver } from '../rtp/RTCRtpTransceiver.js';
import { checkArguments, defineInterface, types } from '../webidl/index.js';

const CONTEXT = 'RTCTrackEvent constructor';

/**
 * The remote peer has a track to send.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtctrackevent
 */
export class RTCTrackEvent extends Event {
  readonly #receiver: RTCRtpReceiver;
  readonly #track: MediaStreamTrack;
  readonly #streams: readonly MediaStream[];
  readonly #transceiver: RTCRtpTransceiver;

  constructor(type: string, eventInitDict: RTCTrackEventInit) {
    checkArguments(arguments.length, 2, CONTEXT);
    const name = types.DOMString.convert(type, `${CONTEXT}: type`);
    const init = RTCTrackEventInit.convert(eventInitDict, `${CONTEXT}: eventInitDict`);
    super(name, init);
    this.#receiver = init.receiver;
    this.#track = init.track;
    this.#streams = Object.freeze(init.streams);
    this.#transceiver = init.transceiver;
  }

  get receiver(): RTCRtpReceiver {
    return this.#receiver;
  }

  get track(): MediaStreamTrack {
    return this.#track;
  }

  /** The streams that the remote peer put the track in. */
  get streams(): readonly MediaStream[] {
    return this.#streams;
  }

  get transceiver(): RTCRtpTransceiver {
    return this.#transceiver;
  }

  static {
    defineInterface(this, { is: (value) => #receiver in value });
  }
}
