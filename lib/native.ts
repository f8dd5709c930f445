/**
 * The typed seam to the addon: every name that `native/` exports, every value
 * that crosses. Only `lib/internal` imports this module.
 *
 * Rules: native validates nothing that TypeScript has converted before, throws
 * or settles with a {@link NativeError} only, and calls back through the two
 * functions given to `start`, one call per task.
 */
import { loadAddon } from './internal/load.js';
import type { NativeFrameEvents, NativeFrames } from './native-frames.js';
import type {
  NativeCapabilities,
  NativeCodecPolicy,
  NativeMediaKind,
  NativeTestAudioOptions,
  NativeTestVideoOptions,
  NativeTrack,
  NativeTransceiver,
  NativeTransceiverFacts,
  NativeTransceiverInit,
} from './native-media.js';

export type * from './native-frames.js';
export type * from './native-media.js';

/** Numbers a JavaScript object that native events are addressed to. */
export type TargetId = number;
/** Numbers a promise that one native operation settles. */
export type RequestId = number;

/** libwebrtc's `RTCErrorType`, in kebab case. */
export type NativeErrorType =
  | 'none'
  | 'unsupported-operation'
  | 'unsupported-parameter'
  | 'invalid-parameter'
  | 'invalid-range'
  | 'syntax-error'
  | 'invalid-state'
  | 'invalid-modification'
  | 'network-error'
  | 'resource-exhausted'
  | 'internal-error'
  | 'operation-error-with-data'
  /** Ours: no certificate could be made or read. */
  | 'certificate-error';

/** libwebrtc's `RTCErrorDetailType`, the names of `RTCErrorDetailType` in webrtc-pc. */
export type NativeErrorDetail =
  | 'none'
  | 'data-channel-failure'
  | 'dtls-failure'
  | 'fingerprint-failure'
  | 'sctp-failure'
  | 'sdp-syntax-error'
  | 'hardware-encoder-not-available'
  | 'hardware-encoder-error';

export interface NativeError {
  readonly type: NativeErrorType;
  readonly detail: NativeErrorDetail;
  readonly message: string;
  /** With `sctp-failure`: the cause code of the ABORT chunk. */
  readonly sctpCauseCode: number | null;
  /** With `sdp-syntax-error`: the line, counted from 1. */
  readonly sdpLineNumber: number | null;
}

export type NativeSdpType = 'offer' | 'pranswer' | 'answer' | 'rollback';
export type NativeSignalingState =
  | 'stable'
  | 'have-local-offer'
  | 'have-remote-offer'
  | 'have-local-pranswer'
  | 'have-remote-pranswer'
  | 'closed';
export type NativeIceGatheringState = 'new' | 'gathering' | 'complete';
export type NativeIceConnectionState =
  'new' | 'checking' | 'connected' | 'completed' | 'failed' | 'disconnected' | 'closed';
export type NativeConnectionState =
  'new' | 'connecting' | 'connected' | 'disconnected' | 'failed' | 'closed';
export type NativeIceRole = 'unknown' | 'controlling' | 'controlled';
export type NativeDtlsState = 'new' | 'connecting' | 'connected' | 'closed' | 'failed';
export type NativeSctpState = 'connecting' | 'connected' | 'closed';
export type NativeDataChannelState = 'connecting' | 'open' | 'closing' | 'closed';
export type NativePriority = 'very-low' | 'low' | 'medium' | 'high';

export interface NativeIceServer {
  readonly urls: readonly string[];
  readonly username: string;
  readonly credential: string;
}

export interface NativeConfiguration {
  readonly iceServers: readonly NativeIceServer[];
  readonly iceTransportPolicy: 'all' | 'relay';
  readonly bundlePolicy: 'balanced' | 'max-compat' | 'max-bundle';
  readonly rtcpMuxPolicy: 'require';
  readonly iceCandidatePoolSize: number;
  readonly certificates: readonly NativeCertificate[];
  /** UDP ports to bind, both ends inclusive; 0 and 0 mean any. */
  readonly minPort: number;
  readonly maxPort: number;
  readonly tcpCandidates: boolean;
  /** Interface names (`eth0`), addresses or prefixes (`10.0.0.0/8`); empty `allow` allows all. */
  readonly allowInterfaces: readonly string[];
  readonly denyInterfaces: readonly string[];
  /** `null`: loopback is used only when the machine has no other interface. */
  readonly loopback: boolean | null;
  readonly linkLocal: boolean;
  readonly ipv6: boolean;
}

export interface NativeOfferOptions {
  readonly iceRestart: boolean;
}

export interface NativeDescription {
  readonly type: NativeSdpType;
  readonly sdp: string;
}

export interface NativeDescriptions {
  readonly currentLocal: NativeDescription | null;
  readonly pendingLocal: NativeDescription | null;
  readonly currentRemote: NativeDescription | null;
  readonly pendingRemote: NativeDescription | null;
}

/** What candidates made of a description that was set before. */
export interface NativeAmendment {
  readonly slot: keyof NativeDescriptions;
  readonly description: NativeDescription;
}

export interface NativeIceTransport {
  readonly id: TargetId;
  readonly component: 'rtp' | 'rtcp';
  readonly role: NativeIceRole;
  readonly state: NativeIceConnectionState;
  readonly gatheringState: NativeIceGatheringState;
}

export interface NativeDtlsTransport {
  readonly id: TargetId;
  readonly state: NativeDtlsState;
  readonly iceTransport: NativeIceTransport;
}

export interface NativeSctpTransport {
  readonly id: TargetId;
  readonly state: NativeSctpState;
  readonly transport: NativeDtlsTransport;
  /** Bytes; `null` when unlimited. */
  readonly maxMessageSize: number | null;
  readonly maxChannels: number | null;
}

/** What a description that was set changed, taken on the signaling thread when it was done. */
export interface NativeSnapshot extends NativeDescriptions {
  readonly signalingState: NativeSignalingState;
  readonly canTrickleIceCandidates: boolean | null;
  /** One per m-line that has a transport; bundled m-lines share one (the same id). */
  readonly transports: readonly { readonly mid: string; readonly transport: NativeDtlsTransport }[];
  readonly sctp: NativeSctpTransport | null;
  /** In the order they were made in; those that are gone are not among them. */
  readonly transceivers: readonly NativeTransceiverFacts[];
  /** The highest id of a transceiver that was made before: one above it is newer than this. */
  readonly newestTransceiver: TargetId;
}

export interface NativeDataChannelInit {
  readonly ordered: boolean;
  /** Milliseconds. */
  readonly maxPacketLifeTime: number | null;
  readonly maxRetransmits: number | null;
  readonly protocol: string;
  readonly negotiated: boolean;
  readonly id: number | null;
  readonly priority: NativePriority;
}

export interface NativeDataChannel {
  readonly id: TargetId;
  /** Queues text; the bytes leave bufferedAmount by `sent` events. */
  sendText(data: string): void;
  /** Copies `length` bytes at `offset` of the buffer and queues them. */
  sendBinary(data: ArrayBuffer, offset: number, length: number): void;
  close(): void;
}

export interface NativeDataChannelFacts extends NativeDataChannelInit {
  readonly channel: NativeDataChannel;
  readonly label: string;
  readonly state: NativeDataChannelState;
}

export interface NativePeerConnection {
  readonly id: TargetId;
  /** Settles with a {@link NativeDescription}. */
  createOffer(request: RequestId, options: NativeOfferOptions): void;
  /** Settles with a {@link NativeDescription}. */
  createAnswer(request: RequestId): void;
  /** `null` type: the implicit form. Settles with a {@link NativeSnapshot}, also when it fails. */
  setLocalDescription(request: RequestId, type: NativeSdpType | null, sdp: string): void;
  /** Settles with a {@link NativeSnapshot}. */
  setRemoteDescription(request: RequestId, type: NativeSdpType, sdp: string): void;
  /**
   * Settles with a {@link NativeAmendment} of the remote side, or `null`. An empty candidate is
   * the end of candidates.
   */
  addIceCandidate(
    request: RequestId,
    candidate: string,
    sdpMid: string | null,
    sdpMLineIndex: number | null,
  ): void;
  /**
   * Settles with an array of {@link NativeStats}: of the whole connection, or of
   * what belongs to the sender or receiver of a transceiver.
   */
  getStats(
    request: RequestId,
    transceiver: NativeTransceiver | null,
    side: 'sender' | 'receiver' | null,
  ): void;
  /** One hop to the signaling thread. Throws a {@link NativeError}. */
  addTrack(track: NativeTrack, streamIds: readonly string[]): NativeTransceiverFacts;
  /** One hop to the signaling thread. Throws a {@link NativeError}. */
  addTransceiver(
    kind: NativeMediaKind,
    track: NativeTrack | null,
    init: NativeTransceiverInit,
  ): NativeTransceiverFacts;
  /** Of the transceiver's sender. */
  removeTrack(transceiver: NativeTransceiver): void;
  restartIce(): void;
  /** Settles with a boolean: would the event with this id still be right? */
  shouldFireNegotiationNeeded(request: RequestId, eventId: number): void;
  /** One hop to the signaling thread. Throws a {@link NativeError}. */
  createDataChannel(label: string, init: NativeDataChannelInit): NativeDataChannelFacts;
  /** One hop to the signaling thread. Throws a {@link NativeError}. */
  setConfiguration(configuration: NativeConfiguration): void;
  /** Bits per second; one hop to the signaling thread. Throws a {@link NativeError}. */
  setBitrate(min: number | null, start: number | null, max: number | null): void;
  /** Returns at once; sockets and threads are freed on libwebrtc's threads. */
  close(): void;
}

/** One stats object: `type`, `id`, `timestamp` (ms since the epoch) and libwebrtc's own members. */
export interface NativeStats {
  readonly type: string;
  readonly id: string;
  readonly timestamp: number;
  readonly [member: string]: unknown;
}

export interface NativeCertificate {
  /** Milliseconds since the epoch. */
  readonly expires: number;
  readonly fingerprints: readonly { readonly algorithm: string; readonly value: string }[];
  toPEM(): { privateKey: string; certificate: string };
}

export type NativeKeyParams =
  | { readonly name: 'ECDSA' }
  | { readonly name: 'RSA'; readonly modulusLength: number; readonly publicExponent: number };

export type NativeLogLevel = 'verbose' | 'info' | 'warning' | 'error';

export interface NativeIceCandidate {
  readonly candidate: string;
  readonly sdpMid: string;
  readonly sdpMLineIndex: number;
  /** Of the STUN or TURN server that gave it; empty for host candidates. */
  readonly url: string;
  readonly relayProtocol: '' | 'udp' | 'tcp' | 'tls';
}

/** Events by the kind of their target, with what they carry. */
export interface NativeEvents extends NativeFrameEvents {
  peerConnection: {
    icecandidate: {
      readonly candidate: NativeIceCandidate;
      readonly amendment: NativeAmendment | null;
    };
    icecandidateerror: {
      readonly address: string;
      readonly port: number;
      readonly url: string;
      readonly errorCode: number;
      readonly errorText: string;
    };
    icegatheringstate: { readonly state: NativeIceGatheringState };
    iceconnectionstate: { readonly state: NativeIceConnectionState };
    connectionstate: { readonly state: NativeConnectionState };
    negotiationneeded: { readonly eventId: number };
    datachannel: NativeDataChannelFacts;
  };
  dataChannel: {
    /** `sctpId` is the stream id once it is known. */
    state: {
      readonly state: NativeDataChannelState;
      readonly sctpId: number | null;
      readonly error: NativeError | null;
    };
    message: string | ArrayBuffer;
    /** Bytes that left the queue, summed since the last such event. */
    sent: number;
  };
  iceTransport: {
    state: { readonly state: NativeIceConnectionState; readonly role: NativeIceRole };
    gatheringstate: { readonly state: NativeIceGatheringState; readonly role: NativeIceRole };
    /** Candidate lines (`candidate:...`). */
    selectedpair: { readonly local: NativeIceCandidate; readonly remote: NativeIceCandidate };
  };
  dtlsTransport: {
    /** `certificates`: DER, the peer's own first. */
    state: { readonly state: NativeDtlsState; readonly certificates: readonly ArrayBuffer[] };
    error: NativeError;
  };
  sctpTransport: {
    state: {
      readonly state: NativeSctpState;
      readonly maxMessageSize: number | null;
      readonly maxChannels: number | null;
    };
  };
  transceiver: {
    /** The first RTP packet of the receiver came. */
    firstpacket: null;
    /** Empty tone: the last one has ended. */
    tonechange: { readonly tone: string; readonly toneBuffer: string };
  };
  /** Target 0. */
  environment: {
    log: {
      readonly level: NativeLogLevel;
      readonly source: string;
      readonly message: string;
    };
  };
}

export interface NativeWaits {
  /** By call site: how often and how long JavaScript waited inside native code, nanoseconds. */
  readonly [site: string]: {
    readonly count: number;
    readonly total: number;
    readonly max: number;
    readonly samples: readonly number[];
  };
}

export interface NativeAddon extends NativeFrames {
  /** Once per environment, before anything else. */
  start(
    event: (target: TargetId, type: string, payload: unknown) => void,
    settle: (request: RequestId, error: NativeError | null, value: unknown) => void,
    /** Eight: where some events put their numbers, to be read before the handler returns. */
    numbers: Float64Array,
  ): void;
  /** Counted: while above zero the event loop stays alive. */
  ref(): void;
  unref(): void;
  /** One hop to the signaling thread. Throws a {@link NativeError}. */
  createPeerConnection(configuration: NativeConfiguration): NativePeerConnection;
  /** Settles with a {@link NativeCertificate}. `expires`: milliseconds from now; `null`: 30 days. */
  generateCertificate(request: RequestId, params: NativeKeyParams, expires: number | null): void;
  /** The source works while somebody takes what it gives. */
  createTestTrack(
    kind: NativeMediaKind,
    trackId: string,
    options: NativeTestVideoOptions | NativeTestAudioOptions,
  ): NativeTrack;
  /** For connections, capabilities, encoders and decoders from now on. */
  setCodecPolicy(policy: NativeCodecPolicy): void;
  /** One hop to the signaling thread; the same until the codec policy changes. */
  getCapabilities(direction: 'send' | 'receive', kind: NativeMediaKind): NativeCapabilities;
  /** Throws a {@link NativeError} of type `certificate-error`. */
  certificateFromPEM(privateKey: string, certificate: string): NativeCertificate;
  /** `null` stops it. Process-wide. */
  setLogger(level: NativeLogLevel | null, source: string): void;
  /** Trusted roots of TURN over TLS, PEM. Process-wide, read when the next connection is made. */
  setRootCertificates(pem: readonly string[]): void;
  /** Samples since the last call, then reset. */
  takeWaits(): NativeWaits;
  /** Names of enum values as native knows them, for `scripts/check-idl`. */
  enums(): Record<string, readonly string[]>;
}

export const addon: NativeAddon = loadAddon() as NativeAddon;
