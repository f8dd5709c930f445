import type { RTCIceTransportHandlers } from '../events/handlers.js';
import { typedEventTarget } from '../events/TypedEventTarget.js';
import type {
  RTCIceComponent,
  RTCIceGathererState,
  RTCIceParameters,
  RTCIceRole,
  RTCIceTransportState,
} from '../idl/index.js';
import { listen } from '../internal/dispatcher.js';
import { defineEventHandlers } from '../internal/event-handlers.js';
import type { NativeEvent, NativeIceTransport, TargetId } from '../internal/native-types.js';
import type { Connection } from '../peerconnection/connection.js';
import { iceCandidateFrom } from '../peerconnection/native-candidate.js';
import type { RTCIceCandidate } from '../peerconnection/RTCIceCandidate.js';
import { checkConstruct, defineInterface, kConstruct } from '../webidl/index.js';
import { CandidateList, iceParameters } from './ice-description.js';
import { RTCIceCandidatePair } from './RTCIceCandidatePair.js';

export interface RTCIceTransportEventMap {
  gatheringstatechange: Event;
  selectedcandidatepairchange: Event;
  statechange: Event;
}

/** What a description changes without an event. */
export let updateIceTransport: (transport: RTCIceTransport, native: NativeIceTransport) => void;
/** No event fires: the connection was closed. */
export let closeIceTransport: (transport: RTCIceTransport) => void;

/**
 * The ICE transport that one media section, or a bundle of them, uses.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcicetransport
 */
export class RTCIceTransport extends typedEventTarget<
  RTCIceTransportEventMap,
  RTCIceTransportHandlers
>() {
  readonly #connection: Connection;
  readonly #id: TargetId;
  readonly #component: RTCIceComponent;
  readonly #localCandidates = new CandidateList();
  readonly #remoteCandidates = new CandidateList();
  #role: RTCIceRole;
  #state: RTCIceTransportState;
  #gatheringState: RTCIceGathererState;
  #selectedPair: RTCIceCandidatePair | null = null;

  /** @internal */
  constructor(token: symbol, connection: Connection, native: NativeIceTransport) {
    checkConstruct(token);
    super();
    this.#connection = connection;
    this.#id = native.id;
    this.#component = native.component;
    this.#role = native.role;
    this.#state = native.state;
    this.#gatheringState = native.gatheringState;
    listen<'iceTransport', RTCIceTransport>(native.id, this, RTCIceTransport.#receive);
  }

  get role(): RTCIceRole {
    return this.#role;
  }

  get component(): RTCIceComponent {
    return this.#component;
  }

  get state(): RTCIceTransportState {
    return this.#state;
  }

  get gatheringState(): RTCIceGathererState {
    return this.#gatheringState;
  }

  /** The candidates that `icecandidate` events gave for this transport. */
  getLocalCandidates(): RTCIceCandidate[] {
    const { descriptions, transports } = this.#connection;
    const sdp = descriptions.nativeLocal?.sdp ?? '';
    return this.#localCandidates.read(sdp, transports.mids(this.#id));
  }

  /** The candidates that came with the remote description or by `addIceCandidate()`. */
  getRemoteCandidates(): RTCIceCandidate[] {
    const { descriptions, transports } = this.#connection;
    const sdp = descriptions.nativeRemote?.sdp ?? '';
    return this.#remoteCandidates.read(sdp, transports.mids(this.#id));
  }

  /** The pair that packets are sent on; `null` while there is none. */
  getSelectedCandidatePair(): RTCIceCandidatePair | null {
    return this.#state === 'closed' ? null : this.#selectedPair;
  }

  getLocalParameters(): RTCIceParameters | null {
    const { descriptions, transports } = this.#connection;
    return iceParameters(descriptions.nativeLocal?.sdp ?? '', transports.mids(this.#id));
  }

  getRemoteParameters(): RTCIceParameters | null {
    const { descriptions, transports } = this.#connection;
    return iceParameters(descriptions.nativeRemote?.sdp ?? '', transports.mids(this.#id));
  }

  /** @see https://w3c.github.io/webrtc-pc/#rtcicetransport (steps of its changes) */
  static #receive(
    transport: RTCIceTransport,
    ...[type, payload]: NativeEvent<'iceTransport'>
  ): void {
    // 2. If the connection is closed, abort these steps.
    if (transport.#connection.isClosed) return;
    switch (type) {
      case 'selectedpair': {
        const local = iceCandidateFrom(payload.local);
        const remote = iceCandidateFrom(payload.remote);
        transport.#selectedPair = new RTCIceCandidatePair(kConstruct, local, remote);
        transport.dispatchEvent(new Event('selectedcandidatepairchange'));
        break;
      }
      case 'state':
        transport.#role = payload.role;
        if (transport.#state === payload.state) break;
        transport.#state = payload.state;
        transport.dispatchEvent(new Event('statechange'));
        break;
      case 'gatheringstate':
        transport.#role = payload.role;
        if (transport.#gatheringState === payload.state) break;
        transport.#gatheringState = payload.state;
        transport.dispatchEvent(new Event('gatheringstatechange'));
        break;
    }
  }

  static {
    updateIceTransport = (transport, native) => {
      transport.#role = native.role;
    };
    closeIceTransport = (transport) => {
      transport.#state = 'closed';
    };
    defineEventHandlers(this, [
      'statechange',
      'gatheringstatechange',
      'selectedcandidatepairchange',
    ]);
    defineInterface(this, { is: (value) => #connection in value, constructorLength: 0 });
  }
}
