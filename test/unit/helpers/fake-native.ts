/**
 * Stands in for the addon: records what is asked of it, answers when a test
 * says so. Imported before anything of lib.
 */
import type {
  NativeAddon,
  NativeAudioBlock,
  NativeConfiguration,
  NativeDataChannelFacts,
  NativeDataChannelInit,
  NativeDescription,
  NativeError,
  NativeEvents,
  NativeMediaKind,
  NativePeerConnection,
  NativeReader,
  NativeReaderOptions,
  NativeSnapshot,
  NativeTestAudioOptions,
  NativeTestVideoOptions,
  NativeTrack,
  NativeTransceiverFacts,
  NativeTransceiverInit,
  RequestId,
  TargetId,
} from '../../../lib/native.js';
import { fakeFrames } from './fake-frames.js';
import { FakeAudioSource, FakeVideoSource } from './fake-sources.js';
import { capabilities, FakeTransceiver } from './fake-transceiver.js';

type OnEvent = (target: TargetId, type: string, payload: unknown) => void;
type OnSettled = (request: RequestId, error: NativeError | null, value: unknown) => void;

interface Call {
  readonly method: string;
  readonly request: RequestId;
  readonly args: readonly unknown[];
}

let onEvent: OnEvent;
let onSettled: OnSettled;
let numbers: Float64Array;
let lastId = 0;

/** How often the event loop is held at the moment. */
export const hold = { count: 0 };
export const connections: FakePeerConnection[] = [];
/** Own tracks, clones of remote ones too. */
export const tracks: FakeTrack[] = [];

export class FakeDataChannel {
  readonly id = ++lastId;
  readonly sent: (string | Uint8Array)[] = [];
  closed = false;

  sendText(data: string): void {
    this.sent.push(data);
  }

  sendBinary(data: ArrayBuffer, offset: number, length: number): void {
    this.sent.push(new Uint8Array(data.slice(offset, offset + length)));
  }

  close(): void {
    this.closed = true;
  }

  emit(type: string, payload: unknown): void {
    onEvent(this.id, type, payload);
  }

  state(state: string, error: NativeError | null = null, sctpId: number | null = 1): void {
    this.emit('state', { state, sctpId, error });
  }
}

type TestOptions = NativeTestVideoOptions | NativeTestAudioOptions;

export class FakeReader implements NativeReader {
  readonly id = ++lastId;
  stopped = false;

  constructor(readonly options: NativeReaderOptions) {}

  stop(): void {
    this.stopped = true;
  }

  emit<K extends keyof NativeEvents['reader']>(type: K, payload: NativeEvents['reader'][K]): void {
    onEvent(this.id, type, payload);
  }

  emitBlock(block: NativeAudioBlock): void {
    const { samples, sampleRate, channelCount, frameCount, timestamp, discarded } = block;
    const times = [block.captureTime, block.receiveTime, block.rtpTimestamp];
    const mayLack = times.map((time) => time ?? NaN);
    numbers.set([sampleRate, channelCount, frameCount, timestamp, ...mayLack, discarded]);
    this.emit('audioblock', samples);
    numbers.fill(NaN);
  }
}

export class FakeTrack implements NativeTrack {
  readonly readers: FakeReader[] = [];
  enabled = true;
  contentHint = '';
  stopped = false;

  constructor(
    readonly kind: NativeMediaKind,
    readonly trackId: string,
    /** Of test tracks alone. */
    public options: TestOptions | null = null,
  ) {
    tracks.push(this);
  }

  setEnabled(enabled: boolean): void {
    this.enabled = enabled;
  }

  setContentHint(hint: string): void {
    this.contentHint = hint;
  }

  clone(trackId: string): FakeTrack {
    return new FakeTrack(this.kind, trackId, this.options);
  }

  stop(): void {
    this.stopped = true;
  }

  configure(options: TestOptions): void {
    this.options = options;
  }

  read(options: NativeReaderOptions): FakeReader {
    const reader = new FakeReader(options);
    this.readers.push(reader);
    return reader;
  }

  get reading(): boolean {
    return this.readers.some(({ stopped }) => !stopped);
  }

  /** A task for each reader, also for those that have stopped: it was under way. */
  emit<K extends keyof NativeEvents['reader']>(type: K, payload: NativeEvents['reader'][K]): void {
    for (const reader of [...this.readers]) reader.emit(type, payload);
  }

  emitBlock(block: NativeAudioBlock): void {
    for (const reader of [...this.readers]) reader.emitBlock(block);
  }
}

export class FakePeerConnection implements NativePeerConnection {
  readonly id = ++lastId;
  readonly calls: Call[] = [];
  readonly channels: FakeDataChannel[] = [];
  readonly transceivers: FakeTransceiver[] = [];
  /** What the next call that may throw throws. */
  failure: unknown = null;
  closed = false;

  constructor(readonly configuration: NativeConfiguration) {
    connections.push(this);
  }

  createOffer(request: RequestId, ...args: unknown[]): void {
    this.#record('createOffer', request, args);
  }

  createAnswer(request: RequestId): void {
    this.#record('createAnswer', request, []);
  }

  setLocalDescription(request: RequestId, ...args: unknown[]): void {
    this.#record('setLocalDescription', request, args);
  }

  setRemoteDescription(request: RequestId, ...args: unknown[]): void {
    this.#record('setRemoteDescription', request, args);
  }

  addIceCandidate(request: RequestId, ...args: unknown[]): void {
    this.#record('addIceCandidate', request, args);
  }

  getStats(request: RequestId, ...args: unknown[]): void {
    this.#record('getStats', request, args);
  }

  addTrack(track: FakeTrack, streamIds: readonly string[]): NativeTransceiverFacts {
    this.#record('addTrack', 0, [track, streamIds]);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- as native throws it
    if (this.failure !== null) throw this.failure;
    const free = this.transceivers.find((found) => found.kind === track.kind && !found.senderTrack);
    const transceiver = free ?? this.newTransceiver(track.kind);
    transceiver.senderTrack = track;
    return transceiver.facts();
  }

  addTransceiver(
    kind: NativeMediaKind,
    track: NativeTrack | null,
    init: NativeTransceiverInit,
  ): NativeTransceiverFacts {
    this.#record('addTransceiver', 0, [kind, track, init]);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- as native throws it
    if (this.failure !== null) throw this.failure;
    const transceiver = this.newTransceiver(kind);
    transceiver.senderTrack = track;
    return transceiver.facts({ direction: init.direction });
  }

  removeTrack(...args: unknown[]): void {
    this.#record('removeTrack', 0, args);
  }

  /** Made by a call, or by a remote description. */
  newTransceiver(kind: NativeMediaKind): FakeTransceiver {
    const id = ++lastId;
    const track = new FakeTrack(kind, `track ${id}`);
    const transceiver = new FakeTransceiver(id, kind, track, onEvent);
    this.transceivers.push(transceiver);
    return transceiver;
  }

  shouldFireNegotiationNeeded(request: RequestId, eventId: number): void {
    this.#record('shouldFireNegotiationNeeded', request, [eventId]);
  }

  restartIce(): void {
    this.#record('restartIce', 0, []);
  }

  setConfiguration(configuration: NativeConfiguration): void {
    this.#record('setConfiguration', 0, [configuration]);
  }

  setBitrate(...args: unknown[]): void {
    this.#record('setBitrate', 0, args);
  }

  createDataChannel(label: string, init: NativeDataChannelInit): NativeDataChannelFacts {
    const channel = new FakeDataChannel();
    this.channels.push(channel);
    return { ...init, channel, label, state: 'connecting' };
  }

  close(): void {
    this.closed = true;
  }

  emit(type: string, payload: unknown): void {
    onEvent(this.id, type, payload);
  }

  /** Settles the last call of a method, in a task of its own. */
  settle(method: string, value: unknown, error: NativeError | null = null): void {
    const all = [...this.calls, ...this.transceivers.flatMap(({ calls }) => calls)];
    const call = all.findLast((found) => found.method === method);
    if (call === undefined) throw new Error(`${method} was not called`);
    onSettled(call.request, error, value);
  }

  count(method: string): number {
    return this.calls.filter((call) => call.method === method).length;
  }

  /** A channel that the remote peer made. */
  announce(facts: Partial<NativeDataChannelFacts> = {}): FakeDataChannel {
    const channel = new FakeDataChannel();
    this.emit('datachannel', {
      label: 'remote',
      ordered: true,
      maxPacketLifeTime: null,
      maxRetransmits: null,
      protocol: '',
      negotiated: false,
      id: 1,
      priority: 'low',
      state: 'open',
      ...facts,
      channel,
    });
    return channel;
  }

  #record(method: string, request: RequestId, args: readonly unknown[]): void {
    this.calls.push({ method, request, args });
  }
}

export function nativeError(
  type: NativeError['type'],
  detail: NativeError['detail'] = 'none',
): NativeError {
  return { type, detail, message: 'it failed', sctpCauseCode: null, sdpLineNumber: null };
}

export function description(type: NativeDescription['type'], sdp = 'v=0\r\n'): NativeDescription {
  return { type, sdp };
}

export function snapshot(changes: Partial<NativeSnapshot> = {}): NativeSnapshot {
  return {
    signalingState: 'stable',
    canTrickleIceCandidates: null,
    currentLocal: null,
    pendingLocal: null,
    currentRemote: null,
    pendingRemote: null,
    transports: [],
    sctp: null,
    transceivers: [],
    newestTransceiver: lastId,
    ...changes,
  };
}

const newTrack = (kind: NativeMediaKind) => (trackId: string) => new FakeTrack(kind, trackId);
const callbacks = {
  event: (id: TargetId, type: string, payload: unknown) => onEvent(id, type, payload),
  settle: (id: RequestId, error: NativeError | null) => onSettled(id, error, null),
};

const addon: NativeAddon = {
  ...fakeFrames,
  createVideoSource: (options) => new FakeVideoSource(options, newTrack('video')),
  createAudioSource: ({ highWaterMark }) =>
    new FakeAudioSource(++lastId, highWaterMark, newTrack('audio'), callbacks),
  start(event, settle, shared) {
    onEvent = event;
    onSettled = settle;
    numbers = shared;
  },
  ref() {
    hold.count += 1;
  },
  unref() {
    hold.count -= 1;
  },
  createPeerConnection: (configuration) => new FakePeerConnection(configuration),
  generateCertificate(request, params, expires) {
    setImmediate(() => {
      const value = {
        expires: Date.now() + (expires ?? 30 * 24 * 3600 * 1000),
        fingerprints: [{ algorithm: 'sha-256', value: 'AB:CD' }],
        toPEM: () => ({ privateKey: JSON.stringify(params), certificate: 'C' }),
      };
      onSettled(request, null, value);
    });
  },
  getCapabilities: (_direction, kind) => capabilities[kind],
  setCodecPolicy: () => undefined,
  createTestTrack: (kind, trackId, options) => new FakeTrack(kind, trackId, options),
  certificateFromPEM() {
    throw nativeError('certificate-error') as unknown as Error;
  },
  setLogger: () => undefined,
  setRootCertificates: () => undefined,
  takeWaits: () => ({}),
  enums: () => ({}),
};

const file = require.resolve('../../../lib/native.js');
require.cache[file] = Object.assign(Object.create(module) as NodeJS.Module, {
  id: file,
  filename: file,
  loaded: true,
  exports: { addon },
});
