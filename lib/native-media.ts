/** The seam's types of tracks, senders, receivers and transceivers; `native.ts` has the rest. */
import type { NativeReader, NativeReaderOptions } from './native-frames.js';
import type { NativePriority, RequestId, TargetId } from './native.js';

export type NativeMediaKind = 'audio' | 'video';
export type NativeTransceiverDirection =
  'sendrecv' | 'sendonly' | 'recvonly' | 'inactive' | 'stopped';

/** How a source of `nonstandard.createTestTrack` works. */
export interface NativeTestVideoOptions {
  readonly width: number;
  readonly height: number;
  /** Frames a second. */
  readonly frameRate: number;
}
export interface NativeTestAudioOptions {
  /** Hertz, one tone each, mixed. */
  readonly frequencies: readonly number[];
  /** Amplitude of the mix, 0 to 1. */
  readonly volume: number;
  readonly sampleRate: number;
  readonly channelCount: number;
}

/**
 * One track of libwebrtc over its source, own or of a receiver. Nothing here
 * waits. Dropped, it lets go of the source; what sends it keeps both.
 */
export interface NativeTrack {
  /** Disabled: black frames, silence. */
  setEnabled(enabled: boolean): void;
  /** `''`, `motion`, `detail`, `text`, `speech`, `speech-recognition`, `music`. */
  setContentHint(hint: string): void;
  /** Another track over the same source. */
  clone(trackId: string): NativeTrack;
  /** The source gives this track nothing any more; for good. */
  stop(): void;
  /** Of a test source: this track's new form. Other tracks keep theirs. */
  configure(options: NativeTestVideoOptions | NativeTestAudioOptions): void;
  read(options: NativeReaderOptions): NativeReader;
}

/** A codec; `sdpFmtpLine` is `null` when it has no parameters, `channels` for video. */
export interface NativeCodec {
  readonly mimeType: string;
  readonly clockRate: number;
  readonly channels: number | null;
  readonly sdpFmtpLine: string | null;
}

export interface NativeCodecParameters extends NativeCodec {
  readonly payloadType: number;
}

export interface NativeHeaderExtension {
  readonly uri: string;
  readonly id: number;
  readonly encrypted: boolean;
}

export interface NativeHeaderExtensionCapability {
  readonly uri: string;
  readonly direction: NativeTransceiverDirection;
}

export interface NativeCapabilities {
  readonly codecs: readonly NativeCodec[];
  readonly headerExtensions: readonly NativeHeaderExtensionCapability[];
}

export interface NativeEncoding {
  /** Empty: none. */
  readonly rid: string;
  readonly active: boolean;
  /** Bits per second. */
  readonly maxBitrate: number | null;
  readonly maxFramerate: number | null;
  readonly scaleResolutionDownBy: number | null;
  readonly scalabilityMode: string | null;
  readonly priority: NativePriority;
  readonly networkPriority: NativePriority;
  readonly adaptivePtime: boolean;
  readonly codec: NativeCodec | null;
  /** Given only; never told. */
  readonly requestKeyFrame: boolean;
}

export type NativeDegradationPreference =
  'disabled' | 'maintain-framerate' | 'maintain-resolution' | 'balanced';

export interface NativeRtpParameters {
  readonly codecs: readonly NativeCodecParameters[];
  readonly headerExtensions: readonly NativeHeaderExtension[];
  readonly rtcp: { readonly cname: string; readonly reducedSize: boolean };
}

export interface NativeSendParameters extends NativeRtpParameters {
  readonly encodings: readonly NativeEncoding[];
  readonly degradationPreference: NativeDegradationPreference | null;
}

/** An SSRC or CSRC whose packets were played, newest first. */
export interface NativeRtpSource {
  readonly kind: 'ssrc' | 'csrc';
  readonly source: number;
  /** Milliseconds since the packet was handed on for playout. */
  readonly age: number;
  readonly rtpTimestamp: number;
  /** 0 to 1, linear; `null` without the header extension. */
  readonly audioLevel: number | null;
  /** Milliseconds of NTP's clock; `null` without the header extension. */
  readonly captureTimestamp: number | null;
  /** Milliseconds from the sender's clock to the capture system's; `null`: it does not say. */
  readonly senderCaptureTimeOffset: number | null;
}

/** A transceiver with its sender and receiver. */
export interface NativeTransceiver {
  /** Target of the events `transceiver`. */
  readonly id: TargetId;
  setDirection(direction: NativeTransceiverDirection): void;
  /** As `RTCRtpTransceiver.stop()`. */
  stop(): void;
  /** One hop to the signaling thread. Throws a {@link NativeError}. Empty: the default. */
  setCodecPreferences(codecs: readonly NativeCodec[]): void;
  /** One hop to the signaling thread. */
  getHeaderExtensionsToNegotiate(): readonly NativeHeaderExtensionCapability[];
  /** One hop to the signaling thread. */
  getNegotiatedHeaderExtensions(): readonly NativeHeaderExtensionCapability[];
  /** One hop to the signaling thread. Throws a {@link NativeError}. */
  setHeaderExtensionsToNegotiate(extensions: readonly NativeHeaderExtensionCapability[]): void;

  /** Of the sender. Settles with `null`. */
  replaceTrack(request: RequestId, track: NativeTrack | null): void;
  setStreams(streamIds: readonly string[]): void;
  /** One hop to the signaling thread. */
  getSendParameters(): NativeSendParameters;
  /** As many encodings as there are, in their order. Settles with `null`. */
  setSendParameters(
    request: RequestId,
    encodings: readonly NativeEncoding[],
    degradationPreference: NativeDegradationPreference | null,
  ): void;
  /** One hop to the signaling thread: can tones be sent now? */
  canInsertDTMF(): boolean;
  /** Milliseconds. Tones that are waiting are replaced. */
  insertDTMF(tones: string, duration: number, interToneGap: number): void;

  /** Of the receiver. One hop to the signaling thread. */
  getReceiveParameters(): NativeRtpParameters;
  /** One hop to the network thread. */
  getSources(): readonly NativeRtpSource[];
  /** Milliseconds; `null`: as libwebrtc thinks best. */
  setJitterBufferTarget(target: number | null): void;
}

/** A transceiver as it is on the signaling thread. */
export interface NativeTransceiverFacts {
  readonly id: TargetId;
  /** In results of a call always; in snapshots when this is the first one with it, else `null`. */
  readonly handle: NativeTransceiver | null;
  readonly kind: NativeMediaKind;
  readonly mid: string | null;
  readonly direction: NativeTransceiverDirection;
  readonly currentDirection: NativeTransceiverDirection | null;
  /** What the last remote description made of it: the text's [[FiredDirection]]. */
  readonly firedDirection: NativeTransceiverDirection | null;
  readonly stopped: boolean;
  /** The sender's id, of which stats' `media-source` and the like are made. */
  readonly senderId: string;
  readonly receiver: {
    /** As {@link handle}. */
    readonly track: NativeTrack | null;
    readonly trackId: string;
    /** The `a=msid` ids of the remote description. */
    readonly streamIds: readonly string[];
  };
}

export interface NativeTransceiverInit {
  readonly direction: NativeTransceiverDirection;
  readonly streamIds: readonly string[];
  readonly sendEncodings: readonly NativeEncoding[];
}

/** What is empty or `null` does not matter. */
export interface NativeCodecPattern {
  readonly codec: string;
  readonly profile: string;
  readonly implementation: string;
  readonly hardware: boolean | null;
  readonly direction: 'send' | 'receive' | null;
}

export interface NativeCodecRules {
  readonly prefer: readonly NativeCodecPattern[];
  readonly allow: readonly NativeCodecPattern[];
  readonly deny: readonly NativeCodecPattern[];
}

export interface NativeCodecPolicy {
  readonly audio: NativeCodecRules;
  readonly video: NativeCodecRules;
}
