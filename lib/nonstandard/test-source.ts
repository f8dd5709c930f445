import { randomUUID } from 'node:crypto';

import type { MediaTrackCapabilities, MediaTrackSettings } from '../idl/index.js';
import type {
  NativeTestAudioOptions,
  NativeTestVideoOptions,
  NativeTrack,
} from '../internal/native-types.js';
import { TrackSource } from '../mediastream/track-source.js';
import { audioLimits, videoLimits } from './test-options.js';

const only = (value: number) => ({ max: value, min: value });

/** A moving pattern: each frame is made in the size that is asked for. */
export class TestVideoSource extends TrackSource {
  readonly kind = 'video';
  readonly label = 'test video';
  readonly capabilities: MediaTrackCapabilities;
  readonly settings: MediaTrackSettings;
  readonly #options: NativeTestVideoOptions;

  constructor(options: NativeTestVideoOptions) {
    super();
    this.#options = options;
    const deviceId = randomUUID();
    const { width, height } = videoLimits;
    const aspectRatio = { max: width.max / height.min, min: width.min / height.max };
    this.capabilities = {
      ...videoLimits,
      aspectRatio,
      deviceId,
      facingMode: [],
      resizeMode: ['none'],
    };
    this.settings = {
      ...options,
      aspectRatio: options.width / options.height,
      deviceId,
      resizeMode: 'none',
    };
  }

  configure(track: NativeTrack, settings: MediaTrackSettings): void {
    const { width, height, frameRate } = { ...this.#options, ...settings };
    track.configure({ width, height, frameRate });
  }
}

/** Tones, in blocks of 10 ms. */
export class TestAudioSource extends TrackSource {
  readonly kind = 'audio';
  readonly label = 'test audio';
  readonly capabilities: MediaTrackCapabilities;
  readonly settings: MediaTrackSettings;
  readonly #options: NativeTestAudioOptions;

  constructor(options: NativeTestAudioOptions) {
    super();
    this.#options = options;
    const { sampleRate, channelCount } = options;
    const deviceId = randomUUID();
    this.capabilities = {
      autoGainControl: [false],
      channelCount: audioLimits.channelCount,
      deviceId,
      echoCancellation: [false],
      latency: only(0.01),
      noiseSuppression: [false],
      sampleRate: only(sampleRate),
      sampleSize: only(16),
    };
    this.settings = { channelCount, deviceId, latency: 0.01, sampleRate, sampleSize: 16 };
  }

  configure(track: NativeTrack, settings: MediaTrackSettings): void {
    const { channelCount } = { ...this.#options, ...settings };
    track.configure({ ...this.#options, channelCount });
  }
}
