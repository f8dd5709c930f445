/** How many offers a second: one awaited after another, and many at once. */
import { cpuSeconds } from '../driver/process.mjs';

const marks = { '@roamhq/wrtc': 1.3, 'C++': 0.85 };
const row = (title) => ({ title: `createOffer ${title}`, unit: 'offers/s', better: 'more', marks });
const cpu = (title) => ({
  title: `processor time of an offer, ${title}`,
  unit: 'µs',
  better: 'less',
});

export const rows = {
  sequentialData: row('sequential, data only'),
  parallelData: row('parallel, data only'),
  cpuData: cpu('data only'),
  sequentialMedia: row('sequential, data + audio + video'),
  parallelMedia: row('parallel, data + audio + video'),
  cpuMedia: cpu('data + audio + video'),
};

/** Its createOffer returns an offer that was made before. */
export const skips = ['node-datachannel'];

export const sizes = { quick: { ms: 150 }, full: { ms: 500 } };

const connections = 10;
/** Offers of each connection that are asked for at once. */
const burst = 10;

/** `ms` per row. */
export async function measure({ RTCPeerConnection, offerMedia }, { ms }) {
  const offerData = (connection) => connection.createOffer();
  const result = {};
  for (const [kind, offer] of [
    ['Data', offerData],
    ['Media', offerMedia],
  ]) {
    if (!offer) continue;
    const all = Array.from({ length: connections }, () => {
      const connection = new RTCPeerConnection({ iceServers: [] });
      connection.createDataChannel('bench');
      return connection;
    });
    // The first one waits for the certificate.
    for (const connection of all) check((await offer(connection)).sdp, offer === offerMedia);
    result[`sequential${kind}`] = (await measureOffers(Number(ms), 1, () => offer(all[0]))).rate;
    const inBurst = () =>
      Promise.all(
        all.flatMap((connection) => Array.from({ length: burst }, () => offer(connection))),
      );
    const parallel = await measureOffers(Number(ms), connections * burst, inBurst);
    result[`parallel${kind}`] = parallel.rate;
    result[`cpu${kind}`] = parallel.cpu;
    for (const connection of all) connection.close();
  }
  return result;
}

/** An offer without its m-lines would be fast for nothing. */
function check(sdp, media) {
  const kinds = [...sdp.matchAll(/^m=(\w+)/gm)].map(([, kind]) => kind).sort();
  const expected = media ? 'application,audio,video' : 'application';
  if (kinds.join() !== expected)
    throw new Error(`the offer has ${kinds.join()}: ${expected} asked`);
}

/** Offers per second, and microseconds of processor time of one, after half as long unmeasured. */
async function measureOffers(ms, offers, work) {
  await repeat(ms / 2, offers, work);
  const cpuStart = cpuSeconds();
  const { count, elapsed } = await repeat(ms, offers, work);
  return { rate: (count / elapsed) * 1000, cpu: ((cpuSeconds() - cpuStart) / count) * 1e6 };
}

async function repeat(ms, offers, work) {
  const start = performance.now();
  let count = 0;
  let elapsed;
  do {
    await work();
    count += offers;
    elapsed = performance.now() - start;
  } while (elapsed < ms);
  return { count, elapsed };
}
