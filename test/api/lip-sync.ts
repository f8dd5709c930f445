/** Sound and picture of one stream that are sent together come out together. */
import test from 'ava';

import { MediaStream } from '../../lib/index.js';
import { Audience, Performance } from '../helpers/lip-sync.js';
import { tracks } from '../helpers/media.js';
import { makePair, negotiate } from '../helpers/pair.js';
import { size } from '../helpers/size.js';
import { within } from '../helpers/wait.js';

/** Flashes, two a second: a minute, or ten. */
const measured = size(116, 1160);
/**
 * Milliseconds in which they have to come. The receiver learns from two sender reports, which come
 * each second, what belongs together; and when this machine has stood still, the sound has another
 * delay, and the picture follows.
 */
const limit = size(300_000, 1_800_000);
/** Milliseconds: what people notice, and where the middle has to be. */
const [bound, meanBound] = [40, 25];
/** Of all: the receiver learns what belongs together by and by, again after each stall. */
const share = 0.9;

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

test('beeps and flashes stay together through a call', async (t) => {
  t.timeout(limit + 60_000);
  const { offerer, answerer, close } = makePair();
  const performance = new Performance();
  const stream = new MediaStream(performance.tracks);
  for (const track of performance.tracks) offerer.addTrack(track, stream);
  const announced = tracks(answerer, 2);
  await negotiate(offerer, answerer);
  const audience = new Audience((await announced).map(({ track }) => track));
  // In a row: what is right now and then by chance is not together.
  const together = new Promise<void>((resolve) => {
    audience.onoffset = () => {
      const last = audience.offsets.slice(-measured);
      if (last.length < measured || Math.abs(mean(last)) > meanBound) return;
      const fit = last.filter((offset) => Math.abs(offset) <= bound);
      if (fit.length >= share * measured) resolve();
    };
  });
  try {
    await t.notThrowsAsync(within(together, `${measured} beeps and flashes together`, limit));
  } finally {
    t.log(`${audience.offsets.slice(-60).map(Math.round).join(' ')} ms`);
    audience.stop();
    performance.stop();
    close();
  }
});
