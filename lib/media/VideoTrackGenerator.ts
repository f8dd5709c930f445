import type { WritableStream } from 'node:stream/web';

import { setMuted } from '../mediastream/MediaStreamTrack.js';
import type { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import { defineInterface, types } from '../webidl/index.js';
import { queueTask } from '../internal/queue-task.js';
import { GeneratedVideoSource } from './generated-video-source.js';
import { trackWritable } from './track-writable.js';
import type { VideoFrame } from './VideoFrame.js';
import { writeFrame } from './write-frames.js';

/**
 * A track whose frames the program writes.
 *
 * @see https://w3c.github.io/mediacapture-transform/#videotrackgenerator
 */
export class VideoTrackGenerator {
  readonly #track: MediaStreamTrack;
  readonly #writable: WritableStream<VideoFrame>;
  #muted = false;

  constructor() {
    const source = new GeneratedVideoSource({ isScreencast: false, needsDenoising: null });
    this.#track = source.createTrack();
    this.#writable = trackWritable<VideoFrame>(source, (frame) => {
      writeFrame(source, frame, this.#muted);
    });
  }

  /**
   * Takes `VideoFrame`s, and closes them. What is no frame, or closed, makes it fail with a
   * TypeError. When it is closed or aborted, the track ends.
   *
   * @see https://w3c.github.io/mediacapture-transform/#dom-videotrackgenerator-writable
   */
  get writable(): WritableStream<VideoFrame> {
    return this.#writable;
  }

  /**
   * The track and its clones are muted: frames that are written are dropped.
   *
   * @see https://w3c.github.io/mediacapture-transform/#dom-videotrackgenerator-muted
   */
  get muted(): boolean {
    return this.#muted;
  }

  set muted(value: boolean) {
    const muted = types.boolean.convert(value, 'VideoTrackGenerator.muted');
    // 1. If it is that already, abort these steps.
    if (muted === this.#muted) return;
    // 2. Set [[isMuted]].
    this.#muted = muted;
    // 3. and 4. In a task, set the muted state of each live track.
    queueTask(() => {
      setMuted(this.#track, this.#muted);
    });
  }

  /** @see https://w3c.github.io/mediacapture-transform/#dom-videotrackgenerator-track */
  get track(): MediaStreamTrack {
    return this.#track;
  }

  static {
    defineInterface(this, { is: (value) => #writable in value });
  }
}
