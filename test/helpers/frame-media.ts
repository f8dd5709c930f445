/** Tracks whose every frame and sample is made here, and readings of every one that comes. */
import {
  AudioData,
  MediaStreamTrackGenerator,
  MediaStreamTrackProcessor,
  VideoFrame,
} from '../../lib/index.js';
import type { MediaStreamTrack } from '../../lib/index.js';
import type { CallMedia } from './chromium-call.js';
import { loudestTone } from './tones.js';
import type { Reading } from './watch.js';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How pictures are drawn and read; RGBA. */
export interface Pictures {
  draw(size: Size): Uint8Array;
  reader(): (pixels: Uint8Array, size: Size) => Reading;
}

const sampleRate = 48_000;
const blockFrames = sampleRate / 50;

type TestOptions = Size & { frameRate: number; frequency: number };

export function frameMedia(pictures: Pictures): CallMedia {
  return {
    createTestTrack: (kind, options: TestOptions) =>
      kind === 'video' ? film(pictures.draw(options), options) : tone(options.frequency),
    readTestTrack: (track, callback) =>
      track.kind === 'video'
        ? readFrames(track, pictures.reader(), callback)
        : readSamples(track, callback),
  };
}

function film(pixels: Uint8Array, { width, height, frameRate }: TestOptions): MediaStreamTrack {
  const track = new MediaStreamTrackGenerator({ kind: 'video' });
  const writer = (track.writable as WritableStream<VideoFrame>).getWriter();
  const timer = setInterval(() => {
    if (track.readyState === 'ended') {
      clearInterval(timer);
      return;
    }
    const timestamp = Math.round(performance.now() * 1000);
    const init = { codedWidth: width, codedHeight: height, timestamp };
    writer.write(new VideoFrame(pixels, { format: 'RGBA', ...init })).catch(() => undefined);
  }, 1000 / frameRate);
  timer.unref();
  return track;
}

function tone(frequency: number): MediaStreamTrack {
  const track = new MediaStreamTrackGenerator({ kind: 'audio' });
  const writer = (track.writable as WritableStream<AudioData>).getWriter();
  let written = 0;
  const timer = setInterval(
    () => {
      if (track.readyState === 'ended') {
        clearInterval(timer);
        return;
      }
      const data = Float32Array.from(
        { length: blockFrames },
        (_, index) => 0.5 * Math.sin((2 * Math.PI * frequency * (written + index)) / sampleRate),
      );
      const timestamp = Math.round((written / sampleRate) * 1e6);
      written += blockFrames;
      const form = { sampleRate, numberOfChannels: 1, numberOfFrames: blockFrames };
      writer
        .write(new AudioData({ format: 'f32', ...form, timestamp, data }))
        .catch(() => undefined);
    },
    (1000 * blockFrames) / sampleRate,
  );
  timer.unref();
  return track;
}

async function readFrames(
  track: MediaStreamTrack,
  read: (pixels: Uint8Array, size: Size) => Reading,
  callback: (reading: Reading) => void,
): Promise<void> {
  const { readable } = new MediaStreamTrackProcessor({ track });
  for await (const frame of readable as ReadableStream<VideoFrame>) {
    const { codedWidth: width, codedHeight: height } = frame;
    const pixels = new Uint8Array(frame.allocationSize({ format: 'RGBA' }));
    await frame.copyTo(pixels, { format: 'RGBA' });
    frame.close();
    callback(read(pixels, { width, height }));
  }
}

/** 100 ms at a time. */
async function readSamples(
  track: MediaStreamTrack,
  callback: (reading: Reading) => void,
): Promise<void> {
  const { readable } = new MediaStreamTrackProcessor({ track });
  let gathered: number[] = [];
  for await (const sound of readable as ReadableStream<AudioData>) {
    const samples = new Float32Array(sound.numberOfFrames);
    sound.copyTo(samples, { planeIndex: 0, format: 'f32-planar' });
    gathered.push(...samples);
    const enough = gathered.length >= sound.sampleRate / 10;
    if (enough) callback(loudestTone(gathered, sound.sampleRate));
    if (enough) gathered = [];
    sound.close();
  }
}
