import { OverconstrainedError, RTCError } from '../../../lib/index.js';

/** The names of DOMExceptions that the standards' methods use. */
const names: ReadonlySet<string> = new Set([
  'InvalidAccessError',
  'InvalidCharacterError',
  'InvalidModificationError',
  'InvalidStateError',
  'NetworkError',
  'NotReadableError',
  'NotSupportedError',
  'OperationError',
  'SyntaxError',
]);

/** What a program's own getter or iterator throws; the library hands it on as it is. */
export class Thrown extends Error {}

function isTyped(error: unknown): boolean {
  if (error instanceof RTCError) return error.message !== '';
  if (error instanceof OverconstrainedError) return error.message !== '';
  if (error instanceof DOMException) return names.has(error.name) && error.message !== '';
  return error instanceof TypeError || error instanceof RangeError || error instanceof Thrown;
}

/** Passes on the error unless it is of the documented kinds. */
export function checkError(error: unknown): void {
  if (isTyped(error)) return;
  throw new Error(`not a documented error: ${String(error)}`, { cause: error });
}

/** Runs something that may throw a documented error; undefined when it did. */
export function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    checkError(error);
    return undefined;
  }
}

/** True when the promise was fulfilled, false when it was rejected with a documented error. */
export async function settled(promise: Promise<unknown>): Promise<boolean> {
  try {
    await promise;
    return true;
  } catch (error) {
    checkError(error);
    return false;
  }
}
