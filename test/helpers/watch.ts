import { within } from './wait.js';

/** One frame, as `nonstandard.readTestTrack` and the peers of the tests tell of it. */
export interface FrameReading {
  readonly width: number;
  readonly height: number;
  /** Of the test picture; `null` when there is none to read. */
  readonly counter: number | null;
}

/** A piece of audio. */
export interface SoundReading {
  /** RMS, 0 to 1. */
  readonly level: number;
  /** Hertz of the strongest tone; `null` in silence. */
  readonly frequency: number | null;
}

export type Reading = FrameReading | SoundReading;

export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** Is it enough now, or wrong? */
type Check = (reading: Reading) => boolean | Error;

/** Milliseconds: a busy machine decodes slowly. */
const deadline = 30_000;

/** Hertz that a tone may be off after a codec and a reading of 100 ms. */
const tolerance = 12;

/** What somebody sees or hears of a track. Feed it with {@link take}. */
export class Watch {
  /** Of the last legible frame. */
  counter: number | null = null;
  readonly #name: string;
  readonly #waiters = new Set<(reading: Reading) => void>();
  readonly #last: string[] = [];
  #readings = 0;

  constructor(name: string) {
    this.#name = name;
  }

  take(reading: Reading): void {
    this.#readings += 1;
    this.#last.push(JSON.stringify(reading));
    if (this.#last.length > 5) this.#last.shift();
    if ('counter' in reading && reading.counter !== null) this.counter = reading.counter;
    for (const waiter of [...this.#waiters]) waiter(reading);
  }

  /**
   * Resolves when so many frames of a size came, each with a higher counter
   * than the one before; rejects when the counter falls. A frame of another
   * size may be another track's.
   */
  async shows(frames: number, size?: FrameSize, limit = deadline): Promise<void> {
    let seen = 0;
    let last: (FrameSize & { counter: number }) | null = null;
    const wanted = size ? `${size.width}x${size.height}` : 'any size';
    await this.#until(`${frames} frames of ${wanted}`, limit, (reading) => {
      if (!('width' in reading) || reading.counter === null) return false;
      const { width, height, counter } = reading;
      const before = last && isOfSize(last, { width, height }) ? last.counter : -1;
      if (counter < before) return new Error(`${this.#name}: ${before}, then ${counter}`);
      if (counter > before && (!size || isOfSize(reading, size))) seen += 1;
      last = { width, height, counter };
      return seen >= frames;
    });
  }

  /** Resolves when so many readings one after the other heard this tone. */
  async hears(frequency: number, readings = 3, limit = deadline): Promise<void> {
    let seen = 0;
    await this.#until(`a tone of ${frequency} Hz`, limit, (reading) => {
      if (!('level' in reading)) return false;
      const heard = reading.frequency ?? 0;
      seen = Math.abs(heard - frequency) <= tolerance && reading.level > 0.02 ? seen + 1 : 0;
      return seen >= readings;
    });
  }

  async #until(what: string, limit: number, check: Check): Promise<void> {
    let waiter: ((reading: Reading) => void) | undefined;
    const enough = new Promise<void>((resolve, reject) => {
      waiter = (reading) => {
        const result = check(reading);
        if (result instanceof Error) reject(result);
        else if (result) resolve();
      };
      this.#waiters.add(waiter);
    });
    const before = this.#readings;
    try {
      await within(enough, `${this.#name}: ${what}`, limit);
    } catch (error) {
      const came = `${this.#readings - before} readings came, the last: ${this.#last.join(' ')}`;
      throw new Error(`${(error as Error).message}; ${came}`, { cause: error });
    } finally {
      this.#waiters.delete(waiter!);
    }
  }
}

function isOfSize({ width, height }: FrameSize, size: FrameSize): boolean {
  return width === size.width && height === size.height;
}
