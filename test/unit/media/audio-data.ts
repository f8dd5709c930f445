import '../helpers/fake-native.js';

import test from 'ava';

import { AudioData } from '../../../lib/index.js';
import type { AudioDataInit, AudioSampleFormat } from '../../../lib/index.js';
import { thrown } from '../../helpers/failure.js';

/** Two channels of three frames. */
const stereo = (changes: Partial<AudioDataInit> = {}): AudioDataInit => ({
  format: 's16',
  sampleRate: 48000,
  numberOfFrames: 3,
  numberOfChannels: 2,
  timestamp: 5,
  data: Int16Array.of(1, -1, 2, -2, 3, -3),
  ...changes,
});
const make = (changes: Partial<AudioDataInit> = {}) => new AudioData(stereo(changes));

const attributesOf = (data: AudioData) => ({
  format: data.format,
  sampleRate: data.sampleRate,
  numberOfFrames: data.numberOfFrames,
  numberOfChannels: data.numberOfChannels,
  duration: data.duration,
  timestamp: data.timestamp,
});

const arrays = {
  u8: Uint8Array,
  s16: Int16Array,
  s32: Int32Array,
  f32: Float32Array,
} as const;
const typeOf = (format: AudioSampleFormat) => format.split('-')[0] as keyof typeof arrays;

/** All planes, one after the other. */
function copied(data: AudioData, format: AudioSampleFormat): number[] {
  const planes = format.endsWith('planar') ? data.numberOfChannels : 1;
  return Array.from({ length: planes }, (_, planeIndex) => {
    const bytes = new ArrayBuffer(data.allocationSize({ planeIndex, format }));
    data.copyTo(bytes, { planeIndex, format });
    return [...new arrays[typeOf(format)](bytes)];
  }).flat();
}

test('data has what its init says', (t) => {
  const data = make();
  t.deepEqual(attributesOf(data), {
    format: 's16',
    sampleRate: 48000,
    numberOfFrames: 3,
    numberOfChannels: 2,
    duration: 62,
    timestamp: 5,
  });
  const clone = data.clone();
  data.close();
  data.close();
  t.deepEqual(attributesOf(data), {
    format: null,
    sampleRate: 0,
    numberOfFrames: 0,
    numberOfChannels: 0,
    duration: 0,
    timestamp: 5,
  });
  t.deepEqual(copied(clone, 's16'), [1, -1, 2, -2, 3, -3]);
});

test('samples are copied from wherever they lie', (t) => {
  const bytes = new Uint8Array(17);
  bytes.set(new Uint8Array(Int16Array.of(1, 2, 3, 4, 5, 6).buffer), 1);
  const data = make({ data: bytes.subarray(1) });
  bytes.fill(9);
  t.deepEqual(copied(data, 's16'), [1, 2, 3, 4, 5, 6]);
  const shared = new Int16Array(new SharedArrayBuffer(12)).fill(7);
  t.deepEqual(copied(make({ data: shared }), 's16'), [7, 7, 7, 7, 7, 7]);
  const target = new Uint8Array(13);
  data.copyTo(target.subarray(1), { planeIndex: 0 });
  t.deepEqual([...target.subarray(0, 4)], [0, 1, 0, 2]);
});

test('planes, parts and frames', (t) => {
  const planar = make({ format: 's16-planar', data: Int16Array.of(1, 2, 3, -1, -2, -3) });
  t.deepEqual(copied(planar, 's16-planar'), [1, 2, 3, -1, -2, -3]);
  t.deepEqual(copied(planar, 's16'), [1, -1, 2, -2, 3, -3]);
  t.deepEqual(copied(make(), 's16-planar'), [1, 2, 3, -1, -2, -3]);
  const part = new Int16Array(1);
  planar.copyTo(part, { planeIndex: 1, frameOffset: 1, frameCount: 1 });
  t.deepEqual([...part], [-2]);
  make().copyTo(part, { planeIndex: 1, frameOffset: 2, format: 's16-planar' });
  t.deepEqual([...part], [-3]);
  const rest = new Int16Array(4);
  make().copyTo(rest, { planeIndex: 0, frameOffset: 1 });
  t.deepEqual([...rest], [2, -2, 3, -3]);
});

test('silence and full amplitude are the same in every format', (t) => {
  const levels = {
    u8: Uint8Array.of(0, 64, 128, 192, 255),
    s16: Int16Array.of(-32768, -16384, 0, 16384, 32767),
    s32: Int32Array.of(-(2 ** 31), -(2 ** 30), 0, 2 ** 30, 2 ** 31 - 1),
    f32: Float32Array.of(-1, -0.5, 0, 0.5, 1),
  };
  /** The last one is the highest of its own type. */
  const highest = { u8: 127 / 128, s16: 32767 / 32768, s32: 1, f32: 1 };
  const scale = { u8: 128, s16: 32768, s32: 2 ** 31, f32: 1 };
  const formats = (Object.keys(arrays) as (keyof typeof arrays)[]).flatMap(
    (type): AudioSampleFormat[] => [type, `${type}-planar`],
  );
  for (const from of formats) {
    const type = typeOf(from);
    const mono = { format: from, numberOfFrames: 5, numberOfChannels: 1, data: levels[type] };
    const data = make(mono);
    for (const to of formats) {
      const target = typeOf(to);
      const expected: number[] = [...levels[target]];
      if (target !== type) {
        const top = highest[type] * scale[target];
        const most = target === 'f32' ? top : Math.min(Math.round(top), scale[target] - 1);
        expected[4] = target === 'u8' ? 128 + most : most;
      }
      t.deepEqual(copied(data, to), expected, `${from} to ${to}`);
    }
  }
});

test('what is no number is silence, what is too loud is clipped', (t) => {
  const data = make({
    format: 'f32',
    numberOfChannels: 1,
    numberOfFrames: 5,
    data: Float32Array.of(NaN, Infinity, -Infinity, 2, -3),
  });
  t.deepEqual(copied(data, 'u8'), [128, 255, 0, 255, 0]);
  t.deepEqual(copied(data, 's16'), [0, 32767, -32768, 32767, -32768]);
  t.deepEqual(copied(data, 'f32-planar'), [NaN, Infinity, -Infinity, 2, -3]);
});

test('an init that is not valid is a TypeError', (t) => {
  const cases: [Partial<AudioDataInit>, RegExp][] = [
    [{ sampleRate: 0 }, /sampleRate: 0 is not positive/],
    [{ sampleRate: -8000 }, /is not positive/],
    [{ sampleRate: NaN }, /sampleRate/],
    [{ numberOfFrames: 0 }, /numberOfFrames: 0 is too few/],
    [{ numberOfFrames: 2 ** 32 }, /numberOfFrames/],
    [{ numberOfChannels: 0 }, /numberOfChannels: 0 is too few/],
    [{ numberOfFrames: 4 }, /data: 12 bytes, 16 are needed/],
    [{ numberOfFrames: 2 ** 32 - 1, numberOfChannels: 2 ** 32 - 1 }, /data: 12 bytes/],
    [{ format: 's24' as 's16' }, /'s24' is not a valid AudioSampleFormat/],
    [{ data: [1, 2] as unknown as ArrayBuffer }, /data/],
  ];
  for (const [changes, message] of cases) {
    const error = thrown(() => make(changes));
    t.is(error.name, 'TypeError', error.message);
    t.regex(error.message, message);
  }
  t.is(thrown(() => new (AudioData as new () => AudioData)()).name, 'TypeError');
});

test('transferred buffers are detached', (t) => {
  const { buffer } = Int16Array.of(1, 2, 3, 4, 5, 6);
  const data = make({ data: buffer, transfer: [buffer] });
  t.is(buffer.byteLength, 0);
  t.deepEqual(copied(data, 's16'), [1, 2, 3, 4, 5, 6]);
  const transfer = [new ArrayBuffer(1)];
  t.is(thrown(() => make({ transfer: [...transfer, ...transfer] })).name, 'DataCloneError');
  t.is(thrown(() => make({ transfer: [buffer] })).name, 'DataCloneError');
});

test('copies that go past the end are a RangeError', (t) => {
  const data = make();
  const planar = { format: 's16-planar' } as const;
  for (const options of [
    { planeIndex: 1 },
    { planeIndex: 2, ...planar },
    { planeIndex: 0, frameOffset: 3 },
    { planeIndex: 0, frameOffset: 1, frameCount: 3 },
  ]) {
    t.is(thrown(() => data.allocationSize(options)).name, 'RangeError');
    t.is(thrown(() => data.copyTo(new ArrayBuffer(99), options)).name, 'RangeError');
  }
  t.is(thrown(() => data.copyTo(new ArrayBuffer(11), { planeIndex: 0 })).name, 'RangeError');
  const call = data.copyTo.bind(data) as (...args: unknown[]) => unknown;
  for (const args of [
    [],
    [new ArrayBuffer(99)],
    [new ArrayBuffer(99), {}],
    [1, { planeIndex: 0 }],
  ]) {
    t.is(thrown(() => call(...args)).name, 'TypeError');
  }
});

test('closed data gives nothing out', (t) => {
  const data = make();
  data.close();
  for (const call of [
    () => data.clone(),
    () => data.allocationSize({ planeIndex: 0 }),
    () => data.copyTo(new ArrayBuffer(99), { planeIndex: 0 }),
  ]) {
    t.is(thrown(call).name, 'InvalidStateError');
  }
});
