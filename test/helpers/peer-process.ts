import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { within } from './wait.js';

/** A line of JSON that a peer program prints. */
export interface PeerLine {
  readonly type: string;
  readonly [member: string]: unknown;
}

interface Waiter {
  readonly type: string;
  readonly resolve: (line: PeerLine) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A program that speaks JSON, one value a line, on its standard input and
 * output. What it prints is kept until somebody takes it, so no line is lost
 * between two waits.
 */
export class PeerProcess {
  readonly #child: ChildProcess;
  readonly #name: string;
  readonly #kept: PeerLine[] = [];
  readonly #waiters = new Set<Waiter>();
  readonly #handlers = new Map<string, (line: PeerLine) => void>();
  readonly #exit: Promise<unknown>;
  #stderr = '';
  #ended: string | null = null;

  constructor(command: readonly string[], env: NodeJS.ProcessEnv = {}) {
    const [program = '', ...args] = command;
    this.#name = command.map((word) => word.replace(/^.*\//, '')).join(' ');
    this.#child = spawn(program, args, {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    this.#exit = once(this.#child, 'close').then(
      ([code, signal]) => this.#end(`ended with ${String(code ?? signal)}`),
      (error: unknown) => this.#end(String(error)),
    );
    this.#child.stdin!.on('error', () => undefined);
    this.#child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-8_000);
    });
    createInterface({ input: this.#child.stdout! }).on('line', (text) => this.#take(text));
  }

  /** What it wrote to its standard error, the last 8,000 characters. */
  get stderr(): string {
    return this.#stderr;
  }

  /** Handles every line of this type from now on; such lines are not kept. */
  handle(type: string, handler: (line: PeerLine) => void): void {
    this.#handlers.set(type, handler);
  }

  send(message: object): void {
    this.#child.stdin!.write(`${JSON.stringify(message)}\n`);
  }

  /** The next line of this type, one that is kept or one to come. */
  next(type: string, limit?: number): Promise<PeerLine> {
    const index = this.#kept.findIndex((line) => line.type === type);
    if (index >= 0) return Promise.resolve(this.#kept.splice(index, 1)[0]!);
    if (this.#ended !== null) return Promise.reject(this.#failure(this.#ended));
    let waiter: Waiter | undefined;
    const line = new Promise<PeerLine>((resolve, reject) => {
      waiter = { type, resolve, reject };
      this.#waiters.add(waiter);
    });
    return within(line, `${this.#name}: ${type}`, limit).finally(() => {
      this.#waiters.delete(waiter!);
    });
  }

  /** Waits for its own end. */
  async ended(): Promise<number | null> {
    await within(this.#exit, `end of ${this.#name}`);
    return this.#child.exitCode;
  }

  /** Ends it, whatever it does. */
  async stop(): Promise<void> {
    this.#child.kill('SIGKILL');
    await within(this.#exit, `end of ${this.#name}`);
  }

  #take(text: string): void {
    let line: PeerLine;
    try {
      line = JSON.parse(text) as PeerLine;
    } catch {
      this.#stderr += `${text}\n`;
      return;
    }
    if (line.type === 'failure') this.#fail(String(line['message']));
    const handler = this.#handlers.get(line.type);
    if (handler) {
      handler(line);
      return;
    }
    const waiter = [...this.#waiters].find(({ type }) => type === line.type);
    if (!waiter) {
      this.#kept.push(line);
      return;
    }
    this.#waiters.delete(waiter);
    waiter.resolve(line);
  }

  #end(reason: string): void {
    this.#ended = reason;
    this.#fail(reason);
  }

  #fail(reason: string): void {
    for (const { reject } of this.#waiters) reject(this.#failure(reason));
    this.#waiters.clear();
  }

  #failure(reason: string): Error {
    return new Error(`${this.#name} ${reason}\n${this.#stderr}`);
  }
}
