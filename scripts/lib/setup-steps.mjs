import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';

import { at } from './paths.mjs';

export const logFile = at('.setup/setup.log');

/** Milliseconds between two lines of progress where lines can't be replaced. */
const progressInterval = 5_000;
/** A step that takes less, and says nothing, is not worth a line. */
const silentBelow = 1_000;

/** Prints each step in one line with its time; everything a step says goes to the log. */
export class Steps {
  #started = performance.now();
  #printed = 0;

  constructor() {
    mkdirSync(at('.setup'), { recursive: true });
    writeFileSync(logFile, `${new Date().toISOString()} Node ${process.version}\n`);
  }

  /**
   * @template T
   * @param {string} name
   * @param {(log: (line: string) => void) => Promise<T>} work gets the function that takes
   *   its output; lines like `[41/93] ...` are shown as progress
   * @returns {Promise<T>}
   */
  async run(name, work) {
    const progress = new Progress(name);
    const started = performance.now();
    appendFileSync(logFile, `== ${name}\n`);
    try {
      return await work((line) => {
        appendFileSync(logFile, `${line}\n`);
        progress.show(line);
      });
    } catch (error) {
      progress.end(`failed after ${seconds(started)}`);
      appendFileSync(logFile, `${error.stack}\n`);
      throw error;
    } finally {
      const took = performance.now() - started;
      if (!progress.ended && (took >= silentBelow || progress.shown)) {
        progress.end(seconds(started));
        this.#printed += 1;
      }
    }
  }

  /** Says how long it all took, when there was something to say. */
  done() {
    if (this.#printed) console.log(`set-up: ready in ${seconds(this.#started)}`);
  }
}

class Progress {
  ended = false;
  shown = false;
  #name;
  #last = performance.now();

  constructor(name) {
    this.#name = name;
  }

  show(line) {
    const counter = /^\[(\d+)\/(\d+)\]/.exec(line);
    if (!counter || counter[1] === '0') return;
    const isLast = counter[1] === counter[2];
    if (process.stdout.isTTY) {
      const text = `set-up: ${this.#name} ${line}`.slice(0, (process.stdout.columns || 80) - 1);
      process.stdout.write(`\r\x1b[2K${text}`);
    } else if (isLast || performance.now() - this.#last >= progressInterval) {
      this.#last = performance.now();
      console.log(`set-up: ${this.#name} ${line.slice(0, 100)}`);
    }
    this.shown = true;
  }

  end(result) {
    const clear = process.stdout.isTTY && this.shown ? '\r\x1b[2K' : '';
    console.log(`${clear}set-up: ${this.#name} ... ${result}`);
    this.ended = true;
  }
}

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
