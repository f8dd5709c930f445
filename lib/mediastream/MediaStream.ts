import { randomUUID } from 'node:crypto';

import { MediaStreamTrackEvent } from '../events/MediaStreamTrackEvent.js';
import type { MediaStreamHandlers } from '../events/handlers.js';
import { typedEventTarget } from '../events/TypedEventTarget.js';
import { defineEventHandlers } from '../internal/event-handlers.js';
import { defineInterface, interfaceType, sequence, types, union } from '../webidl/index.js';
import type { MediaStreamTrack } from './MediaStreamTrack.js';

export interface MediaStreamEventMap {
  addtrack: MediaStreamTrackEvent;
  removetrack: MediaStreamTrackEvent;
}

const Track = interfaceType<MediaStreamTrack>('MediaStreamTrack');
const StreamOrTracks = union([interfaceType<MediaStream>('MediaStream'), sequence(Track)]);

/** A stream of the remote peer, without tracks. */
export let newRemoteStream: (id: string) => MediaStream;
/** Changes the set alone: {@link fireTrackEvent} tells of it when it is time to. */
export let addRemoteTrack: (stream: MediaStream, track: MediaStreamTrack) => void;
/** Changes the set alone: {@link fireTrackEvent} tells of it when it is time to. */
export let removeRemoteTrack: (stream: MediaStream, track: MediaStreamTrack) => void;

/** @see https://w3c.github.io/mediacapture-main/#fire-track-event */
export function fireTrackEvent(
  stream: MediaStream,
  type: 'addtrack' | 'removetrack',
  track: MediaStreamTrack,
): void {
  stream.dispatchEvent(new MediaStreamTrackEvent(type, { track }));
}

/**
 * A group of tracks that belong together.
 *
 * @see https://w3c.github.io/mediacapture-main/#mediastream
 */
export class MediaStream extends typedEventTarget<MediaStreamEventMap, MediaStreamHandlers>() {
  #id: string = randomUUID();
  readonly #tracks = new Set<MediaStreamTrack>();

  /** @see https://w3c.github.io/mediacapture-main/#dom-mediastream-constructor */
  constructor(streamOrTracks?: MediaStream | MediaStreamTrack[]) {
    super();
    // An argument that is undefined is none of the overloads.
    if (arguments.length === 0) return;
    // 3. Add each track of the stream or of the sequence that is not yet in the set.
    const given = StreamOrTracks.convert(streamOrTracks, 'MediaStream constructor: streamOrTracks');
    const tracks = #tracks in given ? given.#tracks : given;
    for (const track of tracks) this.#tracks.add(track);
  }

  get id(): string {
    return this.#id;
  }

  /** It has a track that has not ended. */
  get active(): boolean {
    return [...this.#tracks].some(({ readyState }) => readyState === 'live');
  }

  /** @see https://w3c.github.io/mediacapture-main/#dom-mediastream-getaudiotracks */
  getAudioTracks(): MediaStreamTrack[] {
    return this.#ofKind('audio');
  }

  /** @see https://w3c.github.io/mediacapture-main/#dom-mediastream-getvideotracks */
  getVideoTracks(): MediaStreamTrack[] {
    return this.#ofKind('video');
  }

  /**
   * Audio first, as in Chrome.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastream-gettracks
   */
  getTracks(): MediaStreamTrack[] {
    return this.#all();
  }

  /** @see https://w3c.github.io/mediacapture-main/#dom-mediastream-gettrackbyid */
  getTrackById(trackId: string): MediaStreamTrack | null {
    const wanted = types.DOMString.convert(trackId, 'MediaStream.getTrackById: trackId');
    return this.#all().find(({ id }) => id === wanted) ?? null;
  }

  /**
   * Fires no event: the program knows.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastream-addtrack
   */
  addTrack(track: MediaStreamTrack): void {
    this.#tracks.add(Track.convert(track, 'MediaStream.addTrack: track'));
  }

  /**
   * Fires no event: the program knows.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastream-removetrack
   */
  removeTrack(track: MediaStreamTrack): void {
    this.#tracks.delete(Track.convert(track, 'MediaStream.removeTrack: track'));
  }

  /** @see https://w3c.github.io/mediacapture-main/#dom-mediastream-clone */
  clone(): MediaStream {
    // 1. and 2. Let streamClone be a new MediaStream with a new id.
    const streamClone = new MediaStream();
    // 3. Clone each track and add the result.
    for (const track of this.#all()) streamClone.#tracks.add(track.clone());
    return streamClone;
  }

  #all(): MediaStreamTrack[] {
    return [...this.#ofKind('audio'), ...this.#ofKind('video')];
  }

  #ofKind(wanted: string): MediaStreamTrack[] {
    return [...this.#tracks].filter(({ kind }) => kind === wanted);
  }

  static {
    newRemoteStream = (id) => {
      const stream = new MediaStream();
      stream.#id = id;
      return stream;
    };
    addRemoteTrack = (stream, track) => stream.#tracks.add(track);
    removeRemoteTrack = (stream, track) => stream.#tracks.delete(track);
    defineEventHandlers(this, ['addtrack', 'removetrack']);
    defineInterface(this, { is: (value) => #tracks in value, constructorLength: 0 });
  }
}
