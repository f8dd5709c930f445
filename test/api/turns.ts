/** The event loop gets its turns. */
import test from 'ava';

import { nonstandard } from '../../lib/index.js';
import { flat } from '../helpers/frames.js';
import { within } from '../helpers/wait.js';

const { RTCVideoSink, RTCVideoSource } = nonstandard;

test('a program that answers each frame with the next one lets others have their turn', async (t) => {
  const [width, height] = [64, 64];
  const data = flat(width, height, [1, 2, 3]);
  const source = new RTCVideoSource();
  const track = source.createTrack();
  const sink = new RTCVideoSink(track);
  let frames = 0;
  let turns = 0;
  await within(
    new Promise<void>((resolve) => {
      const count = () => {
        turns += 1;
        if (frames < 200) setImmediate(count);
        else resolve();
      };
      sink.onframe = () => {
        frames += 1;
        // Promises too.
        if (frames % 2 === 0) source.onFrame({ width, height, data });
        else void Promise.resolve().then(() => source.onFrame({ width, height, data }));
      };
      source.onFrame({ width, height, data });
      setImmediate(count);
    }),
    '200 frames',
  );
  // At least one for each ten.
  t.true(turns >= 20, String(turns));
  track.stop();
});
