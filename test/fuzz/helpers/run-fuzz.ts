import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface FuzzOptions {
  readonly target: string;
  readonly seed: number;
  readonly cases: number;
  /** Of one case: its number, and fast-check's way of shrinking after it. */
  readonly path?: string;
  /** Prints the cases as they run. */
  readonly show?: boolean;
  readonly nodeArgs?: readonly string[];
  /** Milliseconds without a new case after which the process counts as hung. */
  readonly silence?: number;
}

export const script = join(__dirname, '..', 'children', 'fuzz.js');

let journals = 0;

/**
 * Runs the cases of one seed in a process of their own: a crash or a hang ends
 * that process and is reported with the case that ran.
 *
 * @returns what failed, with the command that repeats it; null when nothing did
 */
export async function runFuzz(options: FuzzOptions): Promise<string | null> {
  journals += 1;
  const journal = join(tmpdir(), `fuzz-${process.pid}-${journals}`);
  try {
    return await watch(options, journal);
  } finally {
    rmSync(journal, { force: true });
  }
}

async function watch(options: FuzzOptions, journal: string): Promise<string | null> {
  const { target, seed, cases, path, show = false, nodeArgs = [], silence = 60_000 } = options;
  const args = [target, String(seed), String(cases), journal, path ?? '', show ? 'show' : ''];
  const child = spawn(process.execPath, [...nodeArgs, script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const take = (text: string) => {
    output = (output + text).slice(-20_000);
    if (show) process.stdout.write(text);
  };
  child.stdout.setEncoding('utf8').on('data', take);
  child.stderr.setEncoding('utf8').on('data', take);

  const ended = { hung: false };
  let last = '';
  let lastChange = Date.now();
  const timer = setInterval(() => {
    const now = lastCase(journal);
    if (now !== last) lastChange = Date.now();
    last = now;
    if (Date.now() - lastChange < silence) return;
    ended.hung = true;
    child.kill('SIGKILL');
  }, 1000);
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => {
    child.on('close', (...exit) => {
      resolve(exit);
    });
  });
  clearInterval(timer);
  if (code === 0) return null;
  const how = ended.hung
    ? `hung: no new case within ${String(silence)} ms`
    : signal === null
      ? `exit code ${String(code)}`
      : `ended by ${signal}`;
  return [
    `fuzz target ${target}, seed ${String(seed)}, case ${lastCase(journal)}: ${how}`,
    output.trimEnd(),
    'the case alone:',
    `  npm run fuzz -- --target ${target} --seed ${String(seed)} --path ${lastCase(journal)} --show`,
    'all up to it:',
    `  npm run fuzz -- --target ${target} --seed ${String(seed)} --cases ${String(cases)}`,
  ].join('\n');
}

function lastCase(journal: string): string {
  try {
    return readFileSync(journal, 'utf8').trim();
  } catch {
    return '0';
  }
}
