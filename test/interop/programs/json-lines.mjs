/** JSON, one value a line, on standard input and output. */
import { createInterface } from 'node:readline';

/** @param {string} type @param {object} [members] */
export function say(type, members = {}) {
  process.stdout.write(`${JSON.stringify({ type, ...members })}\n`);
}

/** @param {Record<string, (message: any) => unknown>} handlers by type, one after the other */
export async function listen(handlers) {
  for await (const line of createInterface({ input: process.stdin })) {
    const message = JSON.parse(line);
    await handlers[message.type]?.(message);
  }
}
