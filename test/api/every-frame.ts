/** With the bit rate pinned, each frame that is encoded arrives whole, by every codec. */
import test from 'ava';

import { nonstandard, RTCRtpReceiver } from '../../lib/index.js';
import { tracks, videoReader } from '../helpers/media.js';
import { makePair, negotiate } from '../helpers/pair.js';
import { size } from '../helpers/size.js';
import { statsOf, statsUntil } from '../helpers/stats.js';

const picture = { width: 640, height: 360, frameRate: 15 };
const frames = size(40, 600);
const { codecs } = RTCRtpReceiver.getCapabilities('video')!;

for (const mimeType of ['video/VP8', 'video/VP9', 'video/H264', 'video/AV1']) {
  for (const rate of [300_000, 1_000_000]) {
    test.serial(`${mimeType} at ${rate / 1000} kbit/s loses no frame`, async (t) => {
      t.timeout(size(60_000, 180_000));
      const { offerer, answerer, close } = makePair();
      t.teardown(close);
      const track = nonstandard.createTestTrack('video', picture);
      const transceiver = offerer.addTransceiver(track);
      transceiver.setCodecPreferences(codecs.filter((codec) => codec.mimeType === mimeType));
      nonstandard.setBitrate(offerer, { min: rate, start: rate, max: rate });
      const announced = tracks(answerer, 1);
      await negotiate(offerer, answerer);
      const seen = videoReader((await announced)[0]!.track);
      const first = await seen.until(({ counter }) => counter !== null);
      await seen.until(({ counter }) => counter !== null && counter > first.counter! + frames);

      // What is on the way arrives; nothing new comes.
      await transceiver.sender.replaceTrack(null);
      const [sent] = await statsOf(offerer, 'outbound-rtp');
      const got = await statsUntil(
        answerer,
        'inbound-rtp',
        ({ framesReceived }) => framesReceived === sent!['framesEncoded'],
      );
      t.true(Number(got['framesReceived']) > frames / 2);
      t.is(got['packetsLost'], 0);
      t.is(got['nackCount'] ?? 0, 0);
      t.is(sent!['framesSent'], sent!['framesEncoded']);
      track.stop();
    });
  }
}
