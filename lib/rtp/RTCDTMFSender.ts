import { RTCDTMFToneChangeEvent } from '../events/RTCDTMFToneChangeEvent.js';
import type { RTCDTMFSenderHandlers } from '../events/handlers.js';
import { typedEventTarget } from '../events/TypedEventTarget.js';
import { defineEventHandlers } from '../internal/event-handlers.js';
import type { NativeEvents } from '../internal/native-types.js';
import { checkConstruct, defineInterface, types } from '../webidl/index.js';
import { sending } from './direction.js';
import type { Transceiver } from './transceiver.js';

export interface RTCDTMFSenderEventMap {
  tonechange: RTCDTMFToneChangeEvent;
}

type ToneChange = NativeEvents['transceiver']['tonechange'];

/** A tone begins, or all have ended. */
export let changeTone: (sender: RTCDTMFSender, change: ToneChange) => void;

/** Milliseconds. */
const [MIN_DURATION, MIN_GAP, MAX_TIME] = [40, 30, 6000];

const clamp = (value: number, least: number) => Math.min(Math.max(value, least), MAX_TIME);

/**
 * Sends the tones of a telephone's keys.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcdtmfsender
 */
export class RTCDTMFSender extends typedEventTarget<
  RTCDTMFSenderEventMap,
  RTCDTMFSenderHandlers
>() {
  readonly #transceiver: Transceiver;
  #toneBuffer = '';

  /** @internal */
  constructor(token: symbol, transceiver: Transceiver) {
    checkConstruct(token);
    super();
    this.#transceiver = transceiver;
  }

  /** @see https://w3c.github.io/webrtc-pc/#dfn-determine-if-dtmf-can-be-sent */
  get canInsertDTMF(): boolean {
    const { connection, stopping, senderTrack, currentDirection, isActive, native } =
      this.#transceiver;
    return (
      // 4. and 5. The connection is connected, the transceiver is not stopping.
      connection.connectionState === 'connected' &&
      !stopping &&
      // 6. and 7. There is a track, and it is sent.
      senderTrack !== null &&
      sending(currentDirection) &&
      // 8. The first encoding is active.
      isActive &&
      // 9. A codec telephone-event was negotiated.
      native.canInsertDTMF()
    );
  }

  /** The tones that are still to be played. */
  get toneBuffer(): string {
    return this.#toneBuffer;
  }

  /**
   * Plays tones; those that still wait are dropped.
   *
   * @param tones of `0-9A-Da-d#*`, and `,` for two seconds of silence
   * @param duration milliseconds of each tone, 40 to 6000
   * @param interToneGap milliseconds between two tones, 30 to 6000
   * @see https://w3c.github.io/webrtc-pc/#dom-rtcdtmfsender-insertdtmf
   * @throws InvalidStateError when tones cannot be sent, InvalidCharacterError for another tone
   */
  insertDTMF(tones: string, duration = 100, interToneGap = 70): void {
    const context = 'RTCDTMFSender.insertDTMF';
    const given = types.DOMString.convert(tones, `${context}: tones`).toUpperCase();
    const length = types.unsignedLong.convert(duration, `${context}: duration`);
    const gap = types.unsignedLong.convert(interToneGap, `${context}: interToneGap`);
    // 4. If DTMF cannot be sent, throw an InvalidStateError.
    if (!this.canInsertDTMF) {
      throw new DOMException(`${context}: tones cannot be sent now`, 'InvalidStateError');
    }
    // 8. If tones has an unrecognized character, throw an InvalidCharacterError.
    const wrong = /[^0-9A-D#*,]/.exec(given)?.[0];
    if (wrong !== undefined) {
      throw new DOMException(`${context}: tones has '${wrong}'`, 'InvalidCharacterError');
    }
    // 9. Set [[ToneBuffer]] to tones.
    this.#toneBuffer = given;
    // 10. to 17. libwebrtc plays them, with a duration and a gap that are within their bounds.
    const { native } = this.#transceiver;
    native.insertDTMF(given, clamp(length, MIN_DURATION), clamp(gap, MIN_GAP));
  }

  #change({ tone, toneBuffer }: ToneChange): void {
    // A tone of an earlier call says nothing of the buffer that replaced it.
    if (tone + toneBuffer === this.#toneBuffer) this.#toneBuffer = toneBuffer;
    this.dispatchEvent(new RTCDTMFToneChangeEvent('tonechange', { tone }));
  }

  static {
    changeTone = (sender, change) => {
      sender.#change(change);
    };
    defineEventHandlers(this, ['tonechange']);
    defineInterface(this, {
      is: (value) => #transceiver in value,
      constructorLength: 0,
      required: { insertDTMF: 1 },
    });
  }
}
