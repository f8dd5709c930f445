import type { ReadableStream } from 'node:stream/web';

import { MediaStreamTrackProcessorInit } from '../idl/index.js';
import type { NativeAudioBlock, NativeVideoFrame } from '../internal/native-types.js';
import { readTrack } from '../mediastream/MediaStreamTrack.js';
import type { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import { audioBlock } from '../mediastream/track-readers.js';
import { checkArguments, defineInterface } from '../webidl/index.js';
import { audioDataOfNative } from './AudioData.js';
import type { AudioData } from './AudioData.js';
import { FrameQueue } from './frame-queue.js';
import { frameOfNative } from './VideoFrame.js';
import type { VideoFrame } from './VideoFrame.js';

const CONTEXT = 'MediaStreamTrackProcessor constructor';

type Raw = NativeVideoFrame | NativeAudioBlock;
type Queue = FrameQueue<Raw, VideoFrame | AudioData>;

/** Frames, and blocks of 10 ms, where the program does not say. */
const defaults = { video: 10, audio: 100 };

const isVideo = (raw: Raw): raw is NativeVideoFrame => 'pixels' in raw;

/** A processor that is forgotten reads no more. */
const collected = new FinalizationRegistry<() => void>((stop) => {
  stop();
});

/** The reader holds the queue weakly: who waits for a frame holds it. */
function readInto(queue: Queue, track: MediaStreamTrack, maxBufferSize: number): () => void {
  const weak = new WeakRef(queue);
  const push = (raw: Raw) => weak.deref()?.push(raw, raw.discarded);
  const stop = readTrack(
    track,
    track.kind === 'video'
      ? { what: 'frames', maxBufferSize }
      : { what: 'samples', maxBufferSize, sampleRate: null, channelCount: null, blocksPerEvent: 1 },
    (type, raw) => {
      if (type === 'videoframe') push(raw);
      else if (type === 'audioblock') push(audioBlock(raw));
    },
    () => weak.deref()?.close(),
  );
  collected.register(queue, stop);
  return stop;
}

/**
 * The frames or samples of a track, as a stream.
 *
 * @see https://w3c.github.io/mediacapture-transform/#mediastreamtrackprocessor
 */
export class MediaStreamTrackProcessor<T extends VideoFrame | AudioData = VideoFrame | AudioData> {
  readonly #queue: Queue;

  /**
   * @param init `maxBufferSize`: 10 frames or 100 blocks, unless it is given
   * @see https://w3c.github.io/mediacapture-transform/#dom-mediastreamtrackprocessor-mediastreamtrackprocessor
   * @throws TypeError for a track that has ended
   */
  constructor(init: MediaStreamTrackProcessorInit) {
    checkArguments(arguments.length, 1, CONTEXT);
    const { track, maxBufferSize: wanted = 0 } = MediaStreamTrackProcessorInit.convert(
      init,
      `${CONTEXT}: init`,
    );
    if (track.readyState === 'ended') {
      throw new TypeError(`${CONTEXT}: init.track: the track has ended`);
    }
    const usual = defaults[track.kind as 'audio' | 'video'];
    // 4. If maxBufferSize is at least 1, it is the size of the queue.
    const maxBufferSize = wanted >= 1 ? wanted : usual;
    let stop = () => undefined as unknown;
    this.#queue = new FrameQueue<Raw, VideoFrame | AudioData>({
      maxBufferSize,
      make: (raw) => (isVideo(raw) ? frameOfNative(raw) : audioDataOfNative(raw)),
      drop: (raw) => {
        if (isVideo(raw)) raw.pixels.close();
      },
      cancel: () => stop(),
    });
    stop = readInto(this.#queue, track, maxBufferSize);
  }

  /**
   * Gives `VideoFrame`s, to be closed by the reader, or `AudioData` of 10 ms. It is closed when the
   * track ends. What nobody reads is dropped, the oldest first.
   */
  get readable(): ReadableStream<T> {
    return this.#queue.readable as ReadableStream<unknown> as ReadableStream<T>;
  }

  /** How many were dropped. */
  get discardedFrames(): number {
    return this.#queue.discarded;
  }

  /** How many the track gave, those too that were dropped. */
  get totalFrames(): number {
    return this.#queue.total;
  }

  static {
    defineInterface(this, { is: (value) => #queue in value, constructorLength: 1 });
  }
}
