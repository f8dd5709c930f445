/** Audio and video over a link that loses packets, and one whose rate falls and rises. */
import test from 'ava';
import type { ExecutionContext } from 'ava';

import type { TestVideoOptions } from '../../lib/index.js';
import { linkedAgents } from '../helpers/linked-agents.js';
import type { LinkedAgents } from '../helpers/linked-agents.js';
import { negotiateAgents } from '../helpers/network-agent.js';
import type { NetworkAgent } from '../helpers/network-agent.js';
import type { LinkSettings } from '../helpers/network-link.js';
import { size } from '../helpers/size.js';

const frequency = 440;

test.serial.beforeEach((t) => t.timeout(120_000));

/** A sends a tone and a picture to B. */
async function call(
  t: ExecutionContext,
  settings: LinkSettings,
  picture: TestVideoOptions,
): Promise<LinkedAgents> {
  const agents = await linkedAgents(t, settings);
  await agents.a.sendAudio({ frequency });
  await agents.a.sendVideo(picture);
  await negotiateAgents(agents.a, agents.b);
  return agents;
}

type Video = Readonly<Record<string, number>>;

/** The stats of video of a type, when they are as wanted; looked at every few frames of B's. */
async function statsWhen(
  { a, b }: LinkedAgents,
  agent: 'a' | 'b',
  type: string,
  isWanted: (video: Video) => boolean,
): Promise<Video> {
  for (;;) {
    const [video] = (await { a, b }[agent].stats(type, 'video')) as unknown as Video[];
    if (video && isWanted(video)) return video;
    await b.eye.shows(5);
  }
}

test.serial('5 % loss: what is lost is sent again, picture and tone go on', async (t) => {
  const picture = { width: 320, height: 240, frameRate: 15 };
  const agents = await call(t, { loss: 0.05, delay: 20 }, picture);
  const { b } = agents;
  await Promise.all([b.eye.shows(size(45, 900), picture, 120_000), b.ear.hears(frequency)]);
  const inbound = await statsWhen(
    agents,
    'b',
    'inbound-rtp',
    ({ nackCount, retransmittedPacketsReceived: repaired }) => nackCount! > 2 && repaired! > 2,
  );
  t.true(inbound['packetsLost']! > 0);
  t.false('fecPacketsReceived' in inbound, 'ULPFEC is in use, but not counted');
  await statsWhen(
    agents,
    'a',
    'outbound-rtp',
    ({ nackCount, retransmittedPacketsSent: sent }) => nackCount! > 2 && sent! > 2,
  );
  const remote = await statsWhen(
    agents,
    'a',
    'remote-inbound-rtp',
    ({ packetsLost, roundTripTime }) => packetsLost! > 0 && roundTripTime !== undefined,
  );
  t.true(remote['roundTripTime']! >= 0.04);
});

test.serial('the rate falls to 300 kbit/s and rises: bitrate and size follow', async (t) => {
  const picture = { width: 640, height: 360, frameRate: 30 };
  const smaller = { width: 480, height: 270 };
  const rate = 3_000_000;
  const cut = 300_000;
  const agents = await call(t, { delay: 20, rate }, picture);
  const { a, b, link } = agents;
  const target = (isWanted: (bits: number) => boolean) =>
    statsWhen(agents, 'a', 'outbound-rtp', ({ targetBitrate }) => isWanted(targetBitrate ?? 0));
  await target((bits) => bits > 1_000_000);
  await b.eye.shows(5, picture);
  t.true((await availableBitrate(a)) > 1_000_000);

  await link.set({ rate: cut });
  await target((bits) => bits < cut);
  t.true((await availableBitrate(a)) < 2 * cut);
  await b.eye.shows(5, smaller, 60_000);
  t.like(await statsWhen(agents, 'a', 'outbound-rtp', () => true), {
    frameWidth: smaller.width,
    frameHeight: smaller.height,
    qualityLimitationReason: 'bandwidth',
  });

  await link.set({ rate });
  await b.eye.shows(5, picture, 60_000);
  await target((bits) => bits > 2 * cut);
  t.true((await availableBitrate(a)) > 2 * cut);
  await b.ear.hears(frequency);
});

async function availableBitrate(agent: NetworkAgent): Promise<number> {
  const pairs = await agent.stats('candidate-pair');
  return pairs.find(({ nominated }) => nominated)!['availableOutgoingBitrate'] as number;
}
