import type { RTCDataChannel } from '../datachannel/RTCDataChannel.js';
import type { ConvertedConfiguration } from '../idl/index.js';
import { release, retain } from '../internal/dispatcher.js';
import { KeepAlive } from '../internal/keep-alive.js';
import type {
  NativeConnectionState,
  NativeError,
  NativeIceConnectionState,
  NativeIceGatheringState,
  NativePeerConnection,
  NativeSignalingState,
  NativeSnapshot,
  RequestId,
} from '../internal/native-types.js';
import { Operations } from '../internal/operations.js';
import { Transceivers } from '../rtp/transceivers.js';
import { Transports } from '../transports/transports.js';
import { Descriptions } from './descriptions.js';
import { LastCreated } from './last-created.js';
import { OwnFingerprints } from './local-sdp.js';
import type { RTCPeerConnection } from './RTCPeerConnection.js';

/**
 * The internal slots of an `RTCPeerConnection`: a mirror of what libwebrtc
 * has, changed only inside a task.
 *
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-constructor (steps 8 to 29)
 */
export class Connection {
  readonly target: RTCPeerConnection;
  readonly native: NativePeerConnection;
  readonly operations: Operations;
  readonly keepAlive: KeepAlive;
  readonly descriptions = new Descriptions();
  readonly transports: Transports;
  readonly transceivers: Transceivers;
  readonly channels = new Set<RTCDataChannel>();
  readonly ownFingerprints = new OwnFingerprints();
  readonly lastCreated = new LastCreated();
  configuration: ConvertedConfiguration;
  isClosed = false;
  signalingState: NativeSignalingState = 'stable';
  iceGatheringState: NativeIceGatheringState = 'new';
  iceConnectionState: NativeIceConnectionState = 'new';
  connectionState: NativeConnectionState = 'new';
  canTrickleIceCandidates: boolean | null = null;
  #hasSetLocal = false;

  constructor(
    target: RTCPeerConnection,
    native: NativePeerConnection,
    configuration: ConvertedConfiguration,
  ) {
    this.target = target;
    this.native = native;
    this.configuration = configuration;
    this.keepAlive = new KeepAlive(target);
    this.operations = new Operations(this.keepAlive);
    this.transports = new Transports(this);
    this.transceivers = new Transceivers(this);
  }

  /** Whether a local description was ever set. */
  get hasSetLocal(): boolean {
    return this.#hasSetLocal;
  }

  /** Fires an event, unless the connection is closed. */
  fire(event: Event): void {
    if (!this.isClosed) this.target.dispatchEvent(event);
  }

  /** Chains an operation; a closed connection rejects it. */
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the type is the seam's
  chain<V, R>(
    context: string,
    start: (id: RequestId) => void,
    finish: (error: NativeError | null, value: V) => R,
  ): Promise<R> {
    this.checkOpen(context);
    return this.operations.chain(start, finish);
  }

  /** As {@link chain}, for the operations that set a description. */
  describe<R>(
    context: string,
    start: (id: RequestId) => void,
    finish: (error: NativeError | null, snapshot: NativeSnapshot | null) => R,
  ): Promise<R> {
    this.checkOpen(context);
    this.lastCreated.outdate();
    return this.operations.describe(start, finish);
  }

  /** @throws InvalidStateError when the connection is closed */
  checkOpen(context: string): void {
    if (!this.isClosed) return;
    throw new DOMException(`${context}: the connection is closed`, 'InvalidStateError');
  }

  localDescriptionSet(): void {
    this.#hasSetLocal = true;
    this.keepAlive.negotiated();
    this.updateRoot();
  }

  /** A negotiated connection lives on its own until it is closed or has failed. */
  updateRoot(): void {
    if (this.#hasSetLocal && !this.isClosed && this.connectionState !== 'failed') {
      retain(this.target);
    } else {
      release(this.target);
    }
  }
}
