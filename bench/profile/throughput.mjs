import { contestants } from '../contestants.mjs';
import { openPair } from '../lib/pair.mjs';
import { record } from './record.mjs';

/** One process sends messages of `bytes` to another; both are recorded. */
export async function profileThroughput(name, bytes, { file, seconds }) {
  const pair = await openPair(contestants[name]);
  pair.sender.say('send', bytes);
  await pair.pause(1000);
  const before = await pair.mark();
  await record(file, ['-p', `${pair.sender.pid},${pair.receiver.pid}`, '--', 'sleep', seconds]);
  const after = await pair.mark();
  await pair.close();
  const gigabytes = (after.receiver.bytes - before.receiver.bytes) / 1e9;
  const cpu = (side) => after[side].cpu - before[side].cpu;
  return {
    what: `messages of ${bytes} bytes`,
    cost: (cpu('sender') + cpu('receiver')) / gigabytes,
    unit: 's/GB',
  };
}
