import {
  RTCRtpCodec,
  RTCRtpHeaderExtensionCapability,
  RTCRtpTransceiverDirection,
} from '../idl/index.js';
import { checkConstruct, defineInterface, sequence, types } from '../webidl/index.js';
import { setCodecPreferences } from './codec-preferences.js';
import {
  headerExtensionsToNegotiate,
  negotiatedHeaderExtensions,
  setHeaderExtensionsToNegotiate,
} from './header-extensions.js';
import type { RTCRtpReceiver } from './RTCRtpReceiver.js';
import type { RTCRtpSender } from './RTCRtpSender.js';
import { setDirection, stop } from './stop.js';
import type { Transceiver } from './transceiver.js';

const Codecs = sequence<RTCRtpCodec, RTCRtpCodec>(RTCRtpCodec);
const Extensions = sequence<RTCRtpHeaderExtensionCapability, RTCRtpHeaderExtensionCapability>(
  RTCRtpHeaderExtensionCapability,
);

/**
 * A sender and a receiver that share a section of the descriptions.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcrtptransceiver-interface
 */
export class RTCRtpTransceiver {
  readonly #transceiver: Transceiver;

  /** @internal */
  constructor(token: symbol, transceiver: Transceiver) {
    checkConstruct(token);
    this.#transceiver = transceiver;
  }

  /** The name of its section; `null` until a description has it. */
  get mid(): string | null {
    return this.#transceiver.mid;
  }

  get sender(): RTCRtpSender {
    return this.#transceiver.sender;
  }

  get receiver(): RTCRtpReceiver {
    return this.#transceiver.receiver;
  }

  /** What the next offer or answer asks for. */
  get direction(): RTCRtpTransceiverDirection {
    // 2. and 3. If [[Stopping]] is true, return "stopped", else [[Direction]].
    const { stopping, direction } = this.#transceiver;
    return stopping ? 'stopped' : direction;
  }

  /**
   * @see https://w3c.github.io/webrtc-pc/#dom-rtcrtptransceiver-direction
   * @throws InvalidStateError when it is stopped, TypeError for `stopped`
   */
  set direction(value: RTCRtpTransceiverDirection) {
    const text = types.DOMString.convert(value, 'RTCRtpTransceiver.direction');
    if (RTCRtpTransceiverDirection.has(text)) setDirection(this.#transceiver, text);
  }

  /** What was negotiated; `null` before the first answer. */
  get currentDirection(): RTCRtpTransceiverDirection | null {
    // 2. and 3. If [[Stopped]] is true, return "stopped", else [[CurrentDirection]].
    const { stopped, currentDirection } = this.#transceiver;
    return stopped ? 'stopped' : currentDirection;
  }

  /**
   * For good: nothing is sent or received any more, the next offer says so.
   *
   * @throws InvalidStateError when the connection is closed
   */
  stop(): void {
    stop(this.#transceiver);
  }

  /**
   * The codecs that offers and answers have, in this order; empty: the default.
   *
   * @throws InvalidModificationError for a codec that is not in the capabilities, or when none
   *   but RTX, RED and FEC are there
   */
  setCodecPreferences(codecs: Iterable<RTCRtpCodec>): void {
    const context = 'RTCRtpTransceiver.setCodecPreferences: codecs';
    setCodecPreferences(this.#transceiver, Codecs.convert(codecs, context));
  }

  /** @see https://w3c.github.io/webrtc-extensions/#rtp-header-extension-control-transceiver-methods */
  getHeaderExtensionsToNegotiate(): RTCRtpHeaderExtensionCapability[] {
    return headerExtensionsToNegotiate(this.#transceiver);
  }

  /**
   * @param extensions what `getHeaderExtensionsToNegotiate()` gives, with other directions
   * @throws InvalidModificationError when extensions are missing, in another order, or cannot
   *   have the direction
   */
  setHeaderExtensionsToNegotiate(extensions: Iterable<RTCRtpHeaderExtensionCapability>): void {
    const context = 'RTCRtpTransceiver.setHeaderExtensionsToNegotiate: extensions';
    setHeaderExtensionsToNegotiate(this.#transceiver, Extensions.convert(extensions, context));
  }

  /** As the last answer made them; `stopped`: not negotiated. */
  getNegotiatedHeaderExtensions(): RTCRtpHeaderExtensionCapability[] {
    return negotiatedHeaderExtensions(this.#transceiver);
  }

  static {
    defineInterface(this, { is: (value) => #transceiver in value, constructorLength: 0 });
  }
}
