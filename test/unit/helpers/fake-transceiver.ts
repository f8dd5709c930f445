/** Stands in for a transceiver of the addon. */
import type {
  NativeCapabilities,
  NativeCodec,
  NativeEncoding,
  NativeEvents,
  NativeHeaderExtensionCapability,
  NativeMediaKind,
  NativeRtpParameters,
  NativeRtpSource,
  NativeSendParameters,
  NativeTrack,
  NativeTransceiver,
  NativeTransceiverFacts,
  RequestId,
  TargetId,
} from '../../../lib/native.js';

interface Call {
  readonly method: string;
  readonly request: RequestId;
  readonly args: readonly unknown[];
}

type Emit = (target: TargetId, type: string, payload: unknown) => void;

const codec = (mimeType: string, sdpFmtpLine: string | null = null): NativeCodec => {
  const isAudio = mimeType.startsWith('audio/');
  return {
    mimeType,
    clockRate: isAudio ? 48_000 : 90_000,
    channels: isAudio ? 2 : null,
    sdpFmtpLine,
  };
};

const extensions: readonly NativeHeaderExtensionCapability[] = [
  { uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', direction: 'sendrecv' },
  { uri: 'urn:example:other', direction: 'stopped' },
];

export const capabilities: Readonly<Record<NativeMediaKind, NativeCapabilities>> = {
  audio: {
    codecs: [codec('audio/opus', 'minptime=10;useinbandfec=1'), codec('audio/red')],
    headerExtensions: extensions,
  },
  video: {
    codecs: [
      codec('video/VP8'),
      codec('video/rtx'),
      codec('video/VP9', 'profile-id=0'),
      codec('video/ulpfec'),
    ],
    headerExtensions: extensions,
  },
};

export function encoding(changes: Partial<NativeEncoding> = {}): NativeEncoding {
  return {
    rid: '',
    active: true,
    maxBitrate: null,
    maxFramerate: null,
    scaleResolutionDownBy: null,
    scalabilityMode: null,
    priority: 'low',
    networkPriority: 'low',
    adaptivePtime: false,
    codec: null,
    requestKeyFrame: false,
    ...changes,
  };
}

const parameters: NativeRtpParameters = {
  codecs: [],
  headerExtensions: [],
  rtcp: { cname: 'name', reducedSize: false },
};

export class FakeTransceiver implements NativeTransceiver {
  readonly calls: Call[] = [];
  senderTrack: NativeTrack | null = null;
  sendParameters: NativeSendParameters = {
    ...parameters,
    encodings: [encoding()],
    degradationPreference: null,
  };
  receiveParameters: NativeRtpParameters = parameters;
  sources: readonly NativeRtpSource[] = [];
  hasTones = true;
  /** What the next call that may throw throws. */
  failure: unknown = null;

  constructor(
    readonly id: TargetId,
    readonly kind: NativeMediaKind,
    readonly track: NativeTrack,
    readonly send: Emit,
  ) {}

  setDirection(...args: unknown[]): void {
    this.#record('setDirection', 0, args);
  }

  stop(): void {
    this.#record('stop', 0, []);
  }

  setCodecPreferences(...args: unknown[]): void {
    this.#recordOrThrow('setCodecPreferences', args);
  }

  getHeaderExtensionsToNegotiate(): readonly NativeHeaderExtensionCapability[] {
    return extensions;
  }

  getNegotiatedHeaderExtensions(): readonly NativeHeaderExtensionCapability[] {
    return [];
  }

  setHeaderExtensionsToNegotiate(...args: unknown[]): void {
    this.#recordOrThrow('setHeaderExtensionsToNegotiate', args);
  }

  replaceTrack(request: RequestId, ...args: unknown[]): void {
    this.#record('replaceTrack', request, args);
  }

  setStreams(...args: unknown[]): void {
    this.#record('setStreams', 0, args);
  }

  getSendParameters(): NativeSendParameters {
    this.#record('getSendParameters', 0, []);
    return this.sendParameters;
  }

  setSendParameters(request: RequestId, ...args: unknown[]): void {
    this.#record('setSendParameters', request, args);
  }

  canInsertDTMF(): boolean {
    return this.hasTones;
  }

  insertDTMF(...args: unknown[]): void {
    this.#record('insertDTMF', 0, args);
  }

  getReceiveParameters(): NativeRtpParameters {
    return this.receiveParameters;
  }

  getSources(): readonly NativeRtpSource[] {
    this.#record('getSources', 0, []);
    return this.sources;
  }

  setJitterBufferTarget(...args: unknown[]): void {
    this.#record('setJitterBufferTarget', 0, args);
  }

  emit<K extends keyof NativeEvents['transceiver']>(
    type: K,
    payload: NativeEvents['transceiver'][K],
  ): void {
    this.send(this.id, type, payload);
  }

  count(method: string): number {
    return this.calls.filter((call) => call.method === method).length;
  }

  last(method: string): Call {
    const call = this.calls.findLast((found) => found.method === method);
    if (call === undefined) throw new Error(`${method} was not called`);
    return call;
  }

  /** As in a snapshot; nothing was negotiated unless that is said. */
  facts(changes: Partial<NativeTransceiverFacts> & { streamIds?: string[] } = {}) {
    const { streamIds = [], ...others } = changes;
    const facts: NativeTransceiverFacts = {
      id: this.id,
      handle: this,
      kind: this.kind,
      mid: null,
      direction: 'sendrecv',
      currentDirection: null,
      firedDirection: null,
      stopped: false,
      senderId: `sender ${this.id}`,
      receiver: { track: this.track, trackId: `track ${this.id}`, streamIds },
      ...others,
    };
    return facts;
  }

  #record(method: string, request: RequestId, args: readonly unknown[]): void {
    this.calls.push({ method, request, args });
  }

  #recordOrThrow(method: string, args: readonly unknown[]): void {
    this.#record(method, 0, args);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- as native throws it
    if (this.failure !== null) throw this.failure;
  }
}
