/** Frames into tracks of this process and out of them: what is written is what is read. */
import test from 'ava';

import {
  MediaStreamTrackGenerator,
  MediaStreamTrackProcessor,
  nonstandard,
  VideoFrame,
  VideoTrackGenerator,
} from '../../lib/index.js';
import type { MediaStreamTrack, RTCVideoFrame, VideoFrameBufferInit } from '../../lib/index.js';
import { rejection } from '../helpers/failure.js';
import { bytesOf, flat, frameOf, nextOf, noise, pictureSize } from '../helpers/frames.js';
import { next, task, within } from '../helpers/wait.js';

const { RTCVideoSink, RTCVideoSource } = nonstandard;
const formats = ['I420', 'I420A', 'I422', 'I444', 'NV12', 'RGBA', 'RGBX', 'BGRA', 'BGRX'] as const;
const readerOf = (track: MediaStreamTrack, maxBufferSize = 10) =>
  new MediaStreamTrackProcessor<VideoFrame>({ track, maxBufferSize }).readable.getReader();

/** A generator with one who reads its track. */
function loop() {
  const generator = new VideoTrackGenerator();
  const reader = readerOf(generator.track);
  return { generator, track: generator.track, reader, writer: generator.writable.getWriter() };
}

test('copies are exact in every format and size', async (t) => {
  for (const format of formats) {
    for (const [width, height] of [
      [1, 1],
      [1, 7],
      [16, 16],
      [17, 5],
      [640, 360],
    ] as const) {
      const data = noise(pictureSize(format, width, height), width);
      const frame = frameOf(data, format, width, height);
      t.deepEqual(Buffer.compare(await bytesOf(frame), data), 0, `${format} ${width}x${height}`);
      frame.close();
    }
  }
});

test('a track gives the bytes that were written, with their times', async (t) => {
  const { track, reader, writer } = loop();
  for (const format of formats) {
    for (const [width, height] of [
      [1, 1],
      [16, 16],
      [33, 17],
    ] as const) {
      const data = noise(pictureSize(format, width, height), height);
      const init = { timestamp: -5_000_000 + width, rotation: 270 };
      await writer.write(frameOf(data, format, width, height, init));
      const frame = await nextOf(reader);
      const expected = { format, codedWidth: width, codedHeight: height, rotation: 270 };
      t.like(frame, { ...expected, timestamp: init.timestamp }, format);
      t.is(Buffer.compare(await bytesOf(frame), data), 0, `${format} ${width}x${height}`);
      frame.close();
    }
  }
  track.stop();
});

test('a frame of 4K goes through', async (t) => {
  const { track, reader, writer } = loop();
  const data = noise(pictureSize('I420', 3840, 2160));
  await writer.write(frameOf(data, 'I420', 3840, 2160));
  const frame = await nextOf(reader);
  t.is(Buffer.compare(await bytesOf(frame), data), 0);
  frame.close();
  track.stop();
});

test('the visible part of a frame is what a track gives', async (t) => {
  const { track, reader, writer } = loop();
  for (const format of formats) {
    const data = noise(pictureSize(format, 12, 10));
    const frame = frameOf(data, format, 12, 10, {
      visibleRect: { x: 4, y: 2, width: 5, height: 7 },
    });
    const expected = await bytesOf(frame);
    await writer.write(frame);
    const part = await nextOf(reader);
    t.like(part.visibleRect, { width: 5, height: 7 }, format);
    t.is(Buffer.compare(await bytesOf(part), expected), 0, format);
    part.close();
  }
  track.stop();
});

test('layouts with gaps are read and written, and nothing beside them', async (t) => {
  const [width, height] = [6, 4];
  const layout = [
    { offset: 100, stride: 10 },
    { offset: 40, stride: 7 },
    { offset: 3, stride: 5 },
  ];
  const spread = noise(150);
  const frame = frameOf(spread, 'I420', width, height, { layout });
  const rows: [plane: number, rows: number, bytes: number][] = [
    [0, 4, 6],
    [1, 2, 3],
    [2, 2, 3],
  ];
  const expected = rows.flatMap(([plane, count, bytes]) =>
    Array.from({ length: count }, (_, row) => {
      const start = layout[plane]!.offset + row * layout[plane]!.stride;
      return [...spread.subarray(start, start + bytes)];
    }).flat(),
  );
  t.deepEqual([...(await bytesOf(frame))], expected);
  const target = new Uint8Array(new SharedArrayBuffer(150)).fill(170);
  await frame.copyTo(target, { layout });
  const touched = new Set(
    rows.flatMap(([plane, count, bytes]) =>
      Array.from({ length: count * bytes }, (_, index) => {
        const { offset, stride } = layout[plane]!;
        return offset + Math.floor(index / bytes) * stride + (index % bytes);
      }),
    ),
  );
  t.true([...target].every((byte, at) => byte === (touched.has(at) ? spread[at] : 170)));
  frame.close();
});

test('colours are converted as the colour space says', async (t) => {
  const red: [number, number, number] = [81, 90, 240];
  const spaces: [NonNullable<VideoFrameBufferInit['colorSpace']>, [number, number, number]][] = [
    [{}, [254, 0, 0]],
    [{ matrix: 'smpte170m' }, [254, 0, 0]],
    [{ matrix: 'bt709', fullRange: false }, [255, 24, 0]],
    [{ matrix: 'smpte170m', fullRange: true }, [238, 14, 14]],
  ];
  for (const [colorSpace, expected] of spaces) {
    const frame = frameOf(flat(4, 4, red), 'I420', 4, 4, { colorSpace });
    for (const format of ['RGBA', 'BGRX'] as const) {
      const pixels = await bytesOf(frame, { format });
      const [r, g, b] = format === 'RGBA' ? pixels : [pixels[2], pixels[1], pixels[0]];
      const off = [r! - expected[0], g! - expected[1], b! - expected[2]].map(Math.abs);
      t.true(Math.max(...off) <= 3, `${JSON.stringify(colorSpace)}: ${[r, g, b].join()}`);
      t.is(pixels[3], 255);
    }
    frame.close();
  }
});

test('formats become I420, NV12 and RGB, and a grey stays the grey', async (t) => {
  for (const format of formats) {
    const [width, height] = [7, 5];
    const data = new Uint8Array(pictureSize(format, width, height)).fill(128);
    const frame = frameOf(data, format, width, height, { colorSpace: {} });
    const isRgb = /^(RGB|BGR)/.test(format);
    for (const to of ['I420', 'NV12', 'RGBA', 'BGRX'] as const) {
      const bytes = await bytesOf(frame, { format: to });
      t.is(bytes.length, pictureSize(to, width, height));
      const luma = isRgb === /^(RGB|BGR)/.test(to) ? 128 : isRgb ? 126 : 130;
      t.true(Math.abs(bytes[0]! - luma) <= 2, `${format} to ${to}: ${bytes[0]}`);
    }
    frame.close();
  }
});

test('what nobody reads is dropped and counted', async (t) => {
  const generator = new VideoTrackGenerator();
  const processor = new MediaStreamTrackProcessor<VideoFrame>({
    track: generator.track,
    maxBufferSize: 3,
  });
  const writer = generator.writable.getWriter();
  const sink = new RTCVideoSink(generator.track);
  for (let timestamp = 0; timestamp < 20; timestamp += 1) {
    // The sink would drop some, too, if it fell behind.
    const seen = next(sink, 'frame');
    await writer.write(frameOf(flat(16, 16, [timestamp, 128, 128]), 'I420', 16, 16, { timestamp }));
    await seen;
  }
  t.is(processor.totalFrames, 20);
  t.is(processor.discardedFrames, 17);
  const reader = processor.readable.getReader();
  for (const timestamp of [17, 18, 19]) {
    const frame = await nextOf(reader);
    t.is(frame.timestamp, timestamp);
    t.is((await bytesOf(frame))[0], timestamp);
    frame.close();
  }
  generator.track.stop();
  t.true((await reader.read()).done);
});

test('a burst while JavaScript is busy keeps the newest', async (t) => {
  const { track, reader, writer } = loop();
  const source = new RTCVideoSource();
  const burst = source.createTrack();
  const busy = readerOf(burst, 2);
  for (let timestamp = 0; timestamp < 50; timestamp += 1) {
    source.onFrame({ width: 2, height: 2, data: flat(2, 2, [timestamp, 1, 1]), timestamp });
  }
  await writer.write(frameOf(flat(2, 2, [0, 0, 0]), 'I420', 2, 2));
  (await nextOf(reader)).close();
  const frames = [await nextOf(busy), await nextOf(busy)];
  t.deepEqual(
    frames.map(({ timestamp }) => timestamp),
    [48, 49],
  );
  for (const frame of frames) frame.close();
  burst.stop();
  track.stop();
});

test('24 sinks on one track get every frame', async (t) => {
  const source = new RTCVideoSource();
  const track = source.createTrack();
  const data = noise(pictureSize('I420', 34, 18));
  const seen = Array.from({ length: 24 }, () => {
    const sink = new RTCVideoSink(track);
    return new Promise<RTCVideoFrame[]>((resolve) => {
      const frames: RTCVideoFrame[] = [];
      sink.onframe = ({ frame }) => {
        frames.push(frame);
        if (frames.length === 3) resolve(frames);
      };
    });
  });
  for (const timestamp of [1, 2, 3]) {
    source.onFrame({ width: 34, height: 18, data, rotation: 90, timestamp });
    await task();
  }
  for (const frames of await within(Promise.all(seen), '24 sinks')) {
    t.deepEqual(
      frames.map(({ timestamp, rotation }) => [timestamp, rotation]),
      [
        [1, 90],
        [2, 90],
        [3, 90],
      ],
    );
    for (const frame of frames) t.is(Buffer.compare(Buffer.from(frame.data.buffer), data), 0);
  }
  track.stop();
});

test('one frame is written to 10 generators', async (t) => {
  const data = noise(pictureSize('NV12', 64, 48));
  const frame = frameOf(data, 'NV12', 64, 48, { timestamp: 9 });
  const loops = Array.from({ length: 10 }, loop);
  await Promise.all(loops.map(({ writer }) => writer.write(frame.clone())));
  frame.close();
  for (const { reader, track } of loops) {
    const read = await nextOf(reader);
    t.is(read.timestamp, 9);
    t.is(Buffer.compare(await bytesOf(read), data), 0);
    read.close();
    track.stop();
  }
});

test('clones of a track end alone; a disabled one is black', async (t) => {
  const { generator, track, reader, writer } = loop();
  const clone = track.clone();
  const cloned = readerOf(clone);
  const white = () => frameOf(flat(16, 16, [235, 128, 128]), 'I420', 16, 16);
  clone.enabled = false;
  await writer.write(white());
  const [shown, black] = [await nextOf(reader), await nextOf(cloned)];
  t.is((await bytesOf(shown))[0], 235);
  t.true((await bytesOf(black, { format: 'I420' }))[0]! <= 16);
  t.is(black.codedWidth, 16);
  shown.close();
  black.close();
  track.stop();
  t.true((await reader.read()).done);
  clone.enabled = true;
  await writer.write(white());
  const last = await nextOf(cloned);
  t.is((await bytesOf(last))[0], 235);
  last.close();
  t.is(generator.track.readyState, 'ended');
  clone.stop();
});

test('the track ends with its generator, and readers with it', async (t) => {
  const generator = new MediaStreamTrackGenerator<VideoFrame>({ kind: 'video' });
  const reader = readerOf(generator);
  const writer = generator.writable.getWriter();
  const ended = next(generator, 'ended');
  await writer.close();
  await ended;
  t.true((await reader.read()).done);
  const late = frameOf(flat(2, 2, [1, 1, 1]), 'I420', 2, 2);
  await rejection((async () => writer.write(late))());
  late.close();
});

test('a pipe from a track through a transform to another', async (t) => {
  const { track, writer } = loop();
  const output = new VideoTrackGenerator();
  const reader = readerOf(output.track);
  const turn = new TransformStream<VideoFrame, VideoFrame>({
    transform(frame, controller) {
      controller.enqueue(new VideoFrame(frame, { rotation: 90 }));
      frame.close();
    },
  });
  const { readable } = new MediaStreamTrackProcessor<VideoFrame>({ track });
  const piped = readable.pipeThrough(turn).pipeTo(output.writable);
  await writer.write(frameOf(noise(pictureSize('I420', 8, 4)), 'I420', 8, 4, { rotation: 180 }));
  const frame = await nextOf(reader);
  t.like(frame, { rotation: 270, displayWidth: 4, displayHeight: 8 });
  frame.close();
  track.stop();
  await within(piped, 'the end of the pipe');
  t.is(output.track.readyState, 'ended');
});

test('pictures of a generated track have their size in its settings', async (t) => {
  const { track, reader, writer } = loop();
  await writer.write(frameOf(flat(32, 16, [1, 1, 1]), 'I420', 32, 16));
  (await nextOf(reader)).close();
  t.like(track.getSettings(), { width: 32, height: 16, aspectRatio: 2, resizeMode: 'none' });
  track.stop();
});

test('i420ToRgba and rgbaToI420 convert', (t) => {
  const [width, height] = [5, 3];
  const rgba = { width, height, data: new Uint8ClampedArray(width * height * 4) };
  const i420 = { width, height, data: new Uint8ClampedArray(flat(width, height, [81, 90, 240])) };
  nonstandard.i420ToRgba(i420, rgba);
  t.true(rgba.data[0]! > 250 && rgba.data[1]! < 4 && rgba.data[2]! < 4, rgba.data.join());
  t.is(rgba.data[3], 255);
  const back = { width, height, data: new Uint8ClampedArray(i420.data.length) };
  nonstandard.rgbaToI420(rgba, back);
  const off = [...back.data].map((byte, index) => Math.abs(byte - i420.data[index]!));
  t.true(Math.max(...off) <= 2, back.data.join());
});

test('the pixels of frames that are given on stay what they are', async (t) => {
  const data = noise(pictureSize('RGBA', 20, 10));
  const frame = frameOf(data, 'RGBA', 20, 10);
  data.fill(0);
  const clone = frame.clone();
  frame.close();
  const copies = await Promise.all([bytesOf(clone), bytesOf(clone)]);
  t.is(Buffer.compare(copies[0], noise(pictureSize('RGBA', 20, 10))), 0);
  t.is(Buffer.compare(copies[0], copies[1]), 0);
  clone.close();
});
