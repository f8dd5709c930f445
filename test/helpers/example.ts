import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { within } from './wait.js';

const folder = join(__dirname, '../../../examples');

/** A program of examples/, by its lines. */
export class Example {
  readonly #child: ChildProcess;
  readonly #lines: string[] = [];
  readonly #said = new EventTarget();

  private constructor(file: string, args: readonly string[]) {
    this.#child = spawn(process.execPath, [join(folder, file), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    createInterface({ input: this.#child.stdout! }).on('line', (line) => {
      this.#lines.push(line);
      this.#said.dispatchEvent(new Event('line'));
    });
  }

  static start(file: string, args: readonly string[] = []): Example {
    return new Example(file, args);
  }

  /** The first line that matches, said before or to come. */
  async line(pattern: RegExp): Promise<RegExpExecArray> {
    for (let next = 0; ;) {
      for (; next < this.#lines.length; next += 1) {
        const match = pattern.exec(this.#lines[next]!);
        if (match) return match;
      }
      await within(once(this.#said, 'line'), `a line like ${pattern}`, 30_000);
    }
  }

  async address(): Promise<string> {
    const [, address] = await this.line(/Open in a browser: (\S+)/);
    return address!;
  }

  async stop(): Promise<void> {
    const closed = once(this.#child, 'close');
    this.#child.kill();
    await within(closed, 'the end of the example');
  }
}
