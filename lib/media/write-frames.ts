import { describe } from '../webidl/describe.js';
import { interfaceType } from '../webidl/index.js';
import { openAudioData } from './AudioData.js';
import type { AudioData } from './AudioData.js';
import { isPlanar } from './sample-formats.js';
import { checkSamples } from './generated-audio-source.js';
import type { GeneratedAudioSource, Samples } from './generated-audio-source.js';
import type { GeneratedVideoSource } from './generated-video-source.js';
import { openFrame } from './VideoFrame.js';
import type { VideoFrame } from './VideoFrame.js';

const Frame = interfaceType<VideoFrame>('VideoFrame');
const Data = interfaceType<AudioData>('AudioData');

/** The longest part of some audio data that is written at once; seconds. */
const LONGEST = 1;

function notOpen(chunk: unknown, name: string): TypeError {
  return new TypeError(`write: ${describe(chunk)} is closed, an open ${name} is needed`);
}

/**
 * Gives a frame to the tracks of a source, and closes it.
 *
 * @see https://w3c.github.io/mediacapture-transform/#writeframe
 * @throws TypeError for what is no frame, or closed
 */
export function writeFrame(source: GeneratedVideoSource, chunk: unknown, muted: boolean): void {
  // 1. If it is not a VideoFrame, return a promise rejected with a TypeError.
  const frame = Frame.convert(chunk, 'write');
  // 2. If its [[Detached]] is true, return a promise rejected with a TypeError.
  const open = openFrame(frame);
  if (open === null) throw notOpen(chunk, 'VideoFrame');
  // 3. Unless muted, send it to each live track.
  if (!muted && source.tracks.size > 0) source.writeFrame(open);
  // 4. Run the Close VideoFrame algorithm.
  frame.close();
}

/** The part of some samples that begins at a frame. */
function part(all: Samples, first: number, frameCount: number): Samples {
  const { bytes, format, channelCount, sampleRate } = all;
  const timestamp = all.timestamp + Math.round((first * 1e6) / sampleRate);
  const size = bytes.byteLength / all.frameCount / channelCount;
  if (!isPlanar(format)) {
    const [start, end] = [first * channelCount, (first + frameCount) * channelCount];
    return { ...all, bytes: bytes.subarray(start * size, end * size), frameCount, timestamp };
  }
  const planes = Array.from({ length: channelCount }, (_, channel) => {
    const start = channel * all.frameCount + first;
    return bytes.subarray(start * size, (start + frameCount) * size);
  });
  return { ...all, bytes: Buffer.concat(planes), frameCount, timestamp };
}

/**
 * Gives samples to the tracks of a source, and closes the data. Settles when
 * the source wants more.
 *
 * @throws TypeError for what is no audio data, or closed
 * @throws RangeError for a rate or a number of channels that is not possible
 */
export async function writeSamples(source: GeneratedAudioSource, chunk: unknown): Promise<void> {
  const data = Data.convert(chunk, 'write');
  const open = openAudioData(data);
  if (open === null) throw notOpen(chunk, 'AudioData');
  const { numberOfFrames, numberOfChannels, sampleRate, ...rest } = open;
  const samples: Samples = {
    ...rest,
    sampleRate,
    channelCount: numberOfChannels,
    frameCount: numberOfFrames,
    timestamp: data.timestamp,
  };
  checkSamples(samples.sampleRate, samples.channelCount, 'write');
  data.close();
  const step = Math.ceil(sampleRate * LONGEST);
  for (let first = 0; first < numberOfFrames && source.tracks.size > 0; first += step) {
    const frames = Math.min(step, numberOfFrames - first);
    const next = frames === numberOfFrames ? samples : part(samples, first, frames);
    await source.write(next, 'write');
  }
}
