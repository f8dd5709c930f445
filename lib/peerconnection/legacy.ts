/**
 * The overloads with callbacks. Which one is meant is decided by the number of
 * arguments alone, as WebIDL has it for these.
 *
 * @see https://w3c.github.io/webrtc-pc/#legacy-interface-extensions
 */
import { RTCPeerConnectionErrorCallback } from '../idl/index.js';
import { reportException } from '../internal/queue-task.js';

type Callback<T> = (value: T) => unknown;

function invoke<T>(callback: Callback<T>, value: T): void {
  try {
    callback(value);
  } catch (exception) {
    reportException(exception);
  }
}

/** Hands the outcome of a method to its callbacks; what the overload returns resolves at once. */
export function settleWithCallbacks<T>(
  outcome: Promise<T>,
  success: Callback<T>,
  failure: RTCPeerConnectionErrorCallback,
): Promise<void> {
  outcome.then(
    (value) => {
      invoke(success, value);
    },
    (error: unknown) => {
      invoke(failure, error as DOMException);
    },
  );
  return Promise.resolve();
}

export function failureCallback(value: unknown, context: string): RTCPeerConnectionErrorCallback {
  return RTCPeerConnectionErrorCallback.convert(value, `${context}: failureCallback`);
}

/** @throws TypeError for a number of arguments that fits neither overload */
export function checkOverload(given: number, gap: number, context: string): void {
  if (given !== gap) return;
  throw new TypeError(`${context}: takes ${gap - 1} or ${gap + 1} arguments, but ${given} present`);
}
