/** Ends in the way of argv[2], with as many open, busy connections as argv[3]; argv[4] `media`. */
import { nonstandard } from '../../../lib/index.js';
import { connectCall } from '../../helpers/call.js';
import { connectPair, type ChannelPair } from '../../helpers/pair.js';

const [, , way = 'natural', count = '0', what = 'data'] = process.argv;
const connect = what === 'media' ? connectCall : connectPair;
const connections = Number(count) / 2;

async function main(): Promise<void> {
  const pairs: ChannelPair[] = [];
  for (let i = 0; i < connections; i += 1) pairs.push(await connect());
  for (const pair of pairs) keepBusy(pair);
  process.stdout.write('ready\n');
  switch (way) {
    case 'natural':
      for (const { offerer, answerer } of pairs) {
        nonstandard.unref(offerer);
        nonstandard.unref(answerer);
      }
      return;
    case 'close':
      for (const pair of pairs) pair.close();
      return;
    case 'exit':
      process.exit(7);
      break;
    case 'throw':
      setImmediate(() => {
        throw new Error('on purpose');
      });
      return;
    case 'signal':
      // Ends by the signal alone.
      setInterval(() => undefined, 1000);
      return;
    default:
      throw new Error(`Unknown way: ${way}`);
  }
}

/** Both sides echo, so that messages are always in flight. */
function keepBusy({ local, remote }: ChannelPair): void {
  const data = new Uint8Array(1000);
  for (const channel of [local, remote]) {
    channel.binaryType = 'arraybuffer';
    channel.addEventListener('message', () => {
      if (channel.readyState === 'open') channel.send(data);
    });
    for (let i = 0; i < 10; i += 1) channel.send(data);
  }
}

void main();
