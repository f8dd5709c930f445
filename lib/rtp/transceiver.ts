import type { ConvertedSendParameters, RTCRtpTransceiverDirection } from '../idl/index.js';
import { listen } from '../internal/dispatcher.js';
import type {
  NativeEvent,
  NativeMediaKind,
  NativeTrack,
  NativeTransceiver,
  NativeTransceiverFacts,
  TargetId,
} from '../internal/native-types.js';
import type { MediaStream } from '../mediastream/MediaStream.js';
import { newRemoteTrack, setMuted } from '../mediastream/MediaStreamTrack.js';
import type { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import type { Connection } from '../peerconnection/connection.js';
import type { RTCDtlsTransport } from '../transports/RTCDtlsTransport.js';
import { kConstruct } from '../webidl/index.js';
import { receiving } from './direction.js';
import { changeTone } from './RTCDTMFSender.js';
import { RTCRtpReceiver } from './RTCRtpReceiver.js';
import { RTCRtpSender } from './RTCRtpSender.js';
import { RTCRtpTransceiver } from './RTCRtpTransceiver.js';

/**
 * The internal slots of an `RTCRtpTransceiver`, of its sender and its receiver.
 * The program changes some of them, and libwebrtc is told: track, direction,
 * stopping. The others change with descriptions.
 *
 * @see https://w3c.github.io/webrtc-pc/#dfn-create-an-rtcrtptransceiver
 */
export class Transceiver {
  readonly connection: Connection;
  readonly native: NativeTransceiver;
  readonly id: TargetId;
  readonly kind: NativeMediaKind;
  readonly receiverTrack: MediaStreamTrack;
  readonly sender: RTCRtpSender;
  readonly receiver: RTCRtpReceiver;
  readonly object: RTCRtpTransceiver;
  mid: string | null = null;
  direction: RTCRtpTransceiverDirection;
  currentDirection: RTCRtpTransceiverDirection | null = null;
  firedDirection: RTCRtpTransceiverDirection | null = null;
  stopping = false;
  stopped = false;
  senderTrack: MediaStreamTrack | null = null;
  lastReturnedParameters: ConvertedSendParameters | null = null;
  returnedInThisTask = false;
  /** Whether the first encoding is sent. */
  isActive = true;
  /** Of both directions. */
  transport: RTCDtlsTransport | null = null;
  /** `[[AssociatedRemoteMediaStreams]]` */
  remoteStreams: readonly MediaStream[] = [];
  /** A packet was received once: libwebrtc tells of no further first one. */
  hasReceived = false;
  /** As they were before an offer that may be rolled back. */
  #stable: { mid: string | null; transport: RTCDtlsTransport | null } = {
    mid: null,
    transport: null,
  };

  constructor(
    connection: Connection,
    native: NativeTransceiver,
    receiverTrack: NativeTrack,
    { id, kind, direction, receiver }: NativeTransceiverFacts,
  ) {
    this.connection = connection;
    this.native = native;
    this.id = id;
    this.kind = kind;
    this.direction = direction;
    this.receiverTrack = newRemoteTrack(receiverTrack, kind, receiver.trackId);
    this.sender = new RTCRtpSender(kConstruct, this);
    this.receiver = new RTCRtpReceiver(kConstruct, this);
    this.object = new RTCRtpTransceiver(kConstruct, this);
    listen<'transceiver', Transceiver>(id, this, Transceiver.#receive);
  }

  /** An offer is being set: this is what its rollback comes back to. */
  keepStable(): void {
    this.#stable = { mid: this.mid, transport: this.transport };
  }

  /** @see https://w3c.github.io/webrtc-pc/#set-rollback-per-transceiver */
  rollBack(): void {
    ({ mid: this.mid, transport: this.transport } = this.#stable);
  }

  /**
   * What is visible of it; the track ends when the caller says so.
   *
   * @see https://w3c.github.io/webrtc-pc/#dfn-stop-sending-and-receiving
   */
  stopSendingAndReceiving(): void {
    this.direction = 'inactive';
    this.stopping = true;
  }

  /** @see https://w3c.github.io/webrtc-pc/#dfn-stop-the-rtcrtptransceiver */
  stop(): void {
    // 1. If it is not stopping, stop sending and receiving.
    this.stopSendingAndReceiving();
    // 2. and 4. Set [[Stopped]] to true and [[CurrentDirection]] to null.
    this.stopped = true;
    this.currentDirection = null;
  }

  /** It leaves the connection; its `mid` goes as in Chrome. */
  remove(): void {
    this.stop();
    this.mid = null;
  }

  static #receive(transceiver: Transceiver, ...[type, payload]: NativeEvent<'transceiver'>): void {
    if (transceiver.connection.isClosed) return;
    switch (type) {
      case 'firstpacket':
        transceiver.#packetReceived();
        break;
      case 'tonechange':
        if (transceiver.sender.dtmf !== null) changeTone(transceiver.sender.dtmf, payload);
        break;
    }
  }

  /**
   * Until a description says that nothing is received, libwebrtc hands on what
   * the local one allows.
   *
   * @see https://w3c.github.io/webrtc-pc/#mediastreamtrack-network-use
   */
  #packetReceived(): void {
    this.hasReceived = true;
    const isReceptive = this.firedDirection === null || receiving(this.firedDirection);
    if (isReceptive && !this.stopping) setMuted(this.receiverTrack, false);
  }
}
