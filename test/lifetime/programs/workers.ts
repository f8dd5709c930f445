/** Workers with connections of their own: argv[2] in a row, argv[3] at once. */
import { once } from 'node:events';
import { Worker, isMainThread, parentPort } from 'node:worker_threads';

import { connectPair } from '../../helpers/pair.js';

const [, , inARow = '1', atOnce = '1', mainToo = ''] = process.argv;

async function main(): Promise<void> {
  const own = mainToo === 'main' ? await connectPair() : null;
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
  const { local, remote } = await connectPair();
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
