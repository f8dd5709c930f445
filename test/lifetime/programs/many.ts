/** Opens argv[2] connections, argv[3] `media` with audio and video; prints the threads of one pair and of all as JSON. */
import { readdirSync } from 'node:fs';

import { connectCall } from '../../helpers/call.js';
import { connectPair, type ChannelPair } from '../../helpers/pair.js';

const connections = Number(process.argv[2] ?? '10');
const connect = process.argv[3] === 'media' ? connectCall : connectPair;

async function main(): Promise<void> {
  const pairs: ChannelPair[] = [await connect()];
  const one = readdirSync('/proc/self/task').length;
  while (pairs.length * 2 < connections) pairs.push(await connect());
  const all = readdirSync('/proc/self/task').length;
  for (const pair of pairs) pair.close();
  process.stdout.write(JSON.stringify({ one, all }));
}

void main();
