import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';

import { formatLine, onLines, parseLine } from '../driver/lines.mjs';

/** Milliseconds that one process may take. */
const limit = 60_000;

/** A process of a contestant; emits the words that it says, with their arguments. */
export class Child extends EventEmitter {
  /** Rejects when the process fails or takes too long; never resolves. */
  failed;
  #process;
  #exited;
  #ended = false;

  /**
   * @param {{command: [string, string[]], environment?: object}} contestant
   * @param {string} figure
   * @param {Record<string, string | number>} options
   */
  constructor({ command: [program, args], environment }, figure, options) {
    super();
    const pairs = Object.entries(options).map(([name, value]) => `${name}=${value}`);
    this.#process = spawn(program, [...args, figure, ...pairs], {
      env: { ...process.env, ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const noise = [];
    onLines(this.#process.stdout, (line) => {
      if (!line.startsWith('@')) return void noise.push(line);
      const { word, args: words } = parseLine(line.slice(1));
      this.emit(word, ...words);
    });
    onLines(this.#process.stderr, (line) => noise.push(line));
    // A process that ended says so by its exit code.
    this.#process.stdin.on('error', () => {});
    const timer = setTimeout(() => {
      noise.push(`no end after ${limit / 1000} s`);
      this.#process.kill('SIGKILL');
    }, limit);
    this.#exited = once(this.#process, 'close');
    this.failed = this.#exited.then(([code, signal]) => {
      clearTimeout(timer);
      if (this.#ended || code === 0) return new Promise(() => {});
      throw new Error(`${signal ?? `exit code ${code}`}: ${reasonIn(noise)}`);
    });
    this.failed.catch(() => {});
  }

  get pid() {
    return this.#process.pid;
  }

  /** @param {string} word @param {...(string | number)} args */
  say(word, ...args) {
    this.#process.stdin.write(formatLine(word, ...args));
  }

  /** @param {string} word @returns {Promise<string[]>} its arguments when it is said next */
  hear(word) {
    return once(this, word);
  }

  /** Nothing is asked of it any more. */
  async end() {
    this.#ended = true;
    this.#process.kill('SIGKILL');
    await this.#exited;
  }
}

/** The line that says what went wrong, else the last one. */
function reasonIn(lines) {
  const said = lines.filter((line) => line.trim() !== '' && !line.startsWith('Node.js v'));
  return (
    said.findLast((line) => /^\w*Error\b|^no end after/.test(line)) ?? said.at(-1) ?? 'no word'
  );
}

/** @returns {Promise<Record<string, number>>} what a process found */
export async function measureInChild(contestant, figure, options) {
  const child = new Child(contestant, figure, options);
  const [result] = await Promise.race([child.hear('result'), child.failed]);
  await child.end();
  return JSON.parse(result);
}
