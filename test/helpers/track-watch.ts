import { nonstandard } from '../../lib/index.js';
import type { MediaStreamTrack } from '../../lib/index.js';
import { Watch } from './watch.js';

/** Watches a track from now on, until it ends. */
export function watchTrack(track: MediaStreamTrack, name: string = track.kind): Watch {
  const watch = new Watch(name);
  nonstandard.readTestTrack(track, (reading) => watch.take(reading));
  return watch;
}
