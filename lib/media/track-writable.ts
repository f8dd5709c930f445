import { WritableStream } from 'node:stream/web';
import type { WritableStreamDefaultController } from 'node:stream/web';

import { exception } from '../internal/errors.js';
import { endTrack } from '../mediastream/MediaStreamTrack.js';
import type { TrackSource } from '../mediastream/track-source.js';

/**
 * The stream whose chunks a source gives to its tracks. It ends them when it is
 * closed or aborted; it is closed when the last of them has ended.
 *
 * @see https://w3c.github.io/mediacapture-transform/#video-track-generator
 */
export function trackWritable<T>(
  source: TrackSource,
  write: (chunk: T) => void | Promise<void>,
): WritableStream<T> {
  let controller: WritableStreamDefaultController | null = null;
  let ended = false;
  /** @see https://w3c.github.io/mediacapture-transform/#closewritable */
  const close = () => {
    ended = true;
    // 1. For each track that is sourced from it, end the track.
    const [track] = source.tracks;
    if (track !== undefined) endTrack(track, { event: true });
  };
  const writable = new WritableStream<T>({
    start: (given) => {
      controller = given;
    },
    write,
    close,
    abort: close,
  });
  source.released = () => {
    if (ended) return;
    ended = true;
    // Somebody who writes can be told by an error alone.
    if (writable.locked) controller?.error(exception('InvalidStateError', 'the track has ended'));
    else void writable.close();
  };
  return writable;
}
