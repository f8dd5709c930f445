import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { freePorts } from './free-ports.js';
import { needs } from './network-tools.js';
import { within } from './wait.js';

const plugins = ['videoroom', 'echotest', 'recordplay'];

/** Where Debian's package has its parts. */
const library = `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/janus`;

/** A test that is killed takes it along. */
const tiedToUs = ['/usr/bin/setpriv', '--pdeathsig', 'KILL'];

/** A Janus of its own: a WebSocket on a free port of loopback, in a folder that goes with it. */
export class JanusServer {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #folder: string;

  private constructor(child: ChildProcess, folder: string, port: number) {
    this.#child = child;
    this.#folder = folder;
    this.url = `ws://127.0.0.1:${port}`;
  }

  static async start(): Promise<JanusServer> {
    const program = needs('janus', 'janus');
    const folder = mkdtempSync(join(tmpdir(), 'janus-'));
    const [port = 0] = await freePorts(1);
    prepare(folder, port);
    const command = [...tiedToUs, program, '-F', folder];
    const child = spawn(command[0]!, command.slice(1), { stdio: ['ignore', 'pipe', 'ignore'] });
    const server = new JanusServer(child, folder, port);
    try {
      await within(listening(child), 'Janus to listen');
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'close');
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      this.#child.kill('SIGKILL');
      await within(ended, 'end of Janus');
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** It loads whatever lies in its folders of plugins. */
function prepare(folder: string, port: number): void {
  const at = (name: string) => join(folder, name);
  for (const name of ['plugins', 'transports', 'recordings', 'none']) mkdirSync(at(name));
  for (const name of plugins) link(`plugins/libjanus_${name}.so`);
  link('transports/libjanus_websockets.so');
  const write = (name: string, lines: readonly string[]) =>
    writeFileSync(at(`janus${name}.jcfg`), ['general: {', ...lines, '}', ''].join('\n'));
  write('', [
    `plugins_folder = "${at('plugins')}"`,
    `transports_folder = "${at('transports')}"`,
    `events_folder = "${at('none')}"`,
    `loggers_folder = "${at('none')}"`,
    'debug_colors = false',
  ]);
  write('.transport.websockets', ['ws = true', `ws_port = ${port}`, 'ws_ip = "127.0.0.1"']);
  write('.plugin.recordplay', [`path = "${at('recordings')}"`]);
  for (const name of ['videoroom', 'echotest']) write(`.plugin.${name}`, []);

  function link(name: string): void {
    symlinkSync(needs(join(library, name), 'janus'), at(name));
  }
}

async function listening(child: ChildProcess): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let log = '';
    createInterface({ input: child.stdout! }).on('line', (line) => {
      log += `${line}\n`;
      if (line.includes('WebSockets transport plugin initialized')) resolve();
    });
    child.on('error', reject);
    child.on('close', () => reject(new Error(`Janus ended\n${log}`)));
  });
}
