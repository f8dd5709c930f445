import '../helpers/fake-native.js';

import test from 'ava';

import { bestSize, hasSize } from '../../../lib/mediastream/frame-size.js';
import type { FrameSizes, IdealSize } from '../../../lib/mediastream/frame-size.js';

const any = { min: 0, max: Infinity };
const preferred = { width: 32, height: 24 };

function distance(actual: number, ideal: number | undefined): number {
  if (ideal === undefined || actual === ideal) return 0;
  return Math.abs(actual - ideal) / Math.max(actual, ideal);
}

const fitness = (width: number, height: number, ideal: IdealSize) =>
  distance(width, ideal.width) +
  distance(height, ideal.height) +
  distance(width / height, ideal.aspectRatio);

/** The smallest distance of all sizes, by trying each. */
function least({ width, height, aspectRatio }: FrameSizes, ideal: IdealSize): number {
  let smallest = Infinity;
  for (let w = width.min; w <= width.max; w += 1) {
    for (let h = height.min; h <= height.max; h += 1) {
      if (w / h < aspectRatio.min - 1e-5 || w / h > aspectRatio.max + 1e-5) continue;
      smallest = Math.min(smallest, fitness(w, h, ideal));
    }
  }
  return smallest;
}

test('no size of all that there are has a smaller distance', (t) => {
  const spaces = [
    { width: { min: 1, max: 40 }, height: { min: 1, max: 40 }, aspectRatio: any },
    { width: { min: 7, max: 40 }, height: { min: 5, max: 9 }, aspectRatio: any },
    {
      width: { min: 1, max: 40 },
      height: { min: 1, max: 40 },
      aspectRatio: { min: 1.5, max: 1.6 },
    },
    { width: { min: 30, max: 40 }, height: { min: 1, max: 40 }, aspectRatio: { min: 2, max: 2 } },
  ];
  const values = [undefined, 3, 17, 90];
  const ratios = [undefined, 0.3, 4 / 3, 1.77, 50];
  for (const sizes of spaces) {
    for (const width of values) {
      for (const height of values) {
        for (const aspectRatio of ratios) {
          const ideal = { width, height, aspectRatio };
          const best = bestSize(sizes, ideal, preferred)!;
          const found = fitness(best.width, best.height, ideal);
          t.true(found - least(sizes, ideal) < 1e-12, JSON.stringify({ sizes, ideal, best }));
        }
      }
    }
  }
});

test('a ratio that only few whole numbers have is found', (t) => {
  const exact = { min: 1.3333333, max: 1.3333333 };
  const sizes = {
    width: { min: 641, max: 645 },
    height: { min: 1, max: 4096 },
    aspectRatio: exact,
  };
  t.true(hasSize(sizes));
  const none = { width: undefined, height: undefined, aspectRatio: undefined };
  t.deepEqual(bestSize(sizes, none, preferred), { width: 644, height: 483 });
  const tooFew = { ...sizes, width: { min: 641, max: 643 } };
  t.false(hasSize(tooFew));
  t.is(bestSize(tooFew, none, preferred), null);
});
