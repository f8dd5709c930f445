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

type Take = (reading: Reading) => boolean;

/** Hertz that a tone may be off after a codec and a reading of 100 ms. */
const tolerance = 12;

/** What somebody sees or hears of a track. Feed it with {@link take}. */
export class Watch {
  /** Of the last legible frame. */
  counter: number | null = null;
  readonly #name: string;
  readonly #waiters = new Set<Take>();
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
    for (const waiter of [...this.#waiters]) {
      if (waiter(reading)) this.#waiters.delete(waiter);
    }
  }

  /**
   * Resolves when so many frames of a size came, each with a higher counter
   * than the one before; rejects when the counter falls.
   */
  async shows(frames: number, size?: FrameSize, limit?: number): Promise<void> {
    let [seen, last] = [0, -1];
    const wanted = size ? `${size.width}x${size.height}` : 'any size';
    await this.#until(`${frames} frames of ${wanted}`, limit, (reading) => {
      if (!('width' in reading) || reading.counter === null) return false;
      const { width, height, counter } = reading;
      if (counter < last) throw new Error(`${this.#name}: ${last} is followed by ${counter}`);
      const risen = counter > last;
      last = counter;
      if (risen && (!size || (size.width === width && size.height === height))) seen += 1;
      return seen >= frames;
    });
  }

  /** Resolves when so many readings one after the other heard this tone. */
  async hears(frequency: number, readings = 3, limit?: number): Promise<void> {
    let seen = 0;
    await this.#until(`a tone of ${frequency} Hz`, limit, (reading) => {
      if (!('level' in reading)) return false;
      const heard = reading.frequency ?? 0;
      seen = Math.abs(heard - frequency) <= tolerance && reading.level > 0.02 ? seen + 1 : 0;
      return seen >= readings;
    });
  }

  async #until(what: string, limit: number | undefined, isEnough: Take): Promise<void> {
    let waiter: Take | undefined;
    const enough = new Promise<void>((resolve, reject) => {
      waiter = (reading) => {
        try {
          if (!isEnough(reading)) return false;
          resolve();
        } catch (error) {
          reject(error);
        }
        return true;
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
