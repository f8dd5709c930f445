import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProgramOptions {
  readonly args?: readonly string[];
  readonly nodeArgs?: readonly string[];
  /** Milliseconds until the program counts as hung and is killed. */
  readonly deadline?: number;
  /** A signal to send when the program has printed `ready`. */
  readonly signalWhenReady?: NodeJS.Signals;
}

/** Runs test/lifetime/programs/NAME in a process of its own, to its end. */
export async function runProgram(name: string, options: ProgramOptions = {}): Promise<Exit> {
  const script = join(__dirname, '..', 'lifetime', 'programs', `${name}.js`);
  const child = spawn(
    process.execPath,
    [...(options.nodeArgs ?? []), script, ...(options.args ?? [])],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let stdout = '';
  let stderr = '';
  let signalled = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    if (options.signalWhenReady && !signalled && stdout.includes('ready')) {
      signalled = true;
      child.kill(options.signalWhenReady);
    }
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const deadline = options.deadline ?? 60_000;
  const watch = { expired: false };
  const timer = setTimeout(() => {
    watch.expired = true;
    child.kill('SIGKILL');
  }, deadline);
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
    child.on('close', (exitCode, exitSignal) => {
      resolve([exitCode, exitSignal]);
    });
  });
  clearTimeout(timer);
  if (watch.expired) {
    throw new Error(`${name} did not end within ${String(deadline)} ms\n${stdout}\n${stderr}`);
  }
  return { code, signal, stdout, stderr };
}
