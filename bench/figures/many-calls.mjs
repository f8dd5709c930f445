/**
 * What many connections with audio and video cost in one process, of which as
 * many send as the machine bears; on the others both tracks have nothing to send.
 */
import { cpus } from 'node:os';

import { call } from '../driver/call-form.mjs';
import { connectCall, observeCalls } from '../driver/call.mjs';
import { measureInChild } from '../lib/child.mjs';

const counts = [50, 100, 200];
const sendingPerCore = 10;
const sending = (count) => Math.min(count, sendingPerCore * cpus().length);
const marks = { '@roamhq/wrtc': 1.5 };

export const rows = Object.fromEntries(
  counts.map((count) => [
    `cores ${count}`,
    {
      title: `processor time of ${count} connections, ${sending(count)} of which send`,
      unit: 'cores',
      better: 'less',
      marks,
    },
  ]),
);

/** They have no sources of media, or no encoders. */
export const skips = ['node-datachannel', 'werift', 'C++', 'C++ engine'];

export const sizes = {
  quick: { only: [50], seconds: 3 },
  full: { only: counts, seconds: 8 },
};

/** Milliseconds until bit rates have risen to where they stay. */
const settle = 3000;
/** Of the frames, that must have been sent. */
const share = 0.9;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A process for each number. One that fails is told of and leaves the others. */
export async function measureContestant(contestant, { only, seconds }) {
  const values = {};
  const failures = [];
  for (const count of only) {
    const options = { count, sending: sending(count), seconds };
    try {
      const { cores } = await measureInChild(contestant, 'many-calls', options);
      values[`cores ${count}`] = cores;
    } catch (error) {
      failures.push(`${count}: ${error.message}`);
    }
  }
  return { values, failures };
}

export async function measure(library, { count, sending: fed, seconds }) {
  const open = [];
  for (let sides = 0; sides < Number(count); sides += 2) {
    open.push(await connectCall(library, { fed: sides < Number(fed) }));
  }
  await pause(settle);
  const sides = open.flatMap((each) => each.sides);
  const { cores, frameRate } = await observeCalls(sides, Number(seconds));
  const rate = frameRate / Number(fed);
  if (rate < share * call.frameRate) {
    throw new Error(`${rate.toFixed(1)} of ${call.frameRate} frames a second were sent`);
  }
  for (const each of open) each.close();
  return { cores };
}
