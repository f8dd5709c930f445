/** A message of 64 bytes to the other process and back, one at a time. */
import { openPair } from '../lib/pair.mjs';

const row = (what) => ({ title: `round trip, ${what}`, unit: 'µs', better: 'less' });

export const rows = { roundTripP50: row('p50'), roundTripP99: row('p99') };

export const sizes = { quick: { count: 500 }, full: { count: 3000 } };

/** Two processes, and this one commands. */
export async function measureContestant(contestant, { count }) {
  const pair = await openPair(contestant);
  const ping = async (number) => {
    const times = pair.sender.hear('times');
    pair.sender.say('ping', number);
    return JSON.parse((await times)[0]).sort((a, b) => a - b);
  };
  await ping(count / 5);
  const times = await ping(count);
  await pair.close();
  const at = (fraction) => times[Math.floor(times.length * fraction)] * 1000;
  return { values: { roundTripP50: at(0.5), roundTripP99: at(0.99) }, failures: [] };
}
