import { MediaStreamTrackEventInit } from '../idl/media-track.js';
import type { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import { checkArguments, defineInterface, types } from '../webidl/index.js';

const CONTEXT = 'MediaStreamTrackEvent constructor';

/**
 * The remote peer added a track to a stream, or removed one.
 *
 * @see https://w3c.github.io/mediacapture-main/#mediastreamtrackevent
 */
export class MediaStreamTrackEvent extends Event {
  readonly #track: MediaStreamTrack;

  constructor(type: string, eventInitDict: MediaStreamTrackEventInit) {
    checkArguments(arguments.length, 2, CONTEXT);
    const name = types.DOMString.convert(type, `${CONTEXT}: type`);
    const init = MediaStreamTrackEventInit.convert(eventInitDict, `${CONTEXT}: eventInitDict`);
    super(name, init);
    this.#track = init.track;
  }

  get track(): MediaStreamTrack {
    return this.#track;
  }

  static {
    defineInterface(this, { is: (value) => #track in value });
  }
}
