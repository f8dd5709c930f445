import type { RTCSctpTransportHandlers } from '../events/handlers.js';
import { typedEventTarget } from '../events/TypedEventTarget.js';
import type { RTCSctpTransportState } from '../idl/index.js';
import { listen } from '../internal/dispatcher.js';
import { defineEventHandlers } from '../internal/event-handlers.js';
import type { NativeEvent, NativeSctpTransport, TargetId } from '../internal/native-types.js';
import type { Connection } from '../peerconnection/connection.js';
import { checkConstruct, defineInterface } from '../webidl/index.js';
import type { RTCDtlsTransport } from './RTCDtlsTransport.js';

export interface RTCSctpTransportEventMap {
  statechange: Event;
}

/** What a description changes; false when the native transport is another one. */
export let updateSctpTransport: (
  transport: RTCSctpTransport,
  native: NativeSctpTransport,
) => boolean;
/** No event fires: the connection was closed. */
export let closeSctpTransport: (transport: RTCSctpTransport) => void;

/**
 * The SCTP association that carries a connection's data channels.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcsctptransport-interface
 */
export class RTCSctpTransport extends typedEventTarget<
  RTCSctpTransportEventMap,
  RTCSctpTransportHandlers
>() {
  readonly #connection: Connection;
  readonly #id: TargetId;
  readonly #transport: RTCDtlsTransport;
  #state: RTCSctpTransportState;
  #maxMessageSize: number;
  #maxChannels: number | null;

  /** @internal */
  constructor(
    token: symbol,
    connection: Connection,
    native: NativeSctpTransport,
    transport: RTCDtlsTransport,
  ) {
    checkConstruct(token);
    super();
    this.#connection = connection;
    this.#id = native.id;
    this.#transport = transport;
    this.#state = native.state;
    this.#maxMessageSize = native.maxMessageSize ?? Infinity;
    this.#maxChannels = native.maxChannels;
    listen<'sctpTransport', RTCSctpTransport>(native.id, this, RTCSctpTransport.#receive);
  }

  get transport(): RTCDtlsTransport {
    return this.#transport;
  }

  get state(): RTCSctpTransportState {
    return this.#state;
  }

  /** Bytes that one message may have; `Infinity` when there is no limit. */
  get maxMessageSize(): number {
    return this.#maxMessageSize;
  }

  /** How many channels there may be; `null` until the association stands. */
  get maxChannels(): number | null {
    return this.#maxChannels;
  }

  /** @see https://w3c.github.io/webrtc-pc/#sctp-transport-connected */
  static #receive(transport: RTCSctpTransport, ...[, payload]: NativeEvent<'sctpTransport'>): void {
    if (transport.#connection.isClosed || transport.#state === 'closed') return;
    transport.#maxMessageSize = payload.maxMessageSize ?? Infinity;
    transport.#maxChannels = payload.maxChannels;
    if (transport.#state === payload.state) return;
    transport.#state = payload.state;
    transport.dispatchEvent(new Event('statechange'));
  }

  static {
    updateSctpTransport = (transport, native) => {
      if (transport.#id !== native.id) return false;
      transport.#maxMessageSize = native.maxMessageSize ?? Infinity;
      return true;
    };
    closeSctpTransport = (transport) => {
      transport.#state = 'closed';
    };
    defineEventHandlers(this, ['statechange']);
    defineInterface(this, { is: (value) => #connection in value, constructorLength: 0 });
  }
}
