/** Samples into tracks of this process and out of them. */
import test from 'ava';

import {
  AudioData,
  MediaStreamTrackGenerator,
  MediaStreamTrackProcessor,
  nonstandard,
} from '../../lib/index.js';
import type { AudioDataInit, AudioSinkEvent, MediaStreamTrack } from '../../lib/index.js';
import { thrown } from '../helpers/failure.js';
import { nextOf } from '../helpers/frames.js';
import { goertzel, loudness, sine } from '../helpers/tones.js';
import { within } from '../helpers/wait.js';

const { RTCAudioSink, RTCAudioSource } = nonstandard;

/** The blocks of a sink until there are enough that fit. */
async function blocks(
  track: MediaStreamTrack,
  count: number,
  options: ConstructorParameters<typeof RTCAudioSink>[1] = {},
  fits: (event: AudioSinkEvent) => boolean = () => true,
): Promise<AudioSinkEvent[]> {
  const sink = new RTCAudioSink(track, options);
  const events: AudioSinkEvent[] = [];
  const all = new Promise<void>((resolve) => {
    sink.ondata = (event) => {
      if (fits(event)) events.push(event);
      if (events.length === count) resolve();
    };
  });
  await within(all, `${count} blocks`);
  sink.stop();
  return events;
}
const joined = (events: readonly AudioSinkEvent[]) => events.flatMap(({ samples }) => [...samples]);

test('written samples come out as they were, in blocks of 10 ms', async (t) => {
  const source = new RTCAudioSource();
  const track = source.createTrack();
  const read = blocks(track, 5);
  const samples = Int16Array.from({ length: 4800 }, (_, index) => (index * 37) % 30_000);
  source.onData({ samples, sampleRate: 48_000, channelCount: 2, timestamp: 1_000_000 });
  const events = await read;
  t.deepEqual(joined(events), [...samples]);
  t.deepEqual(
    events.map(({ timestamp }) => timestamp),
    [1_000_000, 1_010_000, 1_020_000, 1_030_000, 1_040_000],
  );
  t.like(events[0], { sampleRate: 48_000, channelCount: 2, numberOfFrames: 480 });
  track.stop();
});

test('samples without a timestamp follow each other, and a gap', async (t) => {
  const source = new RTCAudioSource();
  const track = source.createTrack();
  const block = { samples: new Int16Array(480).fill(100), sampleRate: 48_000 };
  const now = () => Number(process.hrtime.bigint() / 1000n);
  const written = (event: AudioSinkEvent) => event.samples[0] === 100;
  const before = now();
  const read = blocks(track, 3, {}, written);
  for (let count = 0; count < 3; count += 1) source.onData(block);
  const [first, ...others] = (await read).map(({ timestamp }) => timestamp);
  t.true(first! >= before && first! <= now(), `${first} is now`);
  t.deepEqual(others, [first! + 10_000, first! + 20_000]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const later = now();
  const readLater = blocks(track, 1, {}, written);
  source.onData(block);
  const [last] = await readLater;
  t.true(last!.timestamp >= later && last!.timestamp <= now(), `${last!.timestamp} is now`);
  track.stop();
});

test('blocks are as long as the sink wants them', async (t) => {
  const source = new RTCAudioSource();
  const track = source.createTrack();
  const read = blocks(track, 3, { blockDuration: 100 });
  const resampled = blocks(track, 2, { blockDuration: 150, sampleRate: 16_000 });
  const samples = Int16Array.from({ length: 14_400 }, (_, index) => (index * 37) % 30_000);
  source.onData({ samples, sampleRate: 48_000, timestamp: 1_000_000 });
  const events = await read;
  t.deepEqual(joined(events), [...samples]);
  t.deepEqual(
    events.map(({ timestamp, numberOfFrames }) => [timestamp, numberOfFrames]),
    [1_000_000, 1_100_000, 1_200_000].map((timestamp) => [timestamp, 4800]),
  );
  source.onData({ samples, sampleRate: 48_000 });
  t.deepEqual(
    (await resampled).map(({ numberOfFrames }) => numberOfFrames),
    [2400, 2400],
  );
  track.stop();
});

test('where the form of the sound changes a long block is a shorter one', async (t) => {
  const source = new RTCAudioSource();
  const track = source.createTrack();
  const read = blocks(track, 3, { blockDuration: 50 });
  source.onData({ samples: new Int16Array(480 * 7), sampleRate: 48_000 });
  source.onData({ samples: new Int16Array(80 * 2 * 5), sampleRate: 8000, channelCount: 2 });
  t.deepEqual(
    (await read).map(({ sampleRate, channelCount, numberOfFrames }) => [
      sampleRate,
      channelCount,
      numberOfFrames,
    ]),
    [
      [48_000, 1, 2400],
      [48_000, 1, 960],
      [8000, 2, 400],
    ],
  );
  track.stop();
});

test('a tone written at odd lengths and 44100 Hz is read at 16 kHz, mono', async (t) => {
  const source = new RTCAudioSource();
  const track = source.createTrack();
  const read = blocks(track, 60, { sampleRate: 16_000, channelCount: 1 });
  const lengths = [1, 7, 441, 1000, 333, 4410, 97];
  let first = 0;
  for (let index = 0; first < 44_100; index += 1) {
    const count = lengths[index % lengths.length]!;
    const samples = sine(1000, 44_100, count, { first, channels: 2 });
    source.onData({ samples, sampleRate: 44_100, channelCount: 2 });
    first += count;
  }
  const events = await read;
  t.true(
    events.every(
      ({ numberOfFrames, channelCount }) => numberOfFrames === 160 && channelCount === 1,
    ),
  );
  const heard = joined(events).slice(1600, 8000);
  const amplitude = goertzel(heard, 1000, 16_000);
  t.true(Math.abs(amplitude - 10_000) < 300, String(amplitude));
  t.true(goertzel(heard, 1100, 16_000) < 100);
  t.true(Math.abs(loudness(heard) * Math.SQRT2 - amplitude) < 300);
  track.stop();
});

for (const rate of [3000, 8000, 11_025, 22_050, 32_000, 96_000, 192_000, 384_000]) {
  test(`a tone written at ${rate} Hz is the same tone`, async (t) => {
    const source = new RTCAudioSource();
    const track = source.createTrack();
    const read = blocks(track, 40, { sampleRate: 48_000, channelCount: 1 });
    source.onData({ samples: sine(400, rate, rate), sampleRate: rate });
    const heard = joined(await read).slice(9600);
    t.true(
      Math.abs(goertzel(heard, 400, 48_000) - 10_000) < 500,
      String(goertzel(heard, 400, 48_000)),
    );
    track.stop();
  });
}

test('every sample format is the same tone', async (t) => {
  const tone = Array.from(sine(500, 48_000, 24_000), (sample) => sample / 32_768);
  const twice = tone.flatMap((sample) => [sample, sample]);
  const makers: Record<string, (value: number) => number> = {
    u8: (value) => Math.round(128 + value * 127),
    s16: (value) => Math.round(value * 32_767),
    s32: (value) => Math.round(value * 2_147_483_647),
    f32: (value) => value,
  };
  const arrays = { u8: Uint8Array, s16: Int16Array, s32: Int32Array, f32: Float32Array } as const;
  for (const type of ['u8', 's16', 's32', 'f32'] as const) {
    for (const format of [type, `${type}-planar`] as const) {
      const generator = new MediaStreamTrackGenerator<AudioData>('audio');
      const read = blocks(generator, 30, { channelCount: 1 });
      const writer = generator.writable.getWriter();
      const values = format === type ? twice : [...tone, ...tone];
      const data = new arrays[type](values.map(makers[type]!));
      const numberOf = { numberOfFrames: 24_000, numberOfChannels: 2 };
      const init: AudioDataInit = { format, sampleRate: 48_000, ...numberOf, timestamp: 0, data };
      const written = writer.write(new AudioData(init));
      const heard = joined(await read);
      const amplitude = goertzel(heard, 500, 48_000);
      t.true(Math.abs(amplitude - 10_000) < 300, `${format}: ${amplitude}`);
      generator.stop();
      await written;
    }
  }
});

test('what is no number is silence', async (t) => {
  const source = new RTCAudioSource();
  const track = source.createTrack();
  const read = blocks(track, 3);
  const samples = new Float32Array(1440).fill(NaN);
  samples.fill(Infinity, 480, 960).fill(-9, 960);
  source.onData({ samples, sampleRate: 48_000 });
  const [silent, high, low] = await read;
  t.true(silent!.samples.every((sample) => sample === 0));
  t.true(high!.samples.every((sample) => sample === 0 || sample === 32_767));
  t.true(low!.samples.every((sample) => sample === -32_768));
  track.stop();
});

test('a gap is silence, and is told when it has ended', async (t) => {
  const source = new RTCAudioSource();
  const track = source.createTrack();
  // The clock stands still, and nothing is missing, while nobody reads.
  const reader = new RTCAudioSink(track);
  const gaps: number[] = [];
  const told = new Promise<void>((resolve) => {
    source.onunderrun = ({ duration }) => {
      gaps.push(duration);
      resolve();
    };
  });
  const loud = { samples: sine(440, 48_000, 4800), sampleRate: 48_000 };
  const silence = blocks(track, 5, {}, ({ samples }) => samples.every((sample) => sample === 0));
  source.onData(loud);
  await silence;
  const heard = blocks(track, 5, {}, ({ samples }) => loudness(samples) > 1000);
  source.onData(loud);
  await heard;
  await within(told, 'an underrun');
  t.is(gaps.length, 1);
  t.true(gaps[0]! >= 0.05 && gaps[0]! < 15, String(gaps[0]));
  reader.stop();
  track.stop();
});

test('a generator takes audio as the clock has it', async (t) => {
  const generator = new MediaStreamTrackGenerator<AudioData>('audio');
  const processor = new MediaStreamTrackProcessor<AudioData>({ track: generator });
  const reader = processor.readable.getReader();
  const writer = generator.writable.getWriter();
  const write = (index: number) =>
    writer.write(
      new AudioData({
        ...{ format: 's16', sampleRate: 8000, numberOfFrames: 800, numberOfChannels: 1 },
        ...{ timestamp: index * 100_000, data: new Int16Array(800).fill(index + 1) },
      }),
    );
  const started = performance.now();
  const writing = (async () => {
    for (let index = 0; index < 10; index += 1) await write(index);
  })();
  let seen = 0;
  for (let last = -1; last < 990_000;) {
    const data = await nextOf(reader);
    const { timestamp } = data;
    const samples = new Int16Array(data.numberOfFrames);
    data.copyTo(samples, { planeIndex: 0 });
    data.close();
    // Where this process stood still, silence filled the gap.
    if (samples.every((sample) => sample === 0)) continue;
    t.true(timestamp > last && timestamp % 10_000 === 0, `${timestamp} after ${last}`);
    const wanted = Math.floor(timestamp / 100_000) + 1;
    t.true(samples.every((sample) => sample === wanted));
    last = timestamp;
    seen += 1;
  }
  await within(writing, 'the writes');
  t.true(performance.now() - started > 900);
  t.true(seen + processor.discardedFrames >= 100);
  generator.stop();
});

test('a generator that nobody hears takes audio all the same', async (t) => {
  const generator = new MediaStreamTrackGenerator<AudioData>('audio');
  const writer = generator.writable.getWriter();
  for (let index = 0; index < 5; index += 1) {
    const data = new Int16Array(4800);
    const numberOf = { numberOfFrames: 4800, numberOfChannels: 1 };
    const init = { format: 's16', sampleRate: 48_000, timestamp: 0, data } as const;
    await within(writer.write(new AudioData({ ...init, ...numberOf })), 'a write');
  }
  t.is(generator.readyState, 'live');
  await writer.close();
  t.is(generator.readyState, 'ended');
});

test('a disabled track is silent; sinks of one track differ as they like', async (t) => {
  const source = new RTCAudioSource();
  const track = source.createTrack();
  const silent = source.createTrack();
  silent.enabled = false;
  const reads = [
    blocks(track, 20, { sampleRate: 8000 }),
    blocks(track, 20, { sampleRate: 96_000, channelCount: 2 }),
    blocks(silent, 20),
  ];
  source.onData({ samples: sine(440, 48_000, 24_000), sampleRate: 48_000 });
  const [low, high, none] = await Promise.all(reads);
  t.true(low!.every(({ numberOfFrames, channelCount }) => numberOfFrames * channelCount === 80));
  t.true(high!.every(({ samples }) => samples.length === 1920));
  t.true(goertzel(joined(low!).slice(800), 440, 8000) > 9000);
  t.is(loudness(joined(none!)), 0);
  track.stop();
  silent.stop();
});

test('too much at once is an OperationError', (t) => {
  const source = new RTCAudioSource();
  source.createTrack();
  const second = { samples: new Int16Array(8000), sampleRate: 8000 };
  const error = thrown(() => {
    for (let count = 0; count < 12; count += 1) source.onData(second);
  });
  t.is(error.name, 'OperationError');
  t.true(source.buffered > 8 && source.buffered <= 10, String(source.buffered));
});
