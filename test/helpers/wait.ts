/** Waiting for what should happen, with a deadline that fails loudly. */

const deadline = 15_000;

/** Rejects when the promise takes longer than it may. */
export async function within<T>(promise: Promise<T>, what: string, limit = deadline): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${what}: nothing within ${String(limit)} ms`));
    }, limit);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The next event of a type. */
export function next<E extends Event = Event>(target: EventTarget, type: string): Promise<E> {
  const event = new Promise<E>((resolve) => {
    const listener = (found: Event) => {
      resolve(found as E);
    };
    target.addEventListener(type, listener, { once: true });
  });
  return within(event, `event ${type}`);
}

/** The event after which a condition holds; at once when it does already. */
export async function until(
  target: EventTarget,
  type: string,
  condition: () => boolean,
): Promise<void> {
  while (!condition()) await next(target, type);
}

/** Messages of a channel, in order, until so many came. */
export function messages(channel: EventTarget, count: number): Promise<unknown[]> {
  const seen: unknown[] = [];
  const all = new Promise<unknown[]>((resolve) => {
    const listener = (event: Event) => {
      seen.push((event as MessageEvent).data);
      if (seen.length < count) return;
      channel.removeEventListener('message', listener);
      resolve(seen);
    };
    channel.addEventListener('message', listener);
  });
  return within(all, `${String(count)} messages`);
}

/** A task later. */
export function task(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
