/** Workers with connections of their own: ended by themselves, and terminated. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';

import { connected } from './connected.mjs';

const { a, b } = await connected();

if (isMainThread) {
  for (const way of ['close', 'terminate', 'close']) {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: way });
    const exit = once(worker, 'exit');
    assert.deepEqual(await once(worker, 'message'), ['connected']);
    if (way === 'terminate') await worker.terminate();
    const [code] = await exit;
    assert.equal(code, way === 'terminate' ? 1 : 0);
  }
  a.close();
  b.close();
  console.log('ok');
} else {
  parentPort.postMessage('connected');
  if (workerData === 'close') {
    a.close();
    b.close();
  }
}
