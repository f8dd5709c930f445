import { generateCertificate } from '../certificate/generate-certificate.js';
import type { RTCCertificate } from '../certificate/RTCCertificate.js';
import type { RTCDataChannel } from '../datachannel/RTCDataChannel.js';
import type { RTCDataChannelEvent } from '../events/RTCDataChannelEvent.js';
import type { RTCPeerConnectionIceErrorEvent } from '../events/RTCPeerConnectionIceErrorEvent.js';
import type { RTCPeerConnectionIceEvent } from '../events/RTCPeerConnectionIceEvent.js';
import type { RTCPeerConnectionHandlers } from '../events/handlers.js';
import { typedEventTarget } from '../events/TypedEventTarget.js';
import { RTCDataChannelInit } from '../idl/index.js';
import type {
  AlgorithmIdentifier,
  RTCAnswerOptions,
  RTCConfiguration,
  RTCIceCandidateInit,
  RTCIceConnectionState,
  RTCIceGatheringState,
  RTCLocalSessionDescriptionInit,
  RTCOfferOptions,
  RTCPeerConnectionErrorCallback,
  RTCPeerConnectionState,
  RTCSessionDescriptionCallback,
  RTCSessionDescriptionInit,
  RTCSignalingState,
  VoidFunction,
} from '../idl/index.js';
import { defineEventHandlers } from '../internal/event-handlers.js';
import type { RTCStatsReport } from '../stats/RTCStatsReport.js';
import type { RTCSctpTransport } from '../transports/RTCSctpTransport.js';
import { defineInterface, types } from '../webidl/index.js';
import { close } from './close.js';
import { copyConfiguration } from './configuration.js';
import type { Connection } from './connection.js';
import { createConnection, setConfiguration } from './create-connection.js';
import { createDataChannel } from './data-channels.js';
import { getStats } from './get-stats.js';
import * as overloads from './overloads.js';
import type { RTCSessionDescription } from './RTCSessionDescription.js';

export interface RTCPeerConnectionEventMap {
  connectionstatechange: Event;
  datachannel: RTCDataChannelEvent;
  icecandidate: RTCPeerConnectionIceEvent;
  icecandidateerror: RTCPeerConnectionIceErrorEvent;
  iceconnectionstatechange: Event;
  icegatheringstatechange: Event;
  negotiationneeded: Event;
  signalingstatechange: Event;
}

/** @throws TypeError for what is no connection */
export let connectionOf: (connection: RTCPeerConnection, context: string) => Connection;

/**
 * A connection to a remote peer.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcpeerconnection-interface
 */
export class RTCPeerConnection extends typedEventTarget<
  RTCPeerConnectionEventMap,
  RTCPeerConnectionHandlers
>() {
  readonly #connection: Connection;

  /**
   * @throws TypeError for a configuration that does not convert, SyntaxError for a server's URL,
   *   InvalidAccessError for an expired certificate or TURN without credentials
   */
  constructor(configuration: RTCConfiguration = {}) {
    super();
    this.#connection = createConnection(this, configuration, (found) => found.#connection);
  }

  get localDescription(): RTCSessionDescription | null {
    return this.#connection.descriptions.local;
  }

  get currentLocalDescription(): RTCSessionDescription | null {
    return this.#connection.descriptions.get('currentLocal');
  }

  get pendingLocalDescription(): RTCSessionDescription | null {
    return this.#connection.descriptions.get('pendingLocal');
  }

  get remoteDescription(): RTCSessionDescription | null {
    return this.#connection.descriptions.remote;
  }

  get currentRemoteDescription(): RTCSessionDescription | null {
    return this.#connection.descriptions.get('currentRemote');
  }

  get pendingRemoteDescription(): RTCSessionDescription | null {
    return this.#connection.descriptions.get('pendingRemote');
  }

  get signalingState(): RTCSignalingState {
    return this.#connection.signalingState;
  }

  get iceGatheringState(): RTCIceGatheringState {
    return this.#connection.iceGatheringState;
  }

  get iceConnectionState(): RTCIceConnectionState {
    return this.#connection.iceConnectionState;
  }

  get connectionState(): RTCPeerConnectionState {
    return this.#connection.connectionState;
  }

  /** Whether the remote peer takes candidates after its description; `null` before that is set. */
  get canTrickleIceCandidates(): boolean | null {
    return this.#connection.canTrickleIceCandidates;
  }

  /** The transport of the data channels; `null` until an answer made it. */
  get sctp(): RTCSctpTransport | null {
    return this.#connection.transports.sctp;
  }

  /**
   * Makes an offer from the present state; nothing is changed by it.
   *
   * Rejects with InvalidStateError when the connection is closed or answers an offer, with
   * NotReadableError when no certificate could be made, else with OperationError.
   *
   * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-createoffer
   */
  createOffer(options?: RTCOfferOptions): Promise<RTCSessionDescription>;
  /** @deprecated Await the promise of the other form. */
  createOffer(
    successCallback: RTCSessionDescriptionCallback,
    failureCallback: RTCPeerConnectionErrorCallback,
    options?: RTCOfferOptions,
  ): Promise<void>;
  createOffer(...args: unknown[]): Promise<unknown> {
    return overloads.createOffer(this.#connection, args);
  }

  /**
   * Makes an answer to the remote offer that was set; nothing is changed by it.
   *
   * Rejects with InvalidStateError when there is no offer to answer or the connection is closed.
   *
   * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-createanswer
   */
  createAnswer(options?: RTCAnswerOptions): Promise<RTCSessionDescription>;
  /** @deprecated Await the promise of the other form. */
  createAnswer(
    successCallback: RTCSessionDescriptionCallback,
    failureCallback: RTCPeerConnectionErrorCallback,
  ): Promise<void>;
  createAnswer(...args: unknown[]): Promise<unknown> {
    return overloads.createAnswer(this.#connection, args);
  }

  /**
   * Applies a description of this side; without one, the offer or answer that fits the state.
   *
   * @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-setlocaldescription
   */
  setLocalDescription(description?: RTCLocalSessionDescriptionInit): Promise<void>;
  /** @deprecated Await the promise of the other form. */
  setLocalDescription(
    description: RTCLocalSessionDescriptionInit,
    successCallback: VoidFunction,
    failureCallback: RTCPeerConnectionErrorCallback,
  ): Promise<void>;
  setLocalDescription(...args: unknown[]): Promise<void> {
    return overloads.setLocalDescription(this.#connection, args);
  }

  /**
   * Applies a description of the remote side; an own offer that is pending is rolled back.
   *
   * @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-setremotedescription
   */
  setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void>;
  /** @deprecated Await the promise of the other form. */
  setRemoteDescription(
    description: RTCSessionDescriptionInit,
    successCallback: VoidFunction,
    failureCallback: RTCPeerConnectionErrorCallback,
  ): Promise<void>;
  setRemoteDescription(...args: unknown[]): Promise<void> {
    return overloads.setRemoteDescription(this.#connection, args);
  }

  /**
   * Adds a candidate of the remote side; nothing or an empty one ends the candidates.
   *
   * @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-addicecandidate
   */
  addIceCandidate(candidate?: RTCIceCandidateInit | null): Promise<void>;
  /** @deprecated Await the promise of the other form. */
  addIceCandidate(
    candidate: RTCIceCandidateInit,
    successCallback: VoidFunction,
    failureCallback: RTCPeerConnectionErrorCallback,
  ): Promise<void>;
  addIceCandidate(...args: unknown[]): Promise<void> {
    return overloads.addIceCandidate(this.#connection, args);
  }

  /** The next offer has new ICE credentials. */
  restartIce(): void {
    if (!this.#connection.isClosed) this.#connection.native.restartIce();
  }

  /** A copy of the configuration in force. */
  getConfiguration(): RTCConfiguration {
    return copyConfiguration(this.#connection.configuration);
  }

  /**
   * Replaces the configuration; new servers count from the next ICE restart on.
   *
   * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-setconfiguration
   * @throws InvalidStateError when closed, InvalidModificationError for what cannot change,
   *   and what the constructor throws
   */
  setConfiguration(configuration: RTCConfiguration = {}): void {
    setConfiguration(this.#connection, configuration);
  }

  /**
   * @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-createdatachannel
   * @throws InvalidStateError when closed, TypeError for options that do not go together,
   *   OperationError when the id is taken or none is left
   */
  createDataChannel(label: string, dataChannelDict: RTCDataChannelInit = {}): RTCDataChannel {
    const context = 'RTCPeerConnection.createDataChannel';
    const name = types.USVString.convert(label, `${context}: label`);
    const init = RTCDataChannelInit.convert(dataChannelDict, `${context}: dataChannelDict`);
    return createDataChannel(this.#connection, name, init);
  }

  /** @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-getstats */
  getStats(selector = null): Promise<RTCStatsReport> {
    return getStats(this.#connection, selector);
  }

  /** Ends the connection at once: no event fires for it, nothing pending settles. */
  close(): void {
    close(this.#connection);
  }

  /**
   * Makes a certificate: `{ name: 'ECDSA', namedCurve: 'P-256' }` or RSASSA-PKCS1-v1_5,
   * `expires` in milliseconds from now beside it.
   *
   * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-generatecertificate
   */
  static generateCertificate(keygenAlgorithm: AlgorithmIdentifier): Promise<RTCCertificate> {
    return generateCertificate(keygenAlgorithm);
  }

  static {
    connectionOf = (connection, context) => {
      if (typeof connection === 'object' && #connection in connection) {
        return connection.#connection;
      }
      throw new TypeError(`${context}: connection is not an RTCPeerConnection`);
    };
    defineEventHandlers(this, [
      'negotiationneeded',
      'icecandidate',
      'icecandidateerror',
      'signalingstatechange',
      'iceconnectionstatechange',
      'icegatheringstatechange',
      'connectionstatechange',
      'datachannel',
    ]);
    defineInterface(this, {
      is: (value) => #connection in value,
      constructorLength: 0,
      promises: [
        'createOffer',
        'createAnswer',
        'setLocalDescription',
        'setRemoteDescription',
        'addIceCandidate',
        'getStats',
        'generateCertificate',
      ],
      required: { setRemoteDescription: 1, createDataChannel: 1, generateCertificate: 1 },
    });
  }
}
