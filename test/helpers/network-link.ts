import { join } from 'node:path';

import { PeerProcess } from './peer-process.js';
import { bringUp } from './network-lab.js';
import type { Host } from './network-lab.js';

export interface LinkSettings {
  /** Share of the packets that get lost, 0 to 1. */
  readonly loss?: number;
  /** Milliseconds each way. */
  readonly delay?: number;
  /** Share of the packets that overtake those that wait for their delay. */
  readonly reorder?: number;
  /** Bits per second each way; 0: no limit. */
  readonly rate?: number;
}

const program = join(__dirname, '../../../test/network/programs/link.py');

/** A wire between two hosts as bad as wanted: the interface `eth0` in each. */
export class NetworkLink {
  readonly #process: PeerProcess;

  private constructor(process: PeerProcess) {
    this.#process = process;
  }

  static async between(
    [first, firstAddress]: readonly [Host, string],
    [second, secondAddress]: readonly [Host, string],
  ): Promise<NetworkLink> {
    const command = ['/usr/bin/python3', program, 'eth0', first.namespace, second.namespace];
    const link = new NetworkLink(new PeerProcess(command));
    await link.#process.next('ready');
    bringUp(first, 'eth0', firstAddress);
    bringUp(second, 'eth0', secondAddress);
    return link;
  }

  /** What is not named stays as it is. */
  async set(settings: LinkSettings): Promise<void> {
    this.#process.send(settings);
    await this.#process.next('set');
  }

  stop(): Promise<void> {
    return this.#process.stop();
  }
}
