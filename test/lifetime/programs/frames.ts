/**
 * Frames and samples in the way of argv[2], argv[3] times; prints what the test asks for. As a
 * Worker: the other side of it.
 */
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';

import {
  AudioData,
  MediaStreamTrackProcessor,
  nonstandard,
  VideoFrame,
  VideoTrackGenerator,
} from '../../../lib/index.js';
import { bytesOf, frameOf, nextOf, noise, pictureSize } from '../../helpers/frames.js';

const { fromTransferable, toTransferable } = nonstandard;
const way = isMainThread ? process.argv[2]! : (workerData as string);
const count = Number(process.argv[3] ?? '10');
const [width, height] = [1280, 720];
const data = noise(pictureSize('I420', width, height));
const picture = () => frameOf(data, 'I420', width, height);
const resident = () => process.memoryUsage.rss() / 2 ** 20;
const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);

async function collect(): Promise<void> {
  globalThis.gc?.();
  await delay(1);
}

/** Waits until a condition holds, garbage being collected, for a minute at most. */
async function until(condition: () => boolean): Promise<boolean> {
  const deadline = Date.now() + 60_000;
  while (!condition() && Date.now() < deadline) await collect();
  return condition();
}

/** Megabytes that the second half of many runs needs beyond the first. */
async function growth(run: (index: number) => unknown): Promise<number> {
  let before = 0;
  // Events of tracks hold no process.
  const hold = setInterval(() => undefined, 60_000);
  for (let index = 0; index < count; index += 1) {
    await run(index);
    if (index % 50 === 0) await collect();
    if (index === Math.floor(count / 2)) before = resident();
  }
  clearInterval(hold);
  await collect();
  return Math.round(resident() - before);
}

function startWorker(): Worker {
  return new Worker(__filename, { workerData: way });
}

const ways: Record<string, () => Promise<void>> = {
  async forgotten() {
    const codes: string[] = [];
    process.on('warning', (warning) => codes.push((warning as { code?: string }).code ?? ''));
    const before = resident();
    for (let index = 0; index < count; index += 1) {
      picture();
      if (index % 20 === 0) await collect();
    }
    await until(() => codes.length > 0 && resident() - before < 100);
    print({ codes, grown: Math.round(resident() - before) });
  },

  async track() {
    const generator = new VideoTrackGenerator();
    const { track } = generator;
    const reader = new MediaStreamTrackProcessor<VideoFrame>({ track }).readable.getReader();
    const writer = generator.writable.getWriter();
    const target = new Uint8Array(data.length);
    const grown = await growth(async () => {
      await writer.write(picture());
      const frame = await nextOf(reader);
      await frame.copyTo(target);
      frame.close();
    });
    track.stop();
    print({ grown });
  },

  /** Who looks at sizes alone, and keeps nothing. */
  async sink() {
    const source = new nonstandard.RTCVideoSource();
    const track = source.createTrack();
    const sink = new nonstandard.RTCVideoSink(track);
    let seen: (size: number) => void = () => undefined;
    sink.onframe = ({ frame }) => seen(frame.width * frame.height);
    const grown = await growth(async () => {
      const next = new Promise((resolve) => (seen = resolve));
      source.onFrame({ width, height, data });
      await next;
    });
    track.stop();
    print({ grown });
  },

  /** Who looks at all bytes, and answers each frame with the next one. */
  async bytes() {
    const source = new nonstandard.RTCVideoSource();
    const track = source.createTrack();
    const sink = new nonstandard.RTCVideoSink(track);
    let right = 0;
    const grown = await growth(
      () =>
        new Promise<void>((resolve) => {
          let left = 4;
          sink.onframe = ({ frame }) => {
            right += Buffer.compare(Buffer.from(frame.data.buffer), data) === 0 ? 1 : 0;
            left -= 1;
            if (left > 0) source.onFrame({ width, height, data });
            else resolve();
          };
          source.onFrame({ width, height, data });
        }),
    );
    track.stop();
    print({ grown, all: right === 4 * count });
  },

  /** More bytes are kept than the pool lends; garbage is collected meanwhile. */
  async kept() {
    const source = new nonstandard.RTCVideoSource();
    const track = source.createTrack();
    const sink = new nonstandard.RTCVideoSink(track);
    const kept: Uint8ClampedArray[] = [];
    const hold = setInterval(() => undefined, 60_000);
    for (let index = 0; index < count; index += 1) {
      const seen = once(sink, 'frame') as Promise<[{ frame: { data: Uint8ClampedArray } }]>;
      source.onFrame({ width, height, data: new Uint8Array(data.length).fill(index % 256) });
      const [{ frame }] = await seen;
      kept.push(frame.data);
      if (index % 25 === 0) await collect();
    }
    clearInterval(hold);
    track.stop();
    const right = kept.filter((bytes, index) => bytes.every((byte) => byte === index % 256));
    print({ right: right.length });
  },

  /** Workers are ended with bytes that they keep, and while frames flow. */
  async holders() {
    const grown = await growth(async () => {
      const worker = startWorker();
      await once(worker, 'message');
      await worker.terminate();
      await delay(20);
    });
    print({ grown });
  },

  async unread() {
    const source = new nonstandard.RTCVideoSource();
    const track = source.createTrack();
    const processor = new MediaStreamTrackProcessor({ track, maxBufferSize: 5 });
    const grown = await growth(async () => {
      source.onFrame({ width, height, data });
      await delay(0);
    });
    print({ grown, all: processor.totalFrames > count / 2 });
    track.stop();
  },

  /** Processors are dropped; one of them has somebody who waits for a frame. */
  async processors() {
    const source = new nonstandard.RTCVideoSource();
    const track = source.createTrack();
    let collected = 0;
    const registry = new FinalizationRegistry(() => (collected += 1));
    const make = () => {
      const processor = new MediaStreamTrackProcessor<VideoFrame>({ track });
      registry.register(processor, undefined);
      return processor;
    };
    for (let index = 0; index < count; index += 1) make();
    source.onFrame({ width, height, data });
    const all = await until(() => collected === count);
    let read: VideoFrame | null = null;
    void (async () => {
      read = (await make().readable.getReader().read()).value ?? null;
    })();
    for (let index = 0; index < 20; index += 1) await collect();
    source.onFrame({ width, height, data, timestamp: 3 });
    await until(() => read !== null);
    const { timestamp } = read as unknown as VideoFrame;
    track.stop();
    print({ all, timestamp });
  },

  /** Each frame goes there and back. */
  async transfer() {
    const worker = startWorker();
    let right = 0;
    const grown = await growth(async (index) => {
      const frame = frameOf(data, 'I420', width, height, { timestamp: index });
      const port = toTransferable(frame);
      worker.postMessage({ port }, [port]);
      const [back] = (await once(worker, 'message')) as [{ port: MessagePort }];
      const received = fromTransferable<VideoFrame>(back.port);
      if (received.timestamp !== index || received.rotation !== 90) return;
      if (index % 50 > 0 || Buffer.compare(await bytesOf(received), data) === 0) right += 1;
      received.close();
    });
    const samples = Int16Array.of(1, 2, 3);
    const facts = { sampleRate: 8000, numberOfFrames: 3, numberOfChannels: 1, timestamp: 8 };
    const audio = toTransferable(new AudioData({ format: 's16', ...facts, data: samples }));
    worker.postMessage({ port: audio }, [audio]);
    const [answer] = (await once(worker, 'message')) as [{ sum: number }];
    await worker.terminate();
    print({ right, grown, sum: answer.sum });
  },

  /** Workers are ended with frames that they have not taken, or have and not closed. */
  async death() {
    const grown = await growth(async () => {
      const worker = startWorker();
      await once(worker, 'message');
      for (let index = 0; index < 30; index += 1) {
        const port = toTransferable(picture());
        worker.postMessage({ port, keep: index % 2 === 0 }, [port]);
      }
      await worker.terminate();
      await delay(20);
    });
    print({ grown });
  },

  /** A Worker ends before its frame is taken: it is a frame, or an error. */
  async sender() {
    const outcomes = new Set<string>();
    for (let index = 0; index < count; index += 1) {
      const worker = startWorker();
      const exited = once(worker, 'exit');
      const [{ port }] = (await once(worker, 'message')) as [{ port: MessagePort }];
      if (index % 2 === 0) await exited;
      try {
        const frame = fromTransferable<VideoFrame>(port);
        outcomes.add(Buffer.compare(await bytesOf(frame), data) === 0 ? 'frame' : 'other bytes');
        frame.close();
      } catch (error) {
        outcomes.add((error as Error).name);
      }
    }
    print([...outcomes].sort());
  },

  /** The process ends while frames and samples flow. */
  async exit() {
    const source = new nonstandard.RTCVideoSource();
    const sound = new nonstandard.RTCAudioSource();
    const sink = new nonstandard.RTCVideoSink(source.createTrack());
    const ear = new nonstandard.RTCAudioSink(sound.createTrack(), { sampleRate: 16_000 });
    let heard = 0;
    let seen = 0;
    ear.ondata = () => (heard += 1);
    sink.onframe = ({ frame }) => {
      seen += frame.data.length > 0 ? 1 : 0;
      if (seen > 20 && heard > 5) process.exit(7);
    };
    for (;;) {
      source.onFrame({ width, height, data });
      if (sound.buffered < 1) {
        sound.onData({ samples: new Float32Array(4410), sampleRate: 44_100 });
      }
      await delay(1);
    }
  },

  /** Ports hold nothing up. */
  async idle() {
    const port = toTransferable(picture());
    const other = toTransferable(picture());
    fromTransferable<VideoFrame>(other).close();
    print({ port: typeof port });
    await Promise.resolve();
  },
};

const workers: Record<string, () => void> = {
  transfer() {
    parentPort!.on('message', ({ port }: { port: MessagePort }) => {
      const taken = fromTransferable(port);
      if (taken instanceof AudioData) {
        const samples = new Int16Array(3);
        taken.copyTo(samples, { planeIndex: 0 });
        parentPort!.postMessage({ sum: samples[0]! + samples[1]! + samples[2]! });
        return;
      }
      const turned = new VideoFrame(taken, { rotation: 90 });
      taken.close();
      const back = toTransferable(turned);
      parentPort!.postMessage({ port: back }, [back]);
    });
  },
  death() {
    parentPort!.on('message', ({ port, keep }: { port: MessagePort; keep: boolean }) => {
      if (keep) fromTransferable(port);
    });
    parentPort!.postMessage('ready');
  },
  holders() {
    const source = new nonstandard.RTCVideoSource();
    const sink = new nonstandard.RTCVideoSink(source.createTrack());
    const kept: Uint8ClampedArray[] = [];
    sink.onframe = ({ frame }) => {
      kept.push(frame.data);
      if (kept.length === 10) parentPort!.postMessage('holds');
      if (kept.length > 20) kept.shift();
      source.onFrame({ width, height, data });
    };
    source.onFrame({ width, height, data });
    setInterval(() => undefined, 60_000);
  },
  sender() {
    const port = toTransferable(picture());
    parentPort!.postMessage({ port }, [port]);
  },
};

if (isMainThread) void ways[way]!();
else workers[way]!();
