import '../helpers/fake-native.js';

import { once } from 'node:events';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';

import test from 'ava';

import { AudioData, nonstandard, VideoFrame } from '../../../lib/index.js';
import { thrown } from '../../helpers/failure.js';
import { allPixels, sharedCount } from '../helpers/fake-frames.js';

const { fromTransferable, toTransferable } = nonstandard;
const frame = () =>
  new VideoFrame(new Uint8Array(48), {
    ...{ format: 'NV12', codedWidth: 8, codedHeight: 4, timestamp: 5, duration: 6, rotation: 90 },
    ...{ visibleRect: { x: 2, y: 2, width: 4, height: 2 }, metadata: { rtpTimestamp: 9 } },
    colorSpace: { matrix: 'bt2020-ncl' },
  });

test.serial('a frame comes out as it went in, in the other end of a message', (t) => {
  const sent = frame();
  const expected = {
    format: 'NV12',
    codedWidth: 8,
    displayWidth: 2,
    displayHeight: 4,
    rotation: 90,
    timestamp: 5,
    duration: 6,
  };
  t.like(sent, expected);
  const port = toTransferable(sent);
  t.is(sent.format, null);
  t.is(sharedCount(), 1);
  const { port1, port2 } = new MessageChannel();
  port1.postMessage({ port }, [port]);
  const { message } = receiveMessageOnPort(port2) as { message: { port: typeof port } };
  const got = fromTransferable<VideoFrame>(message.port);
  t.like(got, expected);
  t.deepEqual(got.visibleRect!.toJSON(), {
    ...{ x: 2, y: 2, width: 4, height: 2 },
    ...{ left: 2, top: 2, right: 6, bottom: 4 },
  });
  t.is(got.colorSpace.matrix, 'bt2020-ncl');
  t.deepEqual(got.metadata(), { rtpTimestamp: 9 });
  t.is(sharedCount(), 0);
  const pixels = allPixels.at(-1)!;
  got.close();
  t.true(pixels.closed);
  port1.close();
});

test.serial('audio data comes out as it went in', (t) => {
  const sent = new AudioData({
    ...{ format: 's16', sampleRate: 8000, numberOfFrames: 2, numberOfChannels: 1, timestamp: 4 },
    data: Int16Array.of(5, 6),
  });
  const clone = sent.clone();
  const got = fromTransferable<AudioData>(toTransferable(sent));
  t.is(sent.format, null);
  t.like(got, { format: 's16', sampleRate: 8000, numberOfFrames: 2, timestamp: 4 });
  for (const data of [got, clone]) {
    const samples = new Int16Array(2);
    data.copyTo(samples, { planeIndex: 0 });
    t.deepEqual([...samples], [5, 6]);
  }
});

test.serial('a port that is closed unread lets go of the pixels', async (t) => {
  const port = toTransferable(frame());
  t.is(sharedCount(), 1);
  port.close();
  await once(port, 'close');
  while (sharedCount() > 0) await new Promise((resolve) => setImmediate(resolve));
  t.is(sharedCount(), 0);
});

test.serial('what holds no frame is refused', (t) => {
  const port = toTransferable(frame());
  fromTransferable<VideoFrame>(port).close();
  t.is(thrown(() => fromTransferable(port)).name, 'DataCloneError');
  const { port1, port2 } = new MessageChannel();
  port1.postMessage({ some: 'thing' });
  t.is(thrown(() => fromTransferable(port2)).name, 'DataCloneError');
  const closed = frame();
  closed.close();
  t.is(thrown(() => toTransferable(closed)).name, 'DataCloneError');
  type Take = (value: unknown) => unknown;
  for (const value of [undefined, {}, 5, null]) {
    t.is(thrown(() => (toTransferable as Take)(value)).name, 'TypeError');
    t.is(thrown(() => (fromTransferable as Take)(value)).name, 'TypeError');
  }
});
