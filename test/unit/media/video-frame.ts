import '../helpers/fake-native.js';

import test from 'ava';

import { VideoColorSpace, VideoFrame } from '../../../lib/index.js';
import type { VideoFrameBufferInit, VideoPixelFormat } from '../../../lib/index.js';
import { rejection, thrown } from '../../helpers/failure.js';
import { allPixels } from '../helpers/fake-frames.js';

const init = (changes: Partial<VideoFrameBufferInit> = {}): VideoFrameBufferInit => ({
  format: 'I420',
  codedWidth: 4,
  codedHeight: 2,
  timestamp: 1234,
  ...changes,
});
const make = (changes: Partial<VideoFrameBufferInit> = {}, bytes = 4096) =>
  new VideoFrame(new Uint8Array(bytes), init(changes));

const attributesOf = (frame: VideoFrame) => ({
  format: frame.format,
  coded: [frame.codedWidth, frame.codedHeight],
  codedRect: frame.codedRect?.toJSON() ?? null,
  visibleRect: frame.visibleRect?.toJSON() ?? null,
  display: [frame.displayWidth, frame.displayHeight],
  rotation: frame.rotation,
  flip: frame.flip,
  duration: frame.duration,
  timestamp: frame.timestamp,
});
const rect = (x: number, y: number, width: number, height: number) => ({
  ...{ x, y, width, height },
  ...{ top: y, right: x + width, bottom: y + height, left: x },
});

test('a frame of bytes has what its init says', (t) => {
  const frame = make({ duration: 40_000 });
  t.deepEqual(attributesOf(frame), {
    format: 'I420',
    coded: [4, 2],
    codedRect: rect(0, 0, 4, 2),
    visibleRect: rect(0, 0, 4, 2),
    display: [4, 2],
    rotation: 0,
    flip: false,
    duration: 40_000,
    timestamp: 1234,
  });
  t.deepEqual(frame.metadata(), {});
  frame.close();
  t.deepEqual(attributesOf(frame), {
    format: null,
    coded: [0, 0],
    codedRect: null,
    visibleRect: null,
    display: [0, 0],
    rotation: 0,
    flip: false,
    duration: 40_000,
    timestamp: 1234,
  });
});

test('a part can be the visible one, turned', (t) => {
  const frame = make({
    codedWidth: 8,
    codedHeight: 4,
    visibleRect: { x: 2.5 - 0.5, y: 2, width: 3.9, height: 2 },
    rotation: 85,
    metadata: { captureTime: 5, rtpTimestamp: 7 },
  });
  t.deepEqual(frame.visibleRect!.toJSON(), rect(2, 2, 3, 2));
  t.is(frame.rotation, 90);
  t.deepEqual([frame.displayWidth, frame.displayHeight], [2, 3]);
  t.deepEqual(frame.metadata(), { captureTime: 5, rtpTimestamp: 7 });
  t.is(make({ rotation: -90 }).rotation, 270);
  t.is(make({ rotation: 765 }).rotation, 90);
});

test('colour spaces are given, or picked by the format', (t) => {
  const space = { primaries: 'bt2020', transfer: 'pq', matrix: 'bt2020-ncl', fullRange: true };
  t.deepEqual(
    make({ colorSpace: space as VideoFrameBufferInit['colorSpace'] & object }).colorSpace.toJSON(),
    space as object,
  );
  const none = { primaries: null, transfer: null, matrix: null, fullRange: null };
  t.deepEqual(make({ colorSpace: {} }).colorSpace.toJSON(), none);
  t.deepEqual(make().colorSpace.toJSON(), {
    primaries: 'bt709',
    transfer: 'bt709',
    matrix: 'bt709',
    fullRange: false,
  });
  t.deepEqual(make({ format: 'BGRX' }).colorSpace.toJSON(), {
    primaries: 'bt709',
    transfer: 'iec61966-2-1',
    matrix: 'rgb',
    fullRange: true,
  });
  t.deepEqual(new VideoColorSpace().toJSON(), none);
  t.is(thrown(() => new VideoColorSpace({ matrix: 'x' as 'rgb' })).name, 'TypeError');
});

test('the planes of each format, packed', (t) => {
  const expected: [VideoPixelFormat, [offset: number, stride: number][], size: number][] = [
    [
      'I420',
      [
        [0, 5],
        [15, 3],
        [21, 3],
      ],
      27,
    ],
    [
      'I420A',
      [
        [0, 5],
        [15, 3],
        [21, 3],
        [27, 5],
      ],
      42,
    ],
    [
      'I422',
      [
        [0, 5],
        [15, 3],
        [24, 3],
      ],
      33,
    ],
    [
      'I444',
      [
        [0, 5],
        [15, 5],
        [30, 5],
      ],
      45,
    ],
    [
      'NV12',
      [
        [0, 5],
        [15, 6],
      ],
      27,
    ],
    ['RGBA', [[0, 20]], 60],
    ['RGBX', [[0, 20]], 60],
    ['BGRA', [[0, 20]], 60],
    ['BGRX', [[0, 20]], 60],
  ];
  for (const [format, planes, size] of expected) {
    const odd = { format, codedWidth: 5, codedHeight: 3 };
    const frame = make(odd, size);
    t.is(frame.allocationSize(), size, format);
    t.deepEqual(
      allPixels.at(-1)!.planes,
      planes.map(([offset, stride]) => ({ offset, stride })),
      format,
    );
    t.is(thrown(() => make(odd, size - 1)).name, 'TypeError', format);
  }
});

test('a layout is taken as it is given', async (t) => {
  const layout = [
    { offset: 100, stride: 8 },
    { offset: 50, stride: 4 },
    { offset: 0, stride: 2 },
  ];
  const frame = make({ layout }, 116);
  t.deepEqual(allPixels.at(-1)!.planes, layout);
  t.is(frame.allocationSize({ layout }), 116);
  t.deepEqual(await frame.copyTo(new ArrayBuffer(116), { layout }), layout);
  t.is(thrown(() => make({ layout }, 115)).name, 'TypeError');
});

test('an init that is not valid is a TypeError', (t) => {
  const planes = (...list: [number, number][]) => ({
    layout: list.map(([offset, stride]) => ({ offset, stride })),
  });
  const cases: [Partial<VideoFrameBufferInit>, RegExp][] = [
    [{ codedWidth: 0 }, /coded size 0x2 is not from 1 to 16384/],
    [{ codedHeight: 16385 }, /coded size 4x16385/],
    [{ codedWidth: -1 }, /codedWidth/],
    [{ codedWidth: 2 ** 32 }, /codedWidth/],
    [{ format: 'NV21' as 'NV12' }, /'NV21' is not a valid VideoPixelFormat/],
    [{ timestamp: NaN }, /timestamp/],
    [{ visibleRect: { x: 1, width: 2, height: 2 } }, /1, 0 is not aligned to the samples of I420/],
    [{ visibleRect: { x: 2, width: 3, height: 2 } }, /2, 0, 3x2 is not inside 4x2/],
    [{ visibleRect: { width: 4, height: 2.5 } }, /not inside/],
    [{ visibleRect: { width: 0.5, height: 2 } }, /empty/],
    [{ visibleRect: { x: -2, width: 4, height: 2 } }, /negative/],
    [{ visibleRect: { width: Infinity, height: 2 } }, /not finite/],
    [{ displayWidth: 4 }, /go together/],
    [{ displayWidth: 4, displayHeight: 0 }, /empty/],
    [planes([0, 4], [8, 2]), /2 planes, but I420 has 3/],
    [planes([0, 3], [8, 2], [10, 2]), /layout\[0\].stride: 3 is less than the 4 bytes/],
    [planes([0, 4], [7, 2], [10, 2]), /plane 1 overlaps plane 0/],
    [planes([0, 4], [8, 2], [2 ** 32 - 1, 2]), /plane 2 would end at byte/],
    [planes([0, 2 ** 31], [0, 2], [0, 2]), /plane 0 would end at byte 4294967296/],
    [{ transfer: [1 as unknown as ArrayBuffer] }, /transfer\[0\]/],
  ];
  const before = allPixels.length;
  for (const [changes, message] of cases) {
    const error = thrown(() => make(changes));
    t.is(error.name, 'TypeError', `${error.message} ${String(message)}`);
    t.regex(error.message, message);
  }
  t.is(allPixels.length, before);
});

test('what cannot be read or mirrored is a NotSupportedError', (t) => {
  for (const changes of [{ format: 'I420P10' }, { format: 'I444A' }, { flip: true }] as const) {
    t.is(thrown(() => make(changes)).name, 'NotSupportedError');
  }
});

test('the constructor tells its forms apart', (t) => {
  const construct = VideoFrame as unknown as new (...args: unknown[]) => VideoFrame;
  const cases: unknown[][] = [[], [{}], [new ArrayBuffer(99)], [4, init()], [null, init()]];
  for (const args of cases) t.is(thrown(() => new construct(...args)).name, 'TypeError');
  t.is(new VideoFrame(new ArrayBuffer(99), init()).format, 'I420');
  t.is(new VideoFrame(new SharedArrayBuffer(99), init()).format, 'I420');
  t.is(new VideoFrame(new DataView(new ArrayBuffer(99), 3), init()).format, 'I420');
  t.is(new VideoFrame(Buffer.alloc(99), init()).format, 'I420');
});

test('transferred buffers are detached', (t) => {
  const buffer = new ArrayBuffer(64);
  const frame = new VideoFrame(new Uint8Array(buffer, 4), init({ transfer: [buffer] }));
  t.is(buffer.byteLength, 0);
  t.is(frame.codedWidth, 4);
  const twice = new ArrayBuffer(64);
  const again = { transfer: [twice, twice] };
  t.is(thrown(() => new VideoFrame(twice, init(again))).name, 'DataCloneError');
  t.is(twice.byteLength, 64);
  const detached = { transfer: [buffer] };
  t.is(thrown(() => new VideoFrame(twice, init(detached))).name, 'DataCloneError');
  t.is(thrown(() => new VideoFrame(buffer, init())).name, 'TypeError');
});

test('a frame of a frame shares its pixels and changes what is given', (t) => {
  const space = { matrix: 'smpte170m' } as const;
  const first = make({
    ...{ codedWidth: 16, codedHeight: 8, displayWidth: 32, displayHeight: 8, rotation: 90 },
    ...{ duration: 5, format: 'I420A', colorSpace: space, metadata: { rtpTimestamp: 9 } },
  });
  const pixels = allPixels.at(-1)!;
  const same = new VideoFrame(first);
  t.deepEqual(attributesOf(same), attributesOf(first));
  t.deepEqual(same.metadata(), { rtpTimestamp: 9 });
  const other = new VideoFrame(first, {
    ...{ timestamp: -7, duration: 6, alpha: 'discard', rotation: 180 },
    ...{ visibleRect: { x: 8, y: 4, width: 8, height: 4 }, metadata: {} },
  });
  t.like(attributesOf(other), { format: 'I420', timestamp: -7, duration: 6, rotation: 270 });
  t.deepEqual(other.visibleRect!.toJSON(), rect(8, 4, 8, 4));
  t.deepEqual([other.displayWidth, other.displayHeight], [16, 4]);
  t.deepEqual(other.metadata(), {});
  t.is(other.colorSpace.matrix, 'smpte170m');
  first.close();
  same.close();
  t.false(pixels.closed);
  other.close();
  t.true(pixels.closed);
  t.is(thrown(() => new VideoFrame(first)).name, 'InvalidStateError');
  const bad = { visibleRect: { x: 1, y: 0, width: 2, height: 2 } };
  t.is(thrown(() => new VideoFrame(make(), bad)).name, 'TypeError');
});

test('clones live on; closing twice is nothing', (t) => {
  const frame = make();
  const pixels = allPixels.at(-1)!;
  const clone = frame.clone();
  t.deepEqual(attributesOf(clone), attributesOf(frame));
  frame.close();
  frame.close();
  t.false(pixels.closed);
  t.is(clone.allocationSize(), 12);
  clone.close();
  t.true(pixels.closed);
});

test('a closed frame gives nothing out', async (t) => {
  const frame = make();
  frame.close();
  for (const call of [() => frame.allocationSize(), () => frame.clone(), () => frame.metadata()]) {
    t.is(thrown(call).name, 'InvalidStateError');
  }
  t.is((await rejection(frame.copyTo(new ArrayBuffer(99)))).name, 'InvalidStateError');
});

test('copyTo asks for the visible part, or another, in some format', async (t) => {
  const frame = make({
    codedWidth: 8,
    codedHeight: 8,
    visibleRect: { x: 2, y: 4, width: 5, height: 3 },
    colorSpace: { matrix: 'bt709' },
  });
  const { copies } = allPixels.at(-1)!;
  const space = { primaries: null, transfer: null, matrix: 'bt709', fullRange: null };
  t.deepEqual(await frame.copyTo(new ArrayBuffer(27)), [
    { offset: 0, stride: 5 },
    { offset: 15, stride: 3 },
    { offset: 21, stride: 3 },
  ]);
  t.deepEqual(copies[0], {
    format: 'I420',
    rect: { x: 2, y: 4, width: 5, height: 3 },
    planes: [
      { offset: 0, stride: 5 },
      { offset: 15, stride: 3 },
      { offset: 21, stride: 3 },
    ],
    colorSpace: space,
  });
  const rgba = { format: 'RGBA', rect: frame.codedRect! } as const;
  t.is(frame.allocationSize(rgba), 256);
  t.deepEqual(await frame.copyTo(new SharedArrayBuffer(256), rgba), [{ offset: 0, stride: 32 }]);
  t.deepEqual(copies[1]!.rect, { x: 0, y: 0, width: 8, height: 8 });
  t.is(frame.allocationSize({ format: 'NV12' }), 27);
});

test('copyTo rejects what does not fit', async (t) => {
  const frame = make();
  const { copies } = allPixels.at(-1)!;
  const target = new ArrayBuffer(99);
  const copy = frame.copyTo.bind(frame) as (...args: unknown[]) => Promise<unknown>;
  const cases: [args: unknown[], name: string][] = [
    [[], 'TypeError'],
    [[null], 'TypeError'],
    [[new ArrayBuffer(11)], 'TypeError'],
    [[target, { rect: { x: 1, width: 1, height: 1 } }], 'TypeError'],
    [[target, { rect: { width: 5, height: 1 } }], 'TypeError'],
    [[target, { rect: {} }], 'TypeError'],
    [[target, { layout: [] }], 'TypeError'],
    [[target, { layout: [{ offset: 0 }] }], 'TypeError'],
    [[target, { format: 'I444' }], 'NotSupportedError'],
    [[target, { format: 'I420P10' }], 'NotSupportedError'],
    [[target, { format: 'RGBA', colorSpace: 'display-p3' }], 'NotSupportedError'],
    [[target, { format: 'RGB' }], 'TypeError'],
  ];
  for (const [args, name] of cases) {
    t.is((await rejection(copy(...args))).name, name, JSON.stringify(args));
  }
  const packed = make({ format: 'RGBA' });
  const odd = { rect: { x: 1, width: 1, height: 1 } };
  t.is(packed.allocationSize(odd), 4);
  t.is(thrown(() => packed.allocationSize({ ...odd, format: 'I420' })).name, 'TypeError');
  t.is(copies.length, 0);
});
