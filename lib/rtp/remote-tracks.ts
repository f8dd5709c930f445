/**
 * What descriptions do to the tracks of receivers and to remote streams.
 *
 * @see https://w3c.github.io/webrtc-pc/#processing-remote-mediastreamtracks
 */
import { RTCTrackEvent } from '../events/RTCTrackEvent.js';
import type { RTCRtpTransceiverDirection } from '../idl/index.js';
import {
  addRemoteTrack,
  fireTrackEvent,
  newRemoteStream,
  removeRemoteTrack,
} from '../mediastream/MediaStream.js';
import type { MediaStream } from '../mediastream/MediaStream.js';
import { endTrack, setMuted } from '../mediastream/MediaStreamTrack.js';
import type { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import type { Connection } from '../peerconnection/connection.js';
import { receiving } from './direction.js';
import type { Transceiver } from './transceiver.js';

interface Pair {
  readonly stream: MediaStream;
  readonly track: MediaStreamTrack;
}

/** Collected while the state changes, told to the program once all of it has changed. */
export class RemoteChanges {
  readonly ended: MediaStreamTrack[] = [];
  readonly muteTracks: MediaStreamTrack[] = [];
  readonly removeList: Pair[] = [];
  readonly addList: Pair[] = [];
  readonly trackEventInits: Transceiver[] = [];
}

/** The streams of a connection's remote peer: the same id is always the same object. */
export class RemoteStreams {
  readonly #byId = new Map<string, MediaStream>();

  of(msids: readonly string[]): MediaStream[] {
    return [...new Set(msids)].map((id) => {
      const known = this.#byId.get(id);
      if (known !== undefined) return known;
      const made = newRemoteStream(id);
      this.#byId.set(id, made);
      return made;
    });
  }
}

/** @see https://w3c.github.io/webrtc-pc/#set-associated-remote-streams */
export function setAssociatedRemoteStreams(
  transceiver: Transceiver,
  streams: readonly MediaStream[],
  { addList, removeList }: RemoteChanges,
): void {
  const { receiverTrack: track, remoteStreams } = transceiver;
  // 5. Those that it is in no more leave it, 6. new ones get it.
  for (const stream of remoteStreams) {
    if (!streams.includes(stream)) removeList.push({ stream, track });
  }
  for (const stream of streams) {
    if (!remoteStreams.includes(stream)) addList.push({ stream, track });
  }
  // 7. Set [[AssociatedRemoteMediaStreams]] to streams.
  transceiver.remoteStreams = streams;
}

/** @see https://w3c.github.io/webrtc-pc/#process-remote-tracks */
export function processRemoteTracks(
  transceiver: Transceiver,
  direction: RTCRtpTransceiverDirection | null,
  streams: readonly MediaStream[],
  changes: RemoteChanges,
): void {
  const { firedDirection, receiverTrack } = transceiver;
  const { addList, muteTracks, trackEventInits } = changes;
  // 1. Set the associated remote streams.
  const { length } = addList;
  setAssociatedRemoteStreams(transceiver, receiving(direction) ? streams : [], changes);
  // 2. If the track is received and was not, or is in more streams, process its addition.
  const isNew = receiving(direction) && !receiving(firedDirection);
  if (isNew || addList.length > length) trackEventInits.push(transceiver);
  // 4. If it is not received any more, process its removal.
  const isGone = !receiving(direction) && receiving(firedDirection);
  if (isGone && !receiverTrack.muted) muteTracks.push(receiverTrack);
  // 5. Set [[FiredDirection]] to direction.
  transceiver.firedDirection = direction;
}

/** What comes before `signalingstatechange`. */
export function announceEnds({ ended }: RemoteChanges): void {
  for (const track of ended) endTrack(track, { event: true });
}

/**
 * What comes after `signalingstatechange`.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description (steps 4.6.13 to 4.6.16)
 */
export function announceChanges(connection: Connection, changes: RemoteChanges): void {
  // 13. Set the muted state of each track in muteTracks.
  for (const track of changes.muteTracks) setMuted(track, true);
  // 14. and 15. Remove each track of removeList from its stream, add each of addList.
  for (const { stream, track } of changes.removeList) {
    if (!stream.getTracks().includes(track)) continue;
    removeRemoteTrack(stream, track);
    fireTrackEvent(stream, 'removetrack', track);
  }
  for (const { stream, track } of changes.addList) {
    if (stream.getTracks().includes(track)) continue;
    addRemoteTrack(stream, track);
    fireTrackEvent(stream, 'addtrack', track);
  }
  // 16. Fire an event named track for each entry of trackEventInits.
  for (const transceiver of changes.trackEventInits) fireTrack(connection, transceiver);
}

function fireTrack(connection: Connection, transceiver: Transceiver): void {
  const { receiver, receiverTrack, remoteStreams, object } = transceiver;
  connection.fire(
    new RTCTrackEvent('track', {
      receiver,
      track: receiverTrack,
      streams: [...remoteStreams],
      transceiver: object,
    }),
  );
  // libwebrtc tells of the first packet once: when it is received anew, its media is on the way.
  const isReceiving = receiving(transceiver.firedDirection) && !transceiver.stopping;
  if (transceiver.hasReceived && isReceiving) setMuted(receiverTrack, false);
}
