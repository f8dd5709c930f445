import { RTCPeerConnectionIceErrorEventInit } from '../idl/events.js';
import { checkArguments, defineInterface, types } from '../webidl/index.js';

const CONTEXT = 'RTCPeerConnectionIceErrorEvent constructor';

/**
 * A STUN or TURN server failed or was not reached.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcpeerconnectioniceerrorevent
 */
export class RTCPeerConnectionIceErrorEvent extends Event {
  readonly #address: string | null;
  readonly #port: number | null;
  readonly #url: string;
  readonly #errorCode: number;
  readonly #errorText: string;

  constructor(type: string, eventInitDict: RTCPeerConnectionIceErrorEventInit) {
    checkArguments(arguments.length, 2, CONTEXT);
    const name = types.DOMString.convert(type, `${CONTEXT}: type`);
    const init = RTCPeerConnectionIceErrorEventInit.convert(
      eventInitDict,
      `${CONTEXT}: eventInitDict`,
    );
    super(name, init);
    this.#address = init.address ?? null;
    this.#port = init.port ?? null;
    this.#url = init.url ?? '';
    this.#errorCode = init.errorCode;
    this.#errorText = init.errorText ?? '';
  }

  /** The local address used to reach the server. */
  get address(): string | null {
    return this.#address;
  }

  /** The local port used to reach the server. */
  get port(): number | null {
    return this.#port;
  }

  get url(): string {
    return this.#url;
  }

  /** The server's STUN error code, or 701 when it was not reached. */
  get errorCode(): number {
    return this.#errorCode;
  }

  get errorText(): string {
    return this.#errorText;
  }

  static {
    defineInterface(this, { is: (value) => #errorCode in value });
  }
}
