import type { NativeMediaKind } from '../internal/native-types.js';
import type { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import { interfaceType } from '../webidl/index.js';

const Track = interfaceType<MediaStreamTrack>('MediaStreamTrack');

/** @throws TypeError for what is no track of this kind */
export function trackOfKind(
  value: unknown,
  kind: NativeMediaKind,
  context: string,
): MediaStreamTrack {
  const track = Track.convert(value, context);
  if (track.kind === kind) return track;
  throw new TypeError(`${context}: a track of ${track.kind}, ${kind} is needed`);
}
