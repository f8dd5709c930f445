/** Frames and samples through a connection. */
import test from 'ava';

import {
  MediaStreamTrackGenerator,
  MediaStreamTrackProcessor,
  nonstandard,
} from '../../lib/index.js';
import type { AudioData, MediaStreamTrack, VideoFrame } from '../../lib/index.js';
import { bytesOf, flat, frameOf, nextOf } from '../helpers/frames.js';
import { sendTracks } from '../helpers/media.js';
import { goertzel, sine } from '../helpers/tones.js';
import { within } from '../helpers/wait.js';

const { RTCAudioSink, RTCAudioSource, RTCVideoSink, RTCVideoSource } = nonstandard;
type Colour = [number, number, number];
const colours: Colour[] = [
  [81, 90, 240],
  [145, 54, 34],
  [41, 240, 110],
];

/** Calls again and again, as a camera does, until it is stopped. */
function every(milliseconds: number, run: () => void): () => void {
  const timer = setInterval(run, milliseconds);
  return () => {
    clearInterval(timer);
  };
}

async function frameThat(
  track: MediaStreamTrack,
  fits: (frame: VideoFrame, bytes: Uint8Array) => boolean,
): Promise<VideoFrame> {
  const reader = new MediaStreamTrackProcessor<VideoFrame>({ track }).readable.getReader();
  const search = async () => {
    for (;;) {
      const frame = await nextOf(reader, 'a frame');
      if (fits(frame, await bytesOf(frame, { format: 'I420' }))) return frame;
      frame.close();
    }
  };
  const found = await within(search(), 'a frame that fits', 30_000);
  await reader.cancel();
  return found;
}

/** Is the middle of the picture this colour, but for what a codec loses? */
function isColour(bytes: Uint8Array, width: number, height: number, colour: Colour): boolean {
  const [half, rows] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  const luma = (height / 2) * width + width / 2;
  const chroma = Math.floor(rows / 2) * half + Math.floor(half / 2);
  const u = width * height + chroma;
  const found = [bytes[luma]!, bytes[u]!, bytes[u + half * rows]!];
  return found.every((value, index) => Math.abs(value - colour[index]!) <= 6);
}

test('colours arrive, with what is known of their frames', async (t) => {
  const source = new RTCVideoSource();
  const track = source.createTrack();
  const { received, close } = await sendTracks(track);
  const [width, height] = [320, 240];
  for (const colour of colours) {
    const data = flat(width, height, colour);
    const stop = every(33, () => source.onFrame({ width, height, data }));
    const frame = await frameThat(received[0]!, (found, bytes) =>
      isColour(bytes, found.codedWidth, found.codedHeight, colour),
    );
    stop();
    const { rtpTimestamp, receiveTime } = frame.metadata();
    t.is(typeof rtpTimestamp, 'number');
    t.true(Math.abs(receiveTime! - performance.now()) < 30_000, String(receiveTime));
    t.deepEqual([frame.codedWidth / frame.codedHeight, frame.rotation], [4 / 3, 0]);
    frame.close();
  }
  close();
  track.stop();
});

test('frames of every format are sent', async (t) => {
  const generator = new MediaStreamTrackGenerator<VideoFrame>('video');
  const writer = generator.writable.getWriter();
  const { received, close } = await sendTracks(generator);
  const [width, height] = [160, 120];
  for (const [index, format] of (
    ['RGBA', 'BGRX', 'NV12', 'I444', 'I422', 'I420A'] as const
  ).entries()) {
    const colour = colours[index % colours.length]!;
    const original = frameOf(flat(width, height, colour), 'I420', width, height, {
      colorSpace: {},
    });
    const rgb = await bytesOf(original, { format: 'RGBA' });
    const nv12 = await bytesOf(original, { format: 'NV12' });
    const [y, u, v] = colour;
    const planes = (count: number) =>
      Buffer.concat([
        Buffer.alloc(width * height, y),
        Buffer.alloc(width * count, u),
        Buffer.alloc(width * count, v),
      ]);
    const bytes = {
      RGBA: rgb,
      BGRX: Uint8Array.from(
        rgb,
        (_, at) => rgb[at % 4 === 0 ? at + 2 : at % 4 === 2 ? at - 2 : at]!,
      ),
      NV12: nv12,
      I444: planes(height),
      I422: planes(height / 2),
      I420A: Buffer.concat([flat(width, height, colour), Buffer.alloc(width * height, 9)]),
    }[format];
    let timestamp = index * 10_000_000;
    const stop = every(33, () => {
      timestamp += 33_000;
      const init = { timestamp, colorSpace: {} };
      void writer.write(frameOf(bytes, format, width, height, init));
    });
    const frame = await frameThat(received[0]!, (found, i420) =>
      isColour(i420, found.codedWidth, found.codedHeight, colour),
    );
    t.is(frame.format, 'I420');
    frame.close();
    stop();
    original.close();
  }
  close();
  await writer.close();
  t.is(generator.readyState, 'ended');
});

test('a turned picture arrives turned, or with its rotation', async (t) => {
  const source = new RTCVideoSource();
  const track = source.createTrack();
  const { received, close } = await sendTracks(track);
  const [width, height] = [320, 180];
  const data = flat(width, height, [120, 100, 150]);
  const stop = every(33, () => source.onFrame({ width, height, data, rotation: 90 }));
  const frame = await frameThat(received[0]!, ({ displayWidth }) => displayWidth > 0);
  t.true(frame.displayHeight > frame.displayWidth, `${frame.displayWidth}x${frame.displayHeight}`);
  frame.close();
  stop();
  close();
  track.stop();
});

test('sinks, processors and readings of one received track', async (t) => {
  const video = nonstandard.createTestTrack('video', { width: 160, height: 120 });
  const { received, close } = await sendTracks(video);
  const [track] = received;
  const sink = new RTCVideoSink(track!);
  const pictures = new Promise<number>((resolve) => {
    let last = -Infinity;
    let count = 0;
    sink.onframe = ({ frame }) => {
      t.true(frame.timestamp > last, `${frame.timestamp} after ${last}`);
      last = frame.timestamp;
      count += 1;
      if (count === 10) resolve(frame.data.length);
    };
  });
  const frame = await frameThat(track!, (_, bytes) => new Set(bytes).size > 10);
  t.is((await within(pictures, '10 pictures', 30_000)) % 1.5, 0);
  t.like(track!.getSettings(), { width: frame.codedWidth, height: frame.codedHeight });
  frame.close();
  sink.stop();
  close();
  t.true(sink.stopped);
});

test('a tone arrives, at the rate and with the channels asked for', async (t) => {
  const source = new RTCAudioSource();
  const { received, close } = await sendTracks(source.createTrack());
  const sink = new RTCAudioSink(received[0]!, { sampleRate: 16_000, channelCount: 1 });
  let first = 0;
  const stop = every(50, () => {
    while (source.buffered < 0.2) {
      source.onData({ samples: sine(700, 44_100, 1001, { first }), sampleRate: 44_100 });
      first += 1001;
    }
  });
  const heard: number[] = [];
  const found = new Promise<void>((resolve) => {
    sink.ondata = ({ samples, sampleRate, channelCount }) => {
      t.deepEqual([sampleRate, channelCount, samples.length], [16_000, 1, 160]);
      heard.push(...samples);
      if (goertzel(heard.slice(-3200), 700, 16_000) > 8000) resolve();
    };
  });
  await within(found, 'the tone', 30_000);
  stop();
  sink.stop();
  close();
});

test('a received track goes through a transform to a third peer', async (t) => {
  const tone = nonstandard.createTestTrack('audio', { frequency: 600, volume: 0.5 });
  const first = await sendTracks(tone);
  const generator = new MediaStreamTrackGenerator<AudioData>('audio');
  const { readable } = new MediaStreamTrackProcessor<AudioData>({ track: first.received[0]! });
  const piped = readable.pipeTo(generator.writable);
  const second = await sendTracks(generator);
  const sink = new RTCAudioSink(second.received[0]!, { sampleRate: 8000, channelCount: 1 });
  const heard: number[] = [];
  const found = new Promise<void>((resolve) => {
    sink.ondata = ({ samples }) => {
      heard.push(...samples);
      if (goertzel(heard.slice(-1600), 600, 8000) > 8000) resolve();
    };
  });
  await within(found, 'the tone', 30_000);
  first.close();
  await within(piped, 'the end of the pipe');
  t.is(generator.readyState, 'ended');
  second.close();
});
