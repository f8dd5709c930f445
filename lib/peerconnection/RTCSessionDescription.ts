import { RTCSessionDescriptionInit } from '../idl/description.js';
import { RTCSdpType } from '../idl/enums.js';
import { checkArguments, defineInterface, toJSON, types } from '../webidl/index.js';

const CONTEXT = 'RTCSessionDescription constructor';

/**
 * An offer or an answer.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcsessiondescription-class
 */
export class RTCSessionDescription {
  #type: RTCSdpType;
  #sdp: string;

  constructor(descriptionInitDict: RTCSessionDescriptionInit) {
    checkArguments(arguments.length, 1, CONTEXT);
    const init = RTCSessionDescriptionInit.convert(
      descriptionInitDict,
      `${CONTEXT}: descriptionInitDict`,
    );
    this.#type = init.type;
    this.#sdp = init.sdp;
  }

  /** Assignable as in Chrome; a value that is no RTCSdpType is ignored. */
  get type(): RTCSdpType {
    return this.#type;
  }

  set type(value: RTCSdpType) {
    const text = types.DOMString.convert(value, 'RTCSessionDescription.type');
    if (RTCSdpType.has(text)) this.#type = text;
  }

  /** Assignable as in Chrome, for programs that change SDP before they set it. */
  get sdp(): string {
    return this.#sdp;
  }

  set sdp(value: string) {
    this.#sdp = types.DOMString.convert(value, 'RTCSessionDescription.sdp');
  }

  toJSON(): Required<RTCSessionDescriptionInit> {
    return toJSON<RTCSessionDescription, 'type' | 'sdp'>(this, ['type', 'sdp']);
  }

  static {
    defineInterface(this, { is: (value) => #type in value });
  }
}
