/** Queues a task: after the microtasks of this one, before the process may end. */
export function queueTask(task: () => void): void {
  setImmediate(task);
}

/** Reports an exception that no caller is there for, as an event listener's is. */
export function reportException(exception: unknown): void {
  process.nextTick(() => {
    throw exception;
  });
}
