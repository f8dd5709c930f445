/** Layers in time and space, and simulcast, of each codec: what is asked for is what is sent. */
import test from 'ava';

import { nonstandard, RTCRtpSender } from '../../lib/index.js';
import type { MediaStreamTrack, RTCRtpEncodingParameters } from '../../lib/index.js';
import { tracks, videoReader } from '../helpers/media.js';
import { makePair, negotiate } from '../helpers/pair.js';
import { statsOf, statsUntil } from '../helpers/stats.js';

const codecsNamed = (mimeType: string) =>
  RTCRtpSender.getCapabilities('video')!.codecs.filter((codec) => codec.mimeType === mimeType);

/** Sent as the codec's first profile. */
async function send(mimeType: string, encoding: RTCRtpEncodingParameters, hint = '') {
  const pair = makePair();
  const { offerer, answerer } = pair;
  const track = nonstandard.createTestTrack('video', { width: 640, height: 360, frameRate: 15 });
  track.contentHint = hint;
  const transceiver = offerer.addTransceiver(track, {
    direction: 'sendonly',
    sendEncodings: [encoding],
  });
  transceiver.setCodecPreferences(codecsNamed(mimeType).slice(0, 1));
  const announced = tracks(answerer, 1);
  await negotiate(offerer, answerer);
  return { ...pair, sender: transceiver.sender, received: (await announced)[0]!.track };
}

async function flows(received: MediaStreamTrack): Promise<void> {
  const frames = videoReader(received);
  const { counter } = await frames.until((reading) => reading.counter !== null);
  await frames.until((reading) => reading.counter !== null && reading.counter > counter! + 10);
}

const modes: readonly [mimeType: string, modes: readonly string[]][] = [
  ['video/VP8', ['L1T1', 'L1T2', 'L1T3']],
  ['video/VP9', ['L1T2', 'L1T3', 'L2T1', 'L2T2', 'L2T2_KEY', 'S2T1']],
  ['video/H264', ['L1T1', 'L1T2', 'L1T3']],
  ['video/AV1', ['L1T2', 'L1T3', 'L2T1', 'L2T2', 'L2T2_KEY', 'S2T1']],
];

for (const [mimeType, ofCodec] of modes) {
  for (const scalabilityMode of ofCodec) {
    test.serial(`${mimeType} as ${scalabilityMode}`, async (t) => {
      const { offerer, received, close } = await send(mimeType, { scalabilityMode });
      t.teardown(close);
      await flows(received);
      const sent = await statsUntil(
        offerer,
        'outbound-rtp',
        (stats) => stats['scalabilityMode'] === scalabilityMode,
      );
      t.true(Number(sent['framesEncoded']) > 0);
    });
  }

  test.serial(`${mimeType} changes its layers in a call`, async (t) => {
    const { offerer, sender, received, close } = await send(mimeType, { scalabilityMode: 'L1T1' });
    t.teardown(close);
    await flows(received);
    const parameters = sender.getParameters();
    parameters.encodings[0]!.scalabilityMode = 'L1T2';
    await sender.setParameters(parameters);
    const changed = await statsUntil(
      offerer,
      'outbound-rtp',
      (stats) => stats['scalabilityMode'] === 'L1T2',
    );
    t.is(changed['mid'], '0');
    await flows(received);
  });

  test.serial(`${mimeType} keeps the size of what is text, at a low bitrate`, async (t) => {
    const { offerer, sender, received, close } = await send(
      mimeType,
      { maxBitrate: 60_000 },
      'text',
    );
    t.teardown(close);
    const parameters = sender.getParameters();
    parameters.degradationPreference = 'maintain-resolution';
    await sender.setParameters(parameters);
    await flows(received);
    const sent = await statsUntil(
      offerer,
      'outbound-rtp',
      ({ framesEncoded }) => Number(framesEncoded) > 20,
    );
    t.is(sent['frameHeight'], 360);
  });
}

test.serial('a mode that the codec does not have is refused', async (t) => {
  const { offerer, close } = makePair();
  t.teardown(close);
  const track = nonstandard.createTestTrack('video');
  const { sender } = offerer.addTransceiver(track, { direction: 'sendonly' });
  const parameters = sender.getParameters();
  parameters.encodings[0]!.scalabilityMode = 'L9T9';
  await t.throwsAsync(
    sender.setParameters(parameters).catch((error: unknown) => {
      throw new Error((error as DOMException).name);
    }),
    { message: 'InvalidModificationError' },
  );
  t.deepEqual(await statsOf(offerer, 'inbound-rtp'), []);
});
