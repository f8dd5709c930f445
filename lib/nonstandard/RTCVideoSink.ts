import { typedEventTarget } from '../events/TypedEventTarget.js';
import type { EventHandler } from '../events/TypedEventTarget.js';
import { defineEventHandlers } from '../internal/event-handlers.js';
import { readTrack } from '../mediastream/MediaStreamTrack.js';
import type { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import { checkArguments, defineInterface } from '../webidl/index.js';
import { trackOfKind } from './track-argument.js';
import { VideoSinkEvent } from './video-events.js';

export interface RTCVideoSinkEventMap {
  frame: VideoSinkEvent;
}

interface RTCVideoSinkHandlers {
  onframe: EventHandler<RTCVideoSink, VideoSinkEvent>;
}

/** Frames that wait while JavaScript is busy; then the oldest are dropped. */
const BUFFERED = 4;
const CONTEXT = 'RTCVideoSink constructor';

/**
 * Fires `frame` for each picture of a track, local or remote, until it is stopped or the track
 * ends. Until then it is not garbage collected; it does not keep the process alive.
 */
export class RTCVideoSink extends typedEventTarget<RTCVideoSinkEventMap, RTCVideoSinkHandlers>() {
  readonly #stop: () => void;
  #stopped = false;

  /** @throws TypeError for what is no video track */
  constructor(track: MediaStreamTrack) {
    checkArguments(arguments.length, 1, CONTEXT);
    super();
    const read = trackOfKind(track, 'video', `${CONTEXT}: track`);
    this.#stop = readTrack(
      read,
      { what: 'frames', maxBufferSize: BUFFERED },
      (type, frame) => {
        if (type === 'videoframe') this.dispatchEvent(new VideoSinkEvent(frame));
      },
      () => {
        this.#stopped = true;
      },
    );
    this.#stopped = read.readyState === 'ended';
  }

  /** No event comes any more: it was stopped, or the track has ended. */
  get stopped(): boolean {
    return this.#stopped;
  }

  stop(): void {
    this.#stopped = true;
    this.#stop();
  }

  static {
    defineEventHandlers(this, ['frame']);
    defineInterface(this, { is: (value) => #stop in value });
  }
}
