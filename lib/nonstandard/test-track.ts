import { randomUUID } from 'node:crypto';

import { createNativeTestTrack } from '../internal/test-track.js';
import { createTrack, readTrack } from '../mediastream/MediaStreamTrack.js';
import type { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import type { TrackReading } from '../mediastream/track-readers.js';
import { callback as callbackType, enumeration, interfaceType } from '../webidl/index.js';
import type { TestAudioOptions, TestVideoOptions } from './test-options.js';
import { audioOptions, videoOptions } from './test-options.js';
import { TestAudioSource, TestVideoSource } from './test-source.js';

const TestTrackKind = enumeration('TestTrackKind', ['audio', 'video']);
const Track = interfaceType<MediaStreamTrack>('MediaStreamTrack');
const ReadTrackCallback = callbackType<(reading: TrackReading) => void>('ReadTrackCallback');

export function createTestTrack(kind: 'audio', options?: TestAudioOptions): MediaStreamTrack;
export function createTestTrack(kind: 'video', options?: TestVideoOptions): MediaStreamTrack;
/**
 * A track that needs no device: tones, or a pattern of black and white cells
 * that moves and holds the number of each frame.
 *
 * @throws RangeError for options that are out of their limits
 */
export function createTestTrack(kind: 'audio' | 'video', options?: object): MediaStreamTrack {
  const context = 'nonstandard.createTestTrack';
  const id = randomUUID();
  if (TestTrackKind.convert(kind, `${context}: kind`) === 'video') {
    const converted = videoOptions(options, `${context}: options`);
    const native = createNativeTestTrack('video', id, converted);
    return createTrack(new TestVideoSource(converted), native, id);
  }
  const converted = audioOptions(options, `${context}: options`);
  const native = createNativeTestTrack('audio', id, converted);
  return createTrack(new TestAudioSource(converted), native, id);
}

/**
 * Reads what a track of any source shows or sounds like: `callback` gets a
 * `VideoReading` for each frame, or an `AudioReading` for each 100 ms. It ends
 * with the track, or when the function that is returned is called; until then
 * the track is not collected. It does not keep the process alive.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- named by the caller
export function readTestTrack<R extends TrackReading>(
  track: MediaStreamTrack,
  callback: (reading: R) => void,
): () => void {
  const context = 'nonstandard.readTestTrack';
  const converted = Track.convert(track, `${context}: track`);
  const read = ReadTrackCallback.convert(callback, `${context}: callback`);
  return readTrack(converted, { what: 'readings' }, (_type, reading) => {
    read(reading as R);
  });
}
