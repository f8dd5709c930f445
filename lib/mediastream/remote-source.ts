import type { MediaTrackCapabilities, MediaTrackSettings } from '../idl/index.js';
import type { NativeMediaKind } from '../internal/native-types.js';
import { TrackSource } from './track-source.js';

const unprocessed = {
  autoGainControl: [false],
  echoCancellation: [false],
  noiseSuppression: [false],
  sampleSize: { max: 16, min: 16 },
};

/** What a receiver gives: the sender decides how it is. */
export class RemoteSource extends TrackSource {
  readonly label: string;
  readonly capabilities: MediaTrackCapabilities;
  settings: MediaTrackSettings;
  override muted = true;

  /** `deviceId`: as in Chrome, the id of the receiver's track. */
  constructor(
    readonly kind: NativeMediaKind,
    deviceId: string,
  ) {
    super();
    this.label = `remote ${kind}`;
    if (kind === 'audio') {
      this.capabilities = { deviceId, ...unprocessed };
      this.settings = { deviceId, sampleSize: 16 };
    } else {
      this.capabilities = { deviceId, facingMode: [], resizeMode: ['none'] };
      this.settings = { deviceId, resizeMode: 'none' };
    }
  }

  configure(): void {
    // Nothing that could be selected changes what comes from the network.
  }

  override learnFrameSize(width: number, height: number): void {
    if (this.settings.width === width && this.settings.height === height) return;
    this.settings = { ...this.settings, width, height, aspectRatio: width / height };
  }
}
