import { join } from 'node:path';

import type {
  RTCConfiguration,
  RTCDataChannelInit,
  RTCIceCandidateInit,
  RTCPeerConnectionState,
  RTCSessionDescriptionInit,
  TestAudioOptions,
  TestVideoOptions,
} from '../../lib/index.js';
import type { SelectedPair } from '../network/programs/selected-pair.js';
import type { Received, SendOptions } from '../network/programs/traffic.js';
import { PeerProcess } from './peer-process.js';
import type { PeerLine } from './peer-process.js';
import type { Stats } from './stats.js';
import { Watch } from './watch.js';
import type { FrameReading, SoundReading } from './watch.js';

/** What `icecandidate` told of a local candidate. */
export interface CandidateFacts {
  readonly type: string | null;
  readonly address: string | null;
  readonly protocol: string | null;
  readonly relatedAddress: string | null;
  readonly relayProtocol: string | null;
  readonly url: string | null;
}

/** A connection in a process of its own, test/network/programs/agent.ts. */
export class NetworkAgent {
  readonly candidates: CandidateFacts[] = [];
  /** Every `connectionState` since the start. */
  readonly states: RTCPeerConnectionState[] = [];
  /** What it sees and hears of the other side. */
  readonly eye = new Watch('eye');
  readonly ear = new Watch('ear');
  /** Takes each local candidate to the other side. */
  onCandidate: (candidate: RTCIceCandidateInit) => void = () => undefined;
  readonly #process: PeerProcess;
  #calls = 0;

  /** `prefix`: the words that run a command in a network of its own. */
  constructor(prefix: readonly string[] = [], env: NodeJS.ProcessEnv = {}) {
    const program = join(__dirname, '../network/programs/agent.js');
    this.#process = new PeerProcess([...prefix, process.execPath, program], env);
    this.#process.handle('candidate', ({ candidate, facts }) => {
      this.candidates.push(facts as CandidateFacts);
      this.onCandidate(candidate as RTCIceCandidateInit);
    });
    this.#process.handle('video', (line) => this.eye.take(line as PeerLine & FrameReading));
    this.#process.handle('audio', (line) => this.ear.take(line as PeerLine & SoundReading));
  }

  open(configuration: RTCConfiguration = {}): Promise<unknown> {
    return this.#call('open', [configuration]);
  }

  configure(configuration: RTCConfiguration): Promise<unknown> {
    return this.#call('configure', [configuration]);
  }

  channel(label: string, init: RTCDataChannelInit = {}): Promise<unknown> {
    return this.#call('channel', [label, init]);
  }

  /** Adds a tone to send. */
  sendAudio(options: TestAudioOptions): Promise<unknown> {
    return this.#call('sendAudio', [options]);
  }

  /** Adds a test picture to send. */
  sendVideo(options: TestVideoOptions): Promise<unknown> {
    return this.#call('sendVideo', [options]);
  }

  stats(type: string, kind?: 'audio' | 'video'): Promise<Stats[]> {
    return this.#call('stats', kind ? [type, kind] : [type]) as Promise<Stats[]>;
  }

  restartIce(): Promise<unknown> {
    return this.#call('restartIce', []);
  }

  /** Sets the implicit local description and hands it over. */
  describe(): Promise<RTCSessionDescriptionInit> {
    return this.#call('describe', []) as Promise<RTCSessionDescriptionInit>;
  }

  accept(description: RTCSessionDescriptionInit): Promise<unknown> {
    return this.#call('accept', [description]);
  }

  addCandidate(candidate: RTCIceCandidateInit): Promise<unknown> {
    return this.#call('candidate', [candidate]);
  }

  /** Sends numbered messages until all have left the channel's buffer. */
  send(label: string, options: SendOptions, limit = 60_000): Promise<unknown> {
    const sent = this.#call('send', [label, options], limit);
    // Who awaits it later may fail before: that failure is the one to tell.
    sent.catch(() => undefined);
    return sent;
  }

  /** What a channel received, once so many messages came. */
  reach(label: string, count: number, limit = 60_000): Promise<Received> {
    return this.#call('reach', [label, count], limit) as Promise<Received>;
  }

  received(label: string): Promise<Received> {
    return this.#call('received', [label]) as Promise<Received>;
  }

  selectedPair(): Promise<SelectedPair> {
    return this.#call('pair', []) as Promise<SelectedPair>;
  }

  state(): Promise<RTCPeerConnectionState> {
    return this.#call('state', []) as Promise<RTCPeerConnectionState>;
  }

  /** Resolves when the state is there, from the changes that no earlier call took. */
  async reaches(state: RTCPeerConnectionState, limit = 30_000): Promise<void> {
    for (;;) {
      const line = await this.#process.next('state', limit);
      this.states.push(line['state'] as RTCPeerConnectionState);
      if (line['state'] === state) return;
    }
  }

  async opened(label: string): Promise<void> {
    await this.#process.next(`opened-${label}`, 30_000);
  }

  /** The next line of a kind: `gathering`, `candidate-error`. */
  next(type: string, limit?: number): Promise<PeerLine> {
    return this.#process.next(type, limit);
  }

  /** All of `gathering` until it is complete. */
  async gathered(): Promise<void> {
    while ((await this.#process.next('gathering'))['state'] !== 'complete');
  }

  stop(): Promise<void> {
    return this.#process.stop();
  }

  async #call(method: string, args: readonly unknown[], limit?: number): Promise<unknown> {
    const id = (this.#calls += 1);
    this.#process.send({ id, method, args });
    const { value, error } = await this.#process.next(`reply-${id}`, limit);
    if (error !== undefined) throw new Error(`${method}: ${error as string}`);
    return value;
  }
}

/**
 * Offer, answer and candidates, as signalling carries them. The offerer's
 * candidates wait for its offer; the answerer's for its answer.
 */
export async function negotiateAgents(
  offerer: NetworkAgent,
  answerer: NetworkAgent,
): Promise<void> {
  const toAnswerer = deliver(offerer, answerer);
  const toOfferer = deliver(answerer, offerer);
  await answerer.accept(await offerer.describe());
  toAnswerer();
  await offerer.accept(await answerer.describe());
  toOfferer();
}

/** Returns the function that lets the candidates go. */
function deliver(from: NetworkAgent, to: NetworkAgent): () => void {
  let held: RTCIceCandidateInit[] | null = [];
  from.onCandidate = (candidate) => {
    if (held) held.push(candidate);
    else void to.addCandidate(candidate);
  };
  return () => {
    for (const candidate of held ?? []) void to.addCandidate(candidate);
    held = null;
  };
}
