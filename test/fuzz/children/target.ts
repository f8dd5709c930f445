import fc from 'fast-check';

import { within } from '../../helpers/wait.js';

export interface Definition<T> {
  readonly arbitrary: fc.Arbitrary<T>;
  /** Fails when the library did something other than what it documents. */
  readonly run: (input: T) => Promise<void> | void;
  /** Frees what the cases shared. */
  readonly end?: () => void;
}

export interface Options {
  readonly seed: number;
  readonly cases: number;
  /** Of one case: its number, and fast-check's way of shrinking after it. */
  readonly path: string;
  readonly before: (input: unknown) => void;
}

/** One kind of input: runs its cases, rejects with the first that fails. */
export type Target = (options: Options) => Promise<void>;

/** Milliseconds that one case may take. */
const limit = 30_000;

export function target<T>({ arbitrary, run, end }: Definition<T>): Target {
  return async ({ seed, cases, path, before }) => {
    const property = fc.asyncProperty(arbitrary, async (input) => {
      before(input);
      await within(Promise.resolve(run(input)), 'the end of a case', limit);
    });
    try {
      await fc.assert(property, { seed, numRuns: cases, ...(path === '' ? {} : { path }) });
    } finally {
      end?.();
    }
  };
}
