/**
 * How long JavaScript waits inside native calls while many connections
 * negotiate, by call site. Prints JSON; microseconds. Run `npm run build`
 * first, then `node bench/waits.mjs [connections]`.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { RTCPeerConnection } = require('../dist/index.js');
const { addon } = require('../dist/native.js');

const connections = Number(process.argv[2] ?? 100);

async function connect() {
  const offerer = new RTCPeerConnection();
  const answerer = new RTCPeerConnection();
  offerer.onicecandidate = ({ candidate }) => void answerer.addIceCandidate(candidate);
  answerer.onicecandidate = ({ candidate }) => void offerer.addIceCandidate(candidate);
  const channel = offerer.createDataChannel('bench');
  const opened = new Promise((resolve) => (channel.onopen = resolve));
  await offerer.setLocalDescription();
  await answerer.setRemoteDescription(offerer.localDescription);
  await answerer.setLocalDescription();
  await offerer.setRemoteDescription(answerer.localDescription);
  await opened;
  return [offerer, answerer];
}

function percentile(sorted, fraction) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * fraction))];
}

// The engine's start is no wait of a negotiation.
for (const connection of await connect()) connection.close();
addon.takeWaits();

const start = performance.now();
const pairs = await Promise.all(Array.from({ length: connections / 2 }, connect));
const elapsed = performance.now() - start;

const sites = {};
for (const [site, { count, max, samples }] of Object.entries(addon.takeWaits())) {
  const sorted = [...samples].sort((a, b) => a - b);
  sites[site] = {
    count,
    p50: percentile(sorted, 0.5) / 1000,
    p99: percentile(sorted, 0.99) / 1000,
    max: max / 1000,
  };
}
console.log(JSON.stringify({ connections, elapsedMs: elapsed, waitsMicroseconds: sites }, null, 2));
for (const connection of pairs.flat()) connection.close();
