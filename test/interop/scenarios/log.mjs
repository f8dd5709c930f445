/**
 * What happened in a scenario, by lane. Within a lane the order is defined;
 * between lanes it is a race of threads, so entries are not compared across.
 */
export class Log {
  lanes = Object.create(null);
  #isEnded = false;

  /** What happens from now on is of no interest. */
  end() {
    this.#isEnded = true;
  }

  add(lane, text) {
    if (!this.#isEnded) (this.lanes[lane] ??= []).push(text);
  }
}

/** Milliseconds that a scenario may wait for anything. */
const deadline = 20_000;

/** Rejects when the promise takes longer than it may. */
export function within(promise, what) {
  let timer;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing within ${deadline} ms`)), deadline);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** The next event of a type, or the next that fits. */
export function next(target, type, fits = () => true) {
  const event = new Promise((resolve) => {
    const listener = (found) => {
      if (!fits(found)) return;
      target.removeEventListener(type, listener);
      resolve(found);
    };
    target.addEventListener(type, listener);
  });
  return within(event, type);
}
