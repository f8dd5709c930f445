import type { WritableStream } from 'node:stream/web';

import { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import {
  checkArguments,
  defineInterface,
  dictionary,
  enumeration,
  kConstruct,
  required,
  union,
} from '../webidl/index.js';
import type { Infer } from '../webidl/index.js';
import type { AudioData } from './AudioData.js';
import { GeneratedAudioSource } from './generated-audio-source.js';
import { GeneratedVideoSource } from './generated-video-source.js';
import { trackWritable } from './track-writable.js';
import type { VideoFrame } from './VideoFrame.js';
import { writeFrame, writeSamples } from './write-frames.js';

const CONTEXT = 'MediaStreamTrackGenerator constructor';
const GeneratorKind = enumeration('MediaStreamTrackGeneratorKind', ['audio', 'video']);
const MediaStreamTrackGeneratorInit = dictionary('MediaStreamTrackGeneratorInit', {
  kind: required(GeneratorKind),
});
export interface MediaStreamTrackGeneratorInit extends Infer<
  typeof MediaStreamTrackGeneratorInit
> {}
const Init = union([GeneratorKind, MediaStreamTrackGeneratorInit]);

/** Audio that may be buffered before writes wait; seconds. */
const HIGH_WATER_MARK = 0.1;

function makeSource(kind: 'audio' | 'video') {
  return kind === 'video'
    ? new GeneratedVideoSource({ isScreencast: false, needsDenoising: null })
    : new GeneratedAudioSource(HIGH_WATER_MARK);
}

/**
 * A track whose frames or samples the program writes, as Chrome has it.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/API/MediaStreamTrackGenerator
 */
export class MediaStreamTrackGenerator<
  T extends VideoFrame | AudioData = VideoFrame | AudioData,
> extends MediaStreamTrack {
  readonly #writable: WritableStream<T>;

  /**
   * @param init `{ kind: 'audio' }`, `{ kind: 'video' }`, or the kind alone
   * @throws TypeError for another kind
   */
  constructor(init: MediaStreamTrackGeneratorInit | 'audio' | 'video') {
    checkArguments(arguments.length, 1, CONTEXT);
    const converted = Init.convert(init, `${CONTEXT}: init`);
    const source = makeSource(typeof converted === 'string' ? converted : converted.kind);
    const { native, id } = source.createNativeTrack();
    super(kConstruct, source, native, id);
    this.#writable = trackWritable<T>(source, (chunk) => {
      if (source.kind === 'audio') return writeSamples(source, chunk);
      writeFrame(source, chunk, false);
      return undefined;
    });
  }

  /**
   * Takes `VideoFrame`s or `AudioData`, and closes them. Audio is buffered: writes wait while
   * there is more than 100 ms of it. What is no frame, or closed, makes the stream fail with a
   * TypeError. When it is closed or aborted, the track ends.
   */
  get writable(): WritableStream<T> {
    return this.#writable;
  }

  static {
    defineInterface(this, { is: (value) => #writable in value, constructorLength: 1 });
  }
}
