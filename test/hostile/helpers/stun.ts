import { createHmac, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const cookie = 0x2112a442;

/** The attributes that ICE gives a meaning, and some that it does not. */
export const attributes = {
  mappedAddress: 0x0001,
  username: 0x0006,
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  unknownAttributes: 0x000a,
  xorMappedAddress: 0x0020,
  priority: 0x0024,
  useCandidate: 0x0025,
  software: 0x8022,
  fingerprint: 0x8028,
  controlled: 0x8029,
  controlling: 0x802a,
  nomination: 0xc001,
  googNetworkInfo: 0xc057,
} as const;

export type Attribute = readonly [type: number, value: Buffer];

function encode([type, value]: Attribute): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt16BE(type, 0);
  header.writeUInt16BE(value.length, 2);
  return Buffer.concat([header, value, Buffer.alloc(-value.length & 3)]);
}

function header(type: number, length: number, transaction: Buffer): Buffer {
  const bytes = Buffer.alloc(20);
  bytes.writeUInt16BE(type, 0);
  bytes.writeUInt16BE(length, 2);
  bytes.writeUInt32BE(cookie, 4);
  transaction.copy(bytes, 8);
  return bytes;
}

/**
 * A STUN message; with a password it has a right MESSAGE-INTEGRITY and FINGERPRINT.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8489#section-5
 */
export function stun(type: number, list: readonly Attribute[], password?: string): Buffer {
  const transaction = randomBytes(12);
  let body = Buffer.concat(list.map(encode));
  if (password !== undefined) {
    const signed = Buffer.concat([header(type, body.length + 24, transaction), body]);
    const mac = createHmac('sha1', password).update(signed).digest();
    body = Buffer.concat([body, encode([attributes.messageIntegrity, mac])]);
    const checked = Buffer.concat([header(type, body.length + 8, transaction), body]);
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE((crc32(checked) ^ 0x5354554e) >>> 0);
    body = Buffer.concat([body, encode([attributes.fingerprint, crc])]);
  }
  return Buffer.concat([header(type, body.length, transaction), body]);
}
