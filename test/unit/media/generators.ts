import { hold, nativeError, tracks } from '../helpers/fake-native.js';

import test from 'ava';

import {
  AudioData,
  MediaStreamTrack,
  MediaStreamTrackGenerator,
  VideoFrame,
  VideoTrackGenerator,
} from '../../../lib/index.js';
import type { AudioDataInit } from '../../../lib/index.js';
import { rejection, thrown } from '../../helpers/failure.js';
import { next, task } from '../../helpers/wait.js';
import { allPixels } from '../helpers/fake-frames.js';
import { audioSources, videoSources } from '../helpers/fake-sources.js';

const frame = (timestamp: number) =>
  new VideoFrame(new Uint8Array(48), {
    ...{ format: 'I420', codedWidth: 8, codedHeight: 4, timestamp },
    ...{ visibleRect: { x: 2, y: 2, width: 4, height: 2 }, rotation: 180 },
  });
const audio = (changes: Partial<AudioDataInit> = {}) =>
  new AudioData({
    ...{ format: 's16', sampleRate: 8000, numberOfFrames: 3, numberOfChannels: 1, timestamp: 5 },
    data: Int16Array.of(1, 2, 3),
    ...changes,
  });

test.serial('a written frame goes to the source and is closed', async (t) => {
  const generator = new VideoTrackGenerator();
  const source = videoSources.at(-1)!;
  t.deepEqual(source.options, { isScreencast: false, needsDenoising: null });
  t.true(generator.track instanceof MediaStreamTrack);
  t.is(generator.track.kind, 'video');
  t.false(generator.track.muted);
  const written = frame(77);
  const pixels = allPixels.at(-1)!;
  await generator.writable.getWriter().write(written);
  t.is(written.format, null);
  t.true(pixels.closed);
  t.deepEqual(source.written, [
    {
      pixels,
      rect: { x: 2, y: 2, width: 4, height: 2 },
      timestamp: 77,
      rotation: 180,
      colorSpace: { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false },
    },
  ]);
  t.like(generator.track.getSettings(), { width: 4, height: 2, aspectRatio: 2 });
});

test.serial('what is no open frame makes the stream fail with a TypeError', async (t) => {
  const closed = frame(1);
  closed.close();
  for (const chunk of [closed, {}, null, audio(), 4]) {
    const { writable } = new VideoTrackGenerator();
    const error = await rejection(writable.getWriter().write(chunk as VideoFrame));
    t.is(error.name, 'TypeError');
  }
  const silent = audio();
  silent.close();
  for (const chunk of [silent, {}, frame(1)]) {
    const { writable } = new MediaStreamTrackGenerator({ kind: 'audio' });
    const write = writable.getWriter() as { write: (chunk: unknown) => Promise<void> };
    t.is((await rejection(write.write(chunk))).name, 'TypeError');
  }
});

test.serial('a muted generator drops frames, and its tracks are muted', async (t) => {
  const generator = new VideoTrackGenerator();
  const source = videoSources.at(-1)!;
  const clone = generator.track.clone();
  const writer = generator.writable.getWriter();
  generator.muted = true;
  t.false(generator.track.muted);
  await next(generator.track, 'mute');
  t.true(generator.track.muted);
  t.true(clone.muted);
  const dropped = frame(1);
  await writer.write(dropped);
  t.is(dropped.format, null);
  generator.muted = false;
  await next(clone, 'unmute');
  await writer.write(frame(2));
  t.deepEqual(
    source.written.map(({ timestamp }) => timestamp),
    [2],
  );
});

for (const way of ['close', 'abort'] as const) {
  test.serial(`${way} of the writable ends the tracks`, async (t) => {
    const generator = new MediaStreamTrackGenerator({ kind: 'video' });
    const clone = generator.clone();
    t.false(clone instanceof MediaStreamTrackGenerator);
    let ended = 0;
    clone.onended = () => (ended += 1);
    const writer = generator.writable.getWriter();
    const done = writer[way](new Error('enough'));
    t.is((await rejection(writer.write(frame(1)))).message.includes('nothing within'), false);
    await done;
    t.is(generator.readyState, 'ended');
    t.is(clone.readyState, 'ended');
    t.is(ended, 1);
  });
}

test.serial('the writable is closed when the last track has ended', async (t) => {
  const generator = new VideoTrackGenerator();
  const clone = generator.track.clone();
  generator.track.stop();
  const writer = generator.writable.getWriter();
  await writer.write(frame(1));
  writer.releaseLock();
  clone.stop();
  await generator.writable.getWriter().closed;
  t.is(videoSources.at(-1)!.written.length, 1);

  const used = new VideoTrackGenerator();
  const locked = used.writable.getWriter();
  used.track.stop();
  t.is((await rejection(locked.closed)).name, 'InvalidStateError');
});

test.serial('a generator is a track, of a kind given in two ways', (t) => {
  for (const init of ['audio', { kind: 'audio' }] as const) {
    const generator = new MediaStreamTrackGenerator(init);
    t.true(generator instanceof MediaStreamTrack);
    t.is(generator.kind, 'audio');
    t.deepEqual(generator.getCapabilities(), {});
    t.is(tracks.at(-1)!.trackId, generator.id);
  }
  const construct = MediaStreamTrackGenerator as unknown as new (...args: unknown[]) => unknown;
  for (const args of [[], [{}], ['data'], [{ kind: 'data' }], [3]]) {
    t.is(thrown(() => new construct(...args)).name, 'TypeError');
  }
});

test.serial('audio waits while enough is buffered', async (t) => {
  const generator = new MediaStreamTrackGenerator<AudioData>('audio');
  const source = audioSources.at(-1)!;
  t.is(source.highWaterMark, 0.1);
  const writer = generator.writable.getWriter();
  const data = audio();
  let settled = 0;
  const first = writer.write(data).then(() => (settled += 1));
  void writer.write(audio({ timestamp: 9 }));
  await task();
  t.is(data.format, null);
  t.is(settled, 0);
  t.is(hold.count, 1);
  const { request, samples, ...facts } = source.written[0]!;
  t.true(request > 0);
  t.deepEqual([...new Int16Array(samples.buffer)], [1, 2, 3]);
  t.deepEqual(facts, {
    format: 's16',
    sampleRate: 8000,
    channelCount: 1,
    frameCount: 3,
    timestamp: 5,
  });
  t.is(source.written.length, 1);
  source.drain();
  await first;
  await task();
  t.is(source.written.length, 2);
  source.drain();
  await writer.ready;
  t.is(hold.count, 0);
  t.like(generator.getSettings(), { sampleRate: 8000, channelCount: 1, sampleSize: 16 });
});

test.serial('long audio is written in parts of a second', async (t) => {
  const { writable } = new MediaStreamTrackGenerator<AudioData>('audio');
  const source = audioSources.at(-1)!;
  const planar = Int16Array.from({ length: 40_002 }, (_, index) => index % 20_001);
  const done = writable
    .getWriter()
    .write(
      audio({ format: 's16-planar', numberOfFrames: 20_001, numberOfChannels: 2, data: planar }),
    );
  for (const count of [1, 2, 3]) {
    await task();
    t.is(source.written.length, count);
    source.drain();
  }
  await done;
  t.deepEqual(
    source.written.map(({ frameCount, timestamp }) => [frameCount, timestamp]),
    [
      [8000, 5],
      [8000, 1_000_005],
      [4001, 2_000_005],
    ],
  );
  const last = new Int16Array(source.written[2]!.samples.buffer);
  t.is(last.length, 8002);
  t.deepEqual([last[0], last[4000], last[4001], last[8001]], [16_000, 20_000, 16_000, 20_000]);
});

test.serial('audio that cannot be played is a RangeError', async (t) => {
  for (const changes of [
    { sampleRate: 2999 },
    { sampleRate: 400_000 },
    { numberOfChannels: 9, numberOfFrames: 1, data: new Int16Array(9) },
  ]) {
    const { writable } = new MediaStreamTrackGenerator<AudioData>('audio');
    t.is((await rejection(writable.getWriter().write(audio(changes)))).name, 'RangeError');
    t.is(audioSources.at(-1)!.written.length, 0);
  }
});

test.serial('audio that does not fit is an OperationError', async (t) => {
  const { writable } = new MediaStreamTrackGenerator<AudioData>('audio');
  audioSources.at(-1)!.failure = nativeError('resource-exhausted');
  t.is((await rejection(writable.getWriter().write(audio()))).name, 'OperationError');
  t.is(hold.count, 0);
});
