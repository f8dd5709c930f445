import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import type { RTCIceServer } from '../../lib/index.js';
import { freePorts } from './free-ports.js';
import { needs } from './network-tools.js';
import { within } from './wait.js';

const user = { username: 'someone', credential: 'a secret' };

/** A test that is killed takes it along. */
const tiedToUs = ['/usr/bin/setpriv', '--pdeathsig', 'KILL'];

export interface CoturnOptions {
  /** Where it listens and relays; the default is 127.0.0.1, whose certificate says `localhost`. */
  readonly address?: string;
  /** The words that run a command in a network of its own. */
  readonly prefix?: readonly string[];
}

/** A coturn of its own: free ports, a user, a certificate, in a folder that goes with it. */
export class Coturn {
  /** PEM, for `NODE_EXTRA_CA_CERTS`. */
  readonly certificateFile: string;
  readonly #child: ChildProcess;
  readonly #folder: string;
  readonly #address: string;
  readonly #port: number;
  readonly #tlsPort: number;

  private constructor(
    child: ChildProcess,
    folder: string,
    address: string,
    ports: readonly [number, number],
  ) {
    this.#child = child;
    this.#folder = folder;
    this.#address = address;
    [this.#port, this.#tlsPort] = ports;
    this.certificateFile = join(folder, 'certificate.pem');
  }

  static async start({ address = '127.0.0.1', prefix = [] }: CoturnOptions = {}): Promise<Coturn> {
    const program = needs('turnserver', 'coturn');
    const folder = mkdtempSync(join(tmpdir(), 'coturn-'));
    const [port = 0, tlsPort = 0] = await freePorts(2);
    const ports = [port, tlsPort] as const;
    makeCertificate(folder);
    writeFileSync(join(folder, 'turn.conf'), configuration(folder, address, ports));
    const command = [...prefix, ...tiedToUs, program, '-c', join(folder, 'turn.conf')];
    const child = spawn(command[0]!, command.slice(1), { stdio: ['ignore', 'pipe', 'ignore'] });
    const coturn = new Coturn(child, folder, address, ports);
    try {
      await within(listening(child), 'coturn to listen');
    } catch (error) {
      await coturn.stop();
      throw error;
    }
    return coturn;
  }

  get stunServer(): RTCIceServer {
    return { urls: `stun:${this.#address}:${this.#port}` };
  }

  turnUrl(way: 'udp' | 'tcp' | 'tls'): string {
    return way === 'tls'
      ? `turns:localhost:${this.#tlsPort}?transport=tcp`
      : `turn:${this.#address}:${this.#port}?transport=${way}`;
  }

  turnServer(way: 'udp' | 'tcp' | 'tls'): RTCIceServer {
    return { urls: this.turnUrl(way), ...user };
  }

  /** Kills it, with no goodbye to its clients. */
  async stop(): Promise<void> {
    const ended = once(this.#child, 'close');
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      this.#child.kill('SIGKILL');
      await within(ended, 'end of coturn');
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function configuration(
  folder: string,
  address: string,
  [port, tlsPort]: readonly number[],
): string {
  return [
    `listening-ip=${address}`,
    `relay-ip=${address}`,
    `listening-port=${port}`,
    `tls-listening-port=${tlsPort}`,
    `cert=${folder}/certificate.pem`,
    `pkey=${folder}/key.pem`,
    `userdb=${folder}/users.db`,
    `pidfile=${folder}/pid`,
    'lt-cred-mech',
    `user=${user.username}:${user.credential}`,
    'realm=test',
    'no-cli',
    'no-dtls',
    'allow-loopback-peers',
    'relay-threads=1',
    'log-file=stdout',
    'verbose',
  ].join('\n');
}

function makeCertificate(folder: string): void {
  execFileSync(
    needs('openssl', 'openssl'),
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
      ...['-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'],
      ...['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem')],
    ],
    { stdio: 'ignore', timeout: 10_000 },
  );
}

/** Its log tells the number of its servers after their listeners are open. */
async function listening(child: ChildProcess): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let log = '';
    createInterface({ input: child.stdout! }).on('line', (line) => {
      log += `${line}\n`;
      if (line.includes('Total General servers')) resolve();
    });
    child.on('error', reject);
    child.on('close', () => reject(new Error(`coturn ended\n${log}`)));
  });
}
