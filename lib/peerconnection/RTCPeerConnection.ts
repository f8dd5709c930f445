import { generateCertificate } from '../certificate/generate-certificate.js';
import type { RTCCertificate } from '../certificate/RTCCertificate.js';
import type { RTCDataChannel } from '../datachannel/RTCDataChannel.js';
import type { RTCDataChannelEvent } from '../events/RTCDataChannelEvent.js';
import type { RTCPeerConnectionIceErrorEvent } from '../events/RTCPeerConnectionIceErrorEvent.js';
import type { RTCPeerConnectionIceEvent } from '../events/RTCPeerConnectionIceEvent.js';
import type { RTCTrackEvent } from '../events/RTCTrackEvent.js';
import type { RTCPeerConnectionHandlers } from '../events/handlers.js';
import { typedEventTarget } from '../events/TypedEventTarget.js';
import { RTCDataChannelInit, RTCRtpTransceiverInit, TrackOrKind } from '../idl/index.js';
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
import type { MediaStream } from '../mediastream/MediaStream.js';
import type { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import type { RTCRtpReceiver } from '../rtp/RTCRtpReceiver.js';
import type { RTCRtpSender } from '../rtp/RTCRtpSender.js';
import type { RTCRtpTransceiver } from '../rtp/RTCRtpTransceiver.js';
import type { RTCStatsReport } from '../stats/RTCStatsReport.js';
import type { RTCSctpTransport } from '../transports/RTCSctpTransport.js';
import { defineInterface, interfaceType, nullable, types } from '../webidl/index.js';
import { addTrack, removeTrack } from './add-track.js';
import { addTransceiver } from './add-transceiver.js';
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
  track: RTCTrackEvent;
}

const Sender = interfaceType<RTCRtpSender>('RTCRtpSender');
const Stream = interfaceType<MediaStream>('MediaStream');
const Track = interfaceType<MediaStreamTrack>('MediaStreamTrack');

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
    const { isClosed, lastCreated, native } = this.#connection;
    if (isClosed) return;
    lastCreated.outdate();
    native.restartIce();
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

  /** Those of all transceivers. */
  getSenders(): RTCRtpSender[] {
    return this.#connection.transceivers.list.map(({ sender }) => sender);
  }

  /** Those of all transceivers. */
  getReceivers(): RTCRtpReceiver[] {
    return this.#connection.transceivers.list.map(({ receiver }) => receiver);
  }

  /** In the order they were made in; without those that were stopped and negotiated away. */
  getTransceivers(): RTCRtpTransceiver[] {
    return this.#connection.transceivers.list.map(({ object }) => object);
  }

  /**
   * Sends a track, with a sender that has none yet or a new one; `streams` are what the remote
   * peer's track will be in.
   *
   * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-addtrack
   * @throws InvalidStateError when closed, InvalidAccessError when a sender has the track already
   */
  addTrack(track: MediaStreamTrack, ...streams: MediaStream[]): RTCRtpSender {
    const context = 'RTCPeerConnection.addTrack';
    const given = Track.convert(track, `${context}: track`);
    const rest = streams.map((each, index) =>
      Stream.convert(each, `${context}: streams[${index}]`),
    );
    return addTrack(this.#connection, given, rest);
  }

  /**
   * Sends nothing more with a sender; the next offer says so.
   *
   * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-removetrack
   * @throws InvalidStateError when closed, InvalidAccessError for another connection's sender
   */
  removeTrack(sender: RTCRtpSender): void {
    const context = 'RTCPeerConnection.removeTrack: sender';
    removeTrack(this.#connection, Sender.convert(sender, context));
  }

  /**
   * Makes a sender and a receiver, for a track or for a kind.
   *
   * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-addtransceiver
   * @throws TypeError for a kind or encodings that are wrong, InvalidStateError when closed,
   *   RangeError for a scale below 1 or a negative frame rate, OperationError for what libwebrtc
   *   cannot send
   */
  addTransceiver(
    trackOrKind: MediaStreamTrack | string,
    init: RTCRtpTransceiverInit = {},
  ): RTCRtpTransceiver {
    const context = 'RTCPeerConnection.addTransceiver';
    const given = TrackOrKind.convert(trackOrKind, `${context}: trackOrKind`);
    const options = RTCRtpTransceiverInit.convert(init, `${context}: init`);
    return addTransceiver(this.#connection, given, options).object;
  }

  /**
   * Of the whole connection, or of the one sender or receiver of a track.
   *
   * Rejects with InvalidAccessError when none, or more than one, has the track.
   *
   * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-getstats
   */
  getStats(selector: MediaStreamTrack | null = null): Promise<RTCStatsReport> {
    const context = 'RTCPeerConnection.getStats: selector';
    return getStats(this.#connection, nullable(Track).convert(selector, context));
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
      'track',
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
      required: {
        setRemoteDescription: 1,
        addTransceiver: 1,
        createDataChannel: 1,
        generateCertificate: 1,
      },
    });
  }
}
