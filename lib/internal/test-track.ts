import { addon } from '../native.js';
import type {
  NativeMediaKind,
  NativeTestAudioOptions,
  NativeTestVideoOptions,
  NativeTrack,
} from '../native.js';

export function createNativeTestTrack(
  kind: NativeMediaKind,
  trackId: string,
  options: NativeTestVideoOptions | NativeTestAudioOptions,
): NativeTrack {
  return addon.createTestTrack(kind, trackId, options);
}
