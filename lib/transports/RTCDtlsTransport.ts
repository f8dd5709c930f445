import { RTCErrorEvent } from '../events/RTCErrorEvent.js';
import type { RTCDtlsTransportHandlers } from '../events/handlers.js';
import { typedEventTarget } from '../events/TypedEventTarget.js';
import type { RTCDtlsTransportState } from '../idl/index.js';
import { listen } from '../internal/dispatcher.js';
import { toRTCError } from '../internal/errors.js';
import { defineEventHandlers } from '../internal/event-handlers.js';
import type { NativeDtlsTransport, NativeEvent } from '../internal/native-types.js';
import type { Connection } from '../peerconnection/connection.js';
import { checkConstruct, defineInterface } from '../webidl/index.js';
import type { RTCIceTransport } from './RTCIceTransport.js';

export interface RTCDtlsTransportEventMap {
  error: RTCErrorEvent;
  statechange: Event;
}

/** No event fires: the connection was closed. */
export let closeDtlsTransport: (transport: RTCDtlsTransport) => void;

/**
 * A DTLS transport over which packets of media and data are sent.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcdtlstransport-interface
 */
export class RTCDtlsTransport extends typedEventTarget<
  RTCDtlsTransportEventMap,
  RTCDtlsTransportHandlers
>() {
  readonly #connection: Connection;
  readonly #iceTransport: RTCIceTransport;
  #state: RTCDtlsTransportState;
  #remoteCertificates: readonly ArrayBuffer[] = [];

  /** @internal */
  constructor(
    token: symbol,
    connection: Connection,
    native: NativeDtlsTransport,
    iceTransport: RTCIceTransport,
  ) {
    checkConstruct(token);
    super();
    this.#connection = connection;
    this.#iceTransport = iceTransport;
    this.#state = native.state;
    listen<'dtlsTransport', RTCDtlsTransport>(native.id, this, RTCDtlsTransport.#receive);
  }

  get iceTransport(): RTCIceTransport {
    return this.#iceTransport;
  }

  get state(): RTCDtlsTransportState {
    return this.#state;
  }

  /** The peer's certificates in DER, its own first; empty until the handshake is done. */
  getRemoteCertificates(): ArrayBuffer[] {
    return [...this.#remoteCertificates];
  }

  /** @see https://w3c.github.io/webrtc-pc/#rtcdtlstransport-interface (steps of state changes) */
  static #receive(
    transport: RTCDtlsTransport,
    ...[type, payload]: NativeEvent<'dtlsTransport'>
  ): void {
    // 1. If the connection is closed, abort these steps.
    if (transport.#connection.isClosed) return;
    if (type === 'error') {
      const error = toRTCError(payload, 'RTCDtlsTransport');
      transport.dispatchEvent(new RTCErrorEvent('error', { error }));
      return;
    }
    if (transport.#state === payload.state) return;
    // 2. Set the state to newState.
    transport.#state = payload.state;
    // 3. If newState is "connected", set the remote certificates to those in use.
    if (payload.state === 'connected') transport.#remoteCertificates = payload.certificates;
    // 4. Fire an event named statechange.
    transport.dispatchEvent(new Event('statechange'));
  }

  static {
    closeDtlsTransport = (transport) => {
      transport.#state = 'closed';
    };
    defineEventHandlers(this, ['error', 'statechange']);
    defineInterface(this, { is: (value) => #connection in value, constructorLength: 0 });
  }
}
