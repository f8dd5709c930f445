import type { MediaTrackCapabilities, MediaTrackSettings } from '../idl/index.js';
import type { NativeMediaKind, NativeTrack } from '../internal/native-types.js';
import type { MediaStreamTrack } from './MediaStreamTrack.js';

/**
 * What feeds a track and its clones.
 *
 * @see https://w3c.github.io/mediacapture-main/#dfn-source
 */
export abstract class TrackSource {
  abstract readonly kind: NativeMediaKind;
  abstract readonly label: string;
  abstract readonly capabilities: MediaTrackCapabilities;
  /** Of a track whose constraints ask for nothing else. */
  abstract readonly settings: MediaTrackSettings;
  /** It gives no media at the moment. */
  muted = false;
  /** The live ones, in the order they were made in. Their events may come as long as it lives. */
  readonly tracks = new Set<MediaStreamTrack>();

  /** Makes what one track gives as its constraints want it; other tracks stay as they are. */
  abstract configure(track: NativeTrack, settings: MediaTrackSettings): void;

  /** The last of its live tracks has ended; for some sources, others may be made. */
  released?(): void;

  /** Of a source that does not know the size of its frames before it sees them; pixels. */
  learnFrameSize?(width: number, height: number): void;
}
