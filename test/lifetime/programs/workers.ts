/**
 * Workers with connections of their own: argv[2] in a row, argv[3] at once;
 * argv[4] `main`: the main thread too; argv[5] `media`: with audio and video.
 */
import { once } from 'node:events';
import { Worker, isMainThread, parentPort } from 'node:worker_threads';

import { connectCall } from '../../helpers/call.js';
import { connectPair } from '../../helpers/pair.js';

const [, , inARow = '1', atOnce = '1', mainToo = '', what = 'data'] = process.argv;
const connect = what === 'media' ? connectCall : connectPair;

async function main(): Promise<void> {
  const own = mainToo === 'main' ? await connect() : null;
  for (let i = 0; i < Number(inARow); i += 1) {
    const workers = Array.from({ length: Number(atOnce) }, () => new Worker(__filename));
    await Promise.all(
      workers.map(async (worker) => {
        const [message] = (await once(worker, 'message')) as [string];
        if (message !== 'connected') throw new Error(message);
      }),
    );
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  if (own) {
    own.local.send('still here');
    await once(own.remote as unknown as EventTarget, 'message');
    own.close();
  }
  process.stdout.write('done\n');
}

async function worker(): Promise<void> {
  const { local, remote } = await connect();
  // In flight while the thread is terminated.
  for (const channel of [local, remote]) {
    channel.addEventListener('message', () => {
      channel.send(new Uint8Array(1000));
    });
    channel.send('start');
  }
  parentPort?.postMessage('connected');
}

void (isMainThread ? main() : worker());
