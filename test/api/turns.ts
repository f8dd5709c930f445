/** The event loop gets its turns, whatever arrives. */
import test from 'ava';

import { nonstandard } from '../../lib/index.js';
import { flat } from '../helpers/frames.js';
import { connectPair } from '../helpers/pair.js';
import { within } from '../helpers/wait.js';

const { RTCVideoSink, RTCVideoSource } = nonstandard;

/** What a program does with an event, milliseconds. */
const work = 0.2;

function busy(): void {
  const end = performance.now() + work;
  while (performance.now() < end);
}

/** Turns of the event loop until `count` things were handled; `handle` is called for each. */
function turnsWhile(count: number, start: (handle: () => void) => void): Promise<number> {
  let handled = 0;
  let turns = 0;
  return within(
    new Promise<number>((resolve) => {
      const turn = () => {
        turns += 1;
        if (handled < count) setImmediate(turn);
        else resolve(turns);
      };
      start(() => {
        handled += 1;
        busy();
      });
      setImmediate(turn);
    }),
    `${count} events`,
  );
}

test('a program that answers each frame with the next one lets others have their turn', async (t) => {
  const [width, height] = [64, 64];
  const data = flat(width, height, [1, 2, 3]);
  const source = new RTCVideoSource();
  const track = source.createTrack();
  const sink = new RTCVideoSink(track);
  let frames = 0;
  const turns = await turnsWhile(200, (handle) => {
    sink.onframe = () => {
      handle();
      frames += 1;
      // Promises too.
      if (frames % 2 === 0) source.onFrame({ width, height, data });
      else void Promise.resolve().then(() => source.onFrame({ width, height, data }));
    };
    source.onFrame({ width, height, data });
  });
  // 40 ms of work.
  t.true(turns >= 20, String(turns));
  track.stop();
});

test('a flood of messages lets others have their turn', async (t) => {
  const { local, remote, close } = await connectPair();
  const turns = await turnsWhile(1000, (handle) => {
    remote.onmessage = handle;
    for (let i = 0; i < 1000; i += 1) local.send('x');
  });
  // 200 ms of work.
  t.true(turns >= 50, String(turns));
  close();
});
