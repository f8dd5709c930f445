import type { NativeSnapshot, NativeTransceiverFacts, TargetId } from '../internal/native-types.js';
import type { Connection } from '../peerconnection/connection.js';
import {
  processRemoteTracks,
  RemoteChanges,
  RemoteStreams,
  setAssociatedRemoteStreams,
} from './remote-tracks.js';
import { endLater } from './stop.js';
import { Transceiver } from './transceiver.js';

/** What was set; `failed`: nothing. */
export type Setting = 'local' | 'remote offer' | 'remote answer' | 'rollback' | 'failed';

/** The set of transceivers of a connection: the same native one is always the same object. */
export class Transceivers {
  readonly #connection: Connection;
  readonly #remoteStreams = new RemoteStreams();
  readonly #known = new Map<TargetId, Transceiver>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** In the order they were made in. */
  get list(): readonly Transceiver[] {
    return [...this.#known.values()].sort((a, b) => a.id - b.id);
  }

  has({ id }: Transceiver): boolean {
    return this.#known.has(id);
  }

  /** The transceiver that facts are of; made when nothing told of it yet. */
  learn(facts: NativeTransceiverFacts): Transceiver {
    const known = this.#known.get(facts.id);
    if (known !== undefined) return known;
    const { id, handle, receiver } = facts;
    if (handle === null || receiver.track === null) {
      throw new Error(`the transceiver ${id} came without its handle`);
    }
    const made = new Transceiver(this.#connection, handle, receiver.track, facts);
    this.#known.set(id, made);
    return made;
  }

  /** An offer is set in a stable state. */
  keepStable(): void {
    for (const transceiver of this.list) transceiver.keepStable();
  }

  /** An own offer is rolled back; what else changes by that, the next snapshot says. */
  rollBackLocal(): void {
    for (const transceiver of this.list) transceiver.rollBack();
  }

  /**
   * A description was set. A snapshot may be older than what the program did
   * since: of what the program changes it says nothing.
   *
   * @returns what is still to be told to the program
   */
  apply(snapshot: NativeSnapshot, setting: Setting): RemoteChanges {
    const changes = new RemoteChanges();
    const told = new Set(snapshot.transceivers.map(({ id }) => id));
    for (const transceiver of this.list) {
      const isNewer = transceiver.id > snapshot.newestTransceiver;
      if (!isNewer && !told.has(transceiver.id)) this.#remove(transceiver, changes);
    }
    for (const facts of snapshot.transceivers) {
      this.#update(this.learn(facts), facts, setting, changes);
    }
    // What is received anew by a local description, the remote one told before.
    if (setting === 'local') changes.trackEventInits.length = 0;
    return changes;
  }

  /** Their tracks end in a task, as in Chrome; they stay in the set. */
  close(): void {
    for (const transceiver of this.list) {
      if (!transceiver.stopped) endLater(transceiver);
      transceiver.remove();
    }
  }

  /** It was stopped and an answer said so, or the offer that made it was rolled back. */
  #remove(transceiver: Transceiver, changes: RemoteChanges): void {
    this.#known.delete(transceiver.id);
    setAssociatedRemoteStreams(transceiver, [], changes);
    if (!transceiver.stopping) changes.ended.push(transceiver.receiverTrack);
    transceiver.remove();
  }

  #update(
    transceiver: Transceiver,
    facts: NativeTransceiverFacts,
    setting: Setting,
    changes: RemoteChanges,
  ): void {
    if (setting === 'rollback') transceiver.rollBack();
    transceiver.mid = facts.mid;
    // A rollback does not take back that it was stopped.
    if (transceiver.stopped) return;
    transceiver.currentDirection = facts.currentDirection;
    transceiver.returnedInThisTask = false;
    const streams = this.#remoteStreams.of(facts.receiver.streamIds);
    processRemoteTracks(transceiver, facts.firedDirection, streams, changes);
    // An offer of the remote peer leaves the transports as they are.
    if (setting === 'local' || setting === 'remote answer') {
      transceiver.transport = this.#connection.transports.of(facts.mid);
    }
    if (!facts.stopped) return;
    if (!transceiver.stopping) changes.ended.push(transceiver.receiverTrack);
    transceiver.stop();
  }
}
