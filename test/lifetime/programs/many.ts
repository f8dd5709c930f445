/** Opens argv[2] connections; prints the threads of one pair and of all as JSON. */
import { readdirSync } from 'node:fs';

import { connectPair, type ChannelPair } from '../../helpers/pair.js';

const connections = Number(process.argv[2] ?? '10');

async function main(): Promise<void> {
  const pairs: ChannelPair[] = [await connectPair()];
  const one = readdirSync('/proc/self/task').length;
  while (pairs.length * 2 < connections) pairs.push(await connectPair());
  const all = readdirSync('/proc/self/task').length;
  for (const pair of pairs) pair.close();
  process.stdout.write(JSON.stringify({ one, all }));
}

void main();
