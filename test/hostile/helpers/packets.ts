import { randomBytes } from 'node:crypto';

import { attributes, stun } from './stun.js';
import type { Attribute } from './stun.js';

/** Numbers that are random, and the same again for the same seed. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0 || 1;
  }

  /** 0 to bound - 1 (xorshift32). */
  below(bound: number): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x >>> 0;
    return this.#state % bound;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

/** The ICE credentials of the endpoint, as its signalling told the attacker. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

const methods = [0x0001, 0x0101, 0x0111, 0x0011, 0x0003, 0x0004, 0x0113, 0x3fff, 0x0000];
const lengths = [0, 1, 3, 4, 7, 8, 20, 64, 513, 900];

function attribute(random: Random): Attribute {
  const type = random.pick([...Object.values(attributes), random.below(65536)]);
  return [type, randomBytes(random.pick(lengths))];
}

function someAttributes(random: Random): Attribute[] {
  return Array.from({ length: random.below(6) }, () => attribute(random));
}

/** Lengths that lie, cut ends, flipped bytes. */
function damage(random: Random, packet: Buffer): Buffer {
  const bytes = Buffer.from(packet);
  switch (random.below(4)) {
    case 0:
      return bytes.subarray(0, random.below(bytes.length));
    case 1:
      if (bytes.length >= 4) bytes.writeUInt16BE(random.below(65536), 2);
      return bytes;
    case 2:
      for (let i = 0; i < 3; i += 1) bytes[random.below(bytes.length)] = random.below(256);
      return bytes;
    default:
      return Buffer.concat([bytes, randomBytes(random.below(100))]);
  }
}

function record(type: number, version: number, body: Buffer, length = body.length): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt8(type, 0);
  head.writeUInt16BE(version, 1);
  head.writeUInt16BE(length, 11);
  return Buffer.concat([head, body]);
}

/** A DTLS handshake fragment of any type, whose lengths need not fit (RFC 6347, section 4.2.2). */
function handshake(random: Random): Buffer {
  const body = randomBytes(random.below(300));
  const head = Buffer.alloc(12);
  head.writeUInt8(random.pick([0, 1, 2, 3, 11, 12, 13, 14, 16, 20, 255]), 0);
  head.writeUIntBE(random.pick([body.length, 0, 0xffffff, 1]), 1, 3);
  head.writeUInt16BE(random.below(4), 4);
  head.writeUIntBE(random.pick([0, 5, 0xffffff]), 6, 3);
  head.writeUIntBE(random.pick([body.length, 0, 0xffffff]), 9, 3);
  return Buffer.concat([head, body]);
}

/** What a stranger, or a peer before DTLS, can send: by the name of the protocol. */
export const kinds = {
  'STUN of any shape': (random: Random) => stun(random.pick(methods), someAttributes(random)),
  'damaged STUN': (random: Random, { username, password }: Credentials) =>
    damage(random, stun(1, [[attributes.username, Buffer.from(username)]], password)),
  'STUN with a wrong password': (random: Random, { username }: Credentials) =>
    stun(1, [[attributes.username, Buffer.from(username)], ...someAttributes(random)], 'wrong'),
  'odd STUN with the right password': (random: Random, { username, password }: Credentials) =>
    stun(
      random.pick(methods),
      [[attributes.username, Buffer.from(username)], ...someAttributes(random)],
      password,
    ),
  'STUN that changes roles': (random: Random, { username, password }: Credentials) => {
    const tie = randomBytes(8);
    const role = random.pick([attributes.controlled, attributes.controlling]);
    const all: Attribute[] = [
      [attributes.username, Buffer.from(username)],
      [attributes.priority, randomBytes(4)],
      [role, tie],
      [attributes.useCandidate, Buffer.alloc(0)],
    ];
    return stun(1, all, password);
  },
  'DTLS records': (random: Random) =>
    record(
      random.pick([20, 21, 22, 23, 24, 63]),
      random.pick([0xfeff, 0xfefd, 0xfefc, 0x0303, 0]),
      randomBytes(random.below(600)),
      random.pick([0, 1, 16384, 65535]),
    ),
  'DTLS handshakes': (random: Random) => record(22, 0xfefd, handshake(random)),
  'DTLS alerts': (random: Random) =>
    record(21, 0xfefd, Buffer.from([random.pick([1, 2]), random.pick([0, 10, 20, 40, 90])])),
  'RTP and RTCP': (random: Random) => {
    const packet = randomBytes(random.pick([1, 4, 8, 11, 12, 13, 28, 200, 1200]));
    packet[0] = 0x80 | random.below(64);
    if (packet.length > 1 && random.below(2)) packet[1] = 192 + random.below(32);
    return packet;
  },
  'random bytes': (random: Random) => randomBytes(random.pick([0, 1, 2, 100, 1200, 1500, 9000])),
} satisfies Record<string, (random: Random, credentials: Credentials) => Buffer>;
