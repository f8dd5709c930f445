import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { once } from 'node:events';

/** Where a side of the attacked connection listens, and its ICE credentials. */
export interface Side {
  readonly places: readonly { readonly address: string; readonly port: number }[];
  readonly ufrag: string;
  readonly password: string;
}

/** A socket for each version of IP. */
export class Attacker {
  readonly #sockets = new Map<'udp4' | 'udp6', Socket>();

  /** Packets that the system did not take: full buffers, sizes that do not fit. */
  refused = 0;
  /** Packets that came back. */
  answered = 0;

  static async open(): Promise<Attacker> {
    const attacker = new Attacker();
    for (const family of ['udp4', 'udp6'] as const) {
      const socket = createSocket(family);
      socket.on('error', () => undefined);
      socket.on('message', () => {
        attacker.answered += 1;
      });
      socket.bind(0);
      await once(socket, 'listening');
      attacker.#sockets.set(family, socket);
    }
    return attacker;
  }

  /** Resolves once the system has taken the packet, or refused it. */
  send(packet: Buffer, { address, port }: Side['places'][number]): Promise<void> {
    const socket = this.#sockets.get(address.includes(':') ? 'udp6' : 'udp4')!;
    return new Promise((resolve) => {
      socket.send(packet, port, address, (error) => {
        if (error) this.refused += 1;
        resolve();
      });
    });
  }

  close(): void {
    for (const socket of this.#sockets.values()) socket.close();
  }
}
