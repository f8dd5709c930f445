import type { Interval } from './domain.js';
import { within } from './domain.js';

/** How far the ratio of two whole numbers may be from the one that was asked for; as in Chrome. */
const tolerance = 1e-5;

export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** The sizes between bounds, whose ratio is between bounds too. */
export interface FrameSizes {
  readonly width: Interval;
  readonly height: Interval;
  readonly aspectRatio: Interval;
}

export interface IdealSize {
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly aspectRatio: number | undefined;
}

/**
 * The fitness distance of a numeric setting; 0 without an ideal.
 *
 * @see https://w3c.github.io/mediacapture-main/#dfn-fitness-distance (7)
 */
function distance(actual: number, ideal: number | undefined): number {
  if (ideal === undefined || actual === ideal) return 0;
  return Math.abs(actual - ideal) / Math.max(Math.abs(actual), Math.abs(ideal));
}

interface Row {
  readonly height: number;
  /** Inclusive. */
  readonly widths: Interval;
}

/** For each height the widths that go with it. */
function* rows({ width, height, aspectRatio }: FrameSizes): Generator<Row> {
  for (let each = Math.ceil(height.min); each <= height.max; each += 1) {
    const min = Math.max(width.min, Math.ceil((aspectRatio.min - tolerance) * each));
    const max = Math.min(width.max, Math.floor((aspectRatio.max + tolerance) * each));
    if (min <= max) yield { height: each, widths: { min, max } };
  }
}

export function hasSize(sizes: FrameSizes): boolean {
  return rows(sizes).next().done !== true;
}

/**
 * The widths of a row among which one has the smallest distance: between them
 * the sum of the distances of width and ratio is concave.
 */
function widthsToTry(
  { height, widths }: Row,
  wanted: readonly number[],
  ratios: readonly number[],
) {
  const tried = [widths.min, widths.max];
  for (const width of wanted) tried.push(within(widths, width));
  for (const ratio of ratios) {
    const width = Math.floor(ratio * height);
    tried.push(within(widths, width), within(widths, width + 1));
  }
  return tried;
}

const present = (values: (number | undefined)[]) => values.filter((value) => value !== undefined);

/** Is the first list of numbers smaller, its first number counting most? */
function isLess(a: readonly number[], b: readonly number[]): boolean {
  const different = a.findIndex((value, index) => value !== b[index]);
  return different !== -1 && (a[different] ?? 0) < (b[different] ?? 0);
}

/**
 * The size with the smallest fitness distance; of several the one that is most
 * like `preferred`, in its ratio first. Null when there is none.
 */
export function bestSize(
  sizes: FrameSizes,
  ideal: IdealSize,
  preferred: FrameSize,
): FrameSize | null {
  const usualRatio = preferred.width / preferred.height;
  const wanted = present([ideal.width, preferred.width]);
  const ratios = present([ideal.aspectRatio, usualRatio]);
  let best: FrameSize | null = null;
  let smallest = Infinity;
  let leastUnusual: readonly number[] = [];
  for (const row of rows(sizes)) {
    const { height } = row;
    const ofHeight = distance(height, ideal.height);
    if (ofHeight > smallest) continue;
    for (const width of widthsToTry(row, wanted, ratios)) {
      const ratio = width / height;
      const fitness = ofHeight + distance(width, ideal.width) + distance(ratio, ideal.aspectRatio);
      if (fitness > smallest) continue;
      const unusual = [
        distance(ratio, usualRatio),
        distance(width, preferred.width),
        distance(height, preferred.height),
      ];
      if (fitness === smallest && !isLess(unusual, leastUnusual)) continue;
      best = { width, height };
      smallest = fitness;
      leastUnusual = unusual;
    }
  }
  return best;
}
