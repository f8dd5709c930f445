import { addon } from '../native.js';
import { request } from './dispatcher.js';
import type { NativeError, RequestId } from './native-types.js';

/**
 * An operation that belongs to no connection's chain, and that holds the event
 * loop until it is done.
 *
 * @param finish runs in the task of its end; what it returns or throws settles the promise
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the type is the seam's
export function heldRequest<V, R>(
  start: (id: RequestId) => void,
  finish: (error: NativeError | null, value: V) => R,
): Promise<R> {
  return new Promise((resolve, reject) => {
    request<V>(start, (error, value) => {
      addon.unref();
      try {
        resolve(finish(error, value));
      } catch (exception) {
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as it was thrown
        reject(exception);
      }
    });
    addon.ref();
  });
}
