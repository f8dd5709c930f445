import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

import { needs } from './network-tools.js';

/** Words before the name of every namespace; the number of the process that made it follows. */
const mark = 'nlw';
let labs = 0;

/** A machine of its own on a network of the test: a network namespace. */
export interface Host {
  readonly namespace: string;
  /** The words that run a command in it. */
  readonly prefix: readonly string[];
  /** Runs `ip` in it. */
  ip(...words: string[]): void;
}

/** Does a packet's outside port depend on where it goes? */
export type NatKind = 'port-preserving' | 'symmetric';

/** Network namespaces for one test, with nothing in them that leads out. */
export class NetworkLab {
  readonly #ip = needs('ip', 'iproute2');
  readonly #name = `${mark}-${process.pid}-${(labs += 1)}`;
  readonly #namespaces: string[] = [];

  constructor() {
    if (process.getuid?.() !== 0) {
      throw new Error('network namespaces need root: run these tests as root');
    }
    removeLeftovers(this.#ip);
  }

  host(name: string): Host {
    const namespace = `${this.#name}-${name}`;
    run(this.#ip, ['netns', 'add', namespace]);
    this.#namespaces.push(namespace);
    const host = {
      namespace,
      prefix: [this.#ip, 'netns', 'exec', namespace],
      ip: (...words: string[]) => run(this.#ip, ['-n', namespace, ...words]),
    };
    host.ip('link', 'set', 'lo', 'up');
    return host;
  }

  /**
   * Joins two hosts by a wire: a network interface in each, with its address
   * and prefix length. Both carry packets when it resolves: the kernel notices
   * a wire's other end late, up to a second.
   */
  async wire(
    [first, firstInterface, firstAddress]: readonly [Host, string, string],
    [second, secondInterface, secondAddress]: readonly [Host, string, string],
  ): Promise<void> {
    run(this.#ip, [
      ...['link', 'add', 'name', firstInterface, 'netns', first.namespace, 'type', 'veth'],
      ...['peer', 'name', secondInterface, 'netns', second.namespace],
    ]);
    bringUp(first, firstInterface, firstAddress);
    bringUp(second, secondInterface, secondAddress);
    const deadline = performance.now() + 10_000;
    while (!this.#isUp(first, firstInterface) || !this.#isUp(second, secondInterface)) {
      if (performance.now() > deadline) throw new Error(`${this.#name}: a wire stays down`);
      await delay(20);
    }
  }

  #isUp({ namespace }: Host, name: string): boolean {
    const link = read(this.#ip, ['-n', namespace, '-json', 'link', 'show', 'dev', name]);
    return (JSON.parse(link) as { operstate: string }[])[0]?.operstate === 'UP';
  }

  /** Makes a host forward packets. */
  forward(host: Host): void {
    runIn(host, ['sh', '-c', 'echo 1 > /proc/sys/net/ipv4/ip_forward']);
  }

  /** Makes a host forward packets and hide those behind `inside` behind its address `outside`. */
  nat(host: Host, outside: string, kind: NatKind): void {
    this.forward(host);
    const how = kind === 'symmetric' ? 'masquerade fully-random' : 'masquerade';
    runIn(
      host,
      [needs('nft', 'nftables'), '-f', '-'],
      `table ip nat {
        chain out { type nat hook postrouting priority 100; oifname "${outside}" ${how}; }
        chain in {
          type filter hook input priority 0;
          iifname "${outside}" ct state new drop
        }
      }`,
    );
  }

  /** Removes everything; what still runs in it has lost its network. */
  remove(): void {
    for (const namespace of this.#namespaces.splice(0)) run(this.#ip, ['netns', 'del', namespace]);
  }
}

/** `nodad`: IPv6 addresses can be used at once. */
export function bringUp(host: Host, name: string, address: string): void {
  const words = address.includes(':') ? ['nodad'] : [];
  host.ip('address', 'add', address, 'dev', name, ...words);
  host.ip('link', 'set', name, 'up');
}

/** A test that was killed left its namespaces. */
function removeLeftovers(ip: string): void {
  const list = read(ip, ['netns', 'list']);
  for (const [namespace, pid] of list.matchAll(new RegExp(`^${mark}-(\\d+)-\\S+`, 'gm'))) {
    if (existsSync(`/proc/${pid!}`)) continue;
    try {
      run(ip, ['netns', 'del', namespace]);
    } catch {
      // Another test was first.
    }
  }
}

function read(program: string, args: readonly string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', timeout: 10_000, stdio: 'pipe' });
}

function runIn(host: Host, command: readonly string[], input = ''): void {
  run(host.prefix[0]!, [...host.prefix.slice(1), ...command], input);
}

function run(program: string, args: readonly string[], input = ''): void {
  execFileSync(program, args, { input, stdio: ['pipe', 'ignore', 'pipe'], timeout: 10_000 });
}
