/** Video that nobody reads is not decoded. */
import test from 'ava';

import { nonstandard, type RTCPeerConnection, type RTCRtpTransceiver } from '../../lib/index.js';
import { sendTracks, videoReader } from '../helpers/media.js';
import { within } from '../helpers/wait.js';

type Stats = Record<string, number>;

async function statsOf(
  source: { getStats: RTCPeerConnection['getStats'] | RTCRtpTransceiver['sender']['getStats'] },
  type: string,
): Promise<Stats> {
  const stats = [...(await source.getStats()).values()].find((found) => found.type === type);
  return stats ?? {};
}

/** Polls statistics: no event tells of them. */
async function statsUntil(
  read: () => Promise<Stats>,
  fits: (stats: Stats) => boolean,
): Promise<Stats> {
  const search = async () => {
    for (;;) {
      const stats = await read();
      if (fits(stats)) return stats;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return within(search(), 'statistics that fit');
}

test('frames are received, none is decoded, no key frame is asked for', async (t) => {
  const video = nonstandard.createTestTrack('video', { width: 320, height: 240 });
  const { answerer, sending, received, close } = await sendTracks(video);
  t.teardown(close);
  const inbound = () => statsOf(answerer, 'inbound-rtp');
  const outbound = () => statsOf(sending[0]!.sender, 'outbound-rtp');
  const unread = await statsUntil(inbound, ({ framesReceived }) => framesReceived! > 60);
  t.is(unread['framesDecoded'], 0);
  const { keyFramesEncoded: before } = await outbound();
  await statsUntil(inbound, ({ framesReceived }) => framesReceived! > 90);
  t.is((await outbound())['keyFramesEncoded'], before);

  const reader = videoReader(received[0]!);
  await reader.until(({ counter }) => counter !== null);
  const read = await statsUntil(inbound, ({ framesDecoded }) => framesDecoded! > 10);
  t.true(read['framesDecoded']! < read['framesReceived']!);
  t.true((await outbound())['keyFramesEncoded']! <= before! + 2);

  reader.stop();
  const stopped = await inbound();
  await statsUntil(
    inbound,
    ({ framesReceived }) => framesReceived! > stopped['framesReceived']! + 30,
  );
  const { framesDecoded } = await inbound();
  t.true(framesDecoded! <= stopped['framesDecoded']! + 3);
});
