import { RTCErrorInit } from '../idl/events.js';
import type { RTCErrorDetailType } from '../idl/enums.js';
import { checkArguments, defineInterface, types } from '../webidl/index.js';

const CONTEXT = 'RTCError constructor';

/**
 * What went wrong in a transport or in a description, with the protocol's own codes.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcerror-interface
 */
export class RTCError extends DOMException {
  readonly #init: Readonly<RTCErrorInit>;

  constructor(init: RTCErrorInit, message = '') {
    checkArguments(arguments.length, 1, CONTEXT);
    const converted = RTCErrorInit.convert(init, `${CONTEXT}: init`);
    super(types.DOMString.convert(message, `${CONTEXT}: message`), 'OperationError');
    this.#init = converted;
  }

  get errorDetail(): RTCErrorDetailType {
    return this.#init.errorDetail;
  }

  /** Of `sdp-syntax-error`: the line, counted from 1. */
  get sdpLineNumber(): number | null {
    return this.#init.sdpLineNumber ?? null;
  }

  /** Of `sctp-failure`: the cause code of RFC 9260, section 3.3.10. */
  get sctpCauseCode(): number | null {
    return this.#init.sctpCauseCode ?? null;
  }

  /** Of `dtls-failure`: the alert of RFC 8446, section 6, that came in. */
  get receivedAlert(): number | null {
    return this.#init.receivedAlert ?? null;
  }

  /** Of `dtls-failure`: the alert that was sent. */
  get sentAlert(): number | null {
    return this.#init.sentAlert ?? null;
  }

  /** Of identity providers, which are not supported: always what the constructor was given. */
  get httpRequestStatusCode(): number | null {
    return this.#init.httpRequestStatusCode ?? null;
  }

  static {
    defineInterface(this, { is: (value) => #init in value });
  }
}
