/** Uses the addon FILE in this thread and in Workers, and ends by itself. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Worker, isMainThread, workerData } from 'node:worker_threads';

const file = isMainThread ? process.argv[2] : workerData;

const configuration = {
  iceServers: [],
  iceTransportPolicy: 'all',
  bundlePolicy: 'balanced',
  rtcpMuxPolicy: 'require',
  iceCandidatePoolSize: 0,
  certificates: [],
  minPort: 0,
  maxPort: 0,
  tcpCandidates: true,
  allowInterfaces: [],
  denyInterfaces: [],
  loopback: null,
  linkLocal: false,
  ipv6: true,
};

/** Makes a connection's offer, and provokes an exception in C++. */
async function use() {
  const addon = createRequire(import.meta.url)(file);
  const settled = new Promise((resolve, reject) => {
    addon.start(
      () => {},
      (request, error, value) => (error ? reject(error) : resolve(value)),
      new Float64Array(8),
    );
  });
  addon.ref();
  const connection = addon.createPeerConnection(configuration);
  const init = { direction: 'recvonly', streamIds: [], sendEncodings: [] };
  for (const kind of ['audio', 'video']) connection.addTransceiver(kind, null, init);
  connection.createOffer(1, { iceRestart: false });
  const { type, sdp } = await settled;
  assert.equal(type, 'offer');
  assert.match(sdp, /^v=0\r\n/);
  assert.match(sdp, /opus/);
  assert.match(sdp, /VP8/);
  assert.throws(() => addon.certificateFromPEM('not a key', 'not a certificate'));
  connection.close();
  addon.unref();
}

if (isMainThread) {
  for (let round = 0; round < 2; round += 1) {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: file });
    const [code] = await once(worker, 'exit');
    assert.equal(code, 0);
  }
  await use();
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: file });
  assert.deepEqual(await once(worker, 'exit'), [0]);
} else {
  await use();
}
