import { within } from './wait.js';

/** What a promise rejects with; AVA's own assertions do not take a DOMException for an error. */
export async function rejection(promise: Promise<unknown>): Promise<Error> {
  try {
    await within(promise, 'rejection');
  } catch (error) {
    return error as Error;
  }
  throw new Error('the promise was fulfilled');
}

/** What a function throws. */
export function thrown(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}
