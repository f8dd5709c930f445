/** Each codec of the capabilities carries pictures, made by the library that stats name. */
import test from 'ava';

import { nonstandard, RTCRtpReceiver, RTCRtpSender } from '../../lib/index.js';
import type { RTCRtpCodec } from '../../lib/index.js';
import { tracks, videoReader } from '../helpers/media.js';
import { makePair, negotiate } from '../helpers/pair.js';
import { codecsOf, statsOf, statsUntil } from '../helpers/stats.js';

const implementations: Readonly<Record<string, string>> = {
  'video/VP8': 'libvpx',
  'video/VP9': 'libvpx',
  'video/H264': 'OpenH264',
  'video/AV1': 'libaom',
};

const primary = ({ mimeType }: RTCRtpCodec) => mimeType in implementations;
const nameOf = ({ mimeType, sdpFmtpLine }: RTCRtpCodec) => `${mimeType} ${sdpFmtpLine ?? ''}`;

test('the codecs are Chromium’s, in its order, and H.264 high', (t) => {
  const h264 = ['42001f', '42e01f', '4d001f', '64001f'].flatMap((profile) =>
    ['1', '0'].map(
      (mode) =>
        `video/H264 level-asymmetry-allowed=1;packetization-mode=${mode};profile-level-id=${profile}`,
    ),
  );
  const av1 = (profile: string) => `video/AV1 level-idx=5;profile=${profile};tier=0`;
  const vp9 = (profile: string) => `video/VP9 profile-id=${profile}`;
  t.deepEqual(RTCRtpSender.getCapabilities('video')!.codecs.filter(primary).map(nameOf), [
    'video/VP8 ',
    ...h264,
    av1('0'),
    ...['0', '2'].map(vp9),
  ]);
  t.deepEqual(RTCRtpReceiver.getCapabilities('video')!.codecs.filter(primary).map(nameOf), [
    'video/VP8 ',
    ...['0', '2', '1', '3'].map(vp9),
    ...h264,
    ...['0', '1'].map(av1),
  ]);
});

for (const codec of RTCRtpSender.getCapabilities('video')!.codecs.filter(primary)) {
  test(`${nameOf(codec)} flows`, async (t) => {
    const { offerer, answerer, close } = makePair();
    t.teardown(close);
    const transceiver = offerer.addTransceiver(
      nonstandard.createTestTrack('video', { width: 640, height: 360 }),
      { direction: 'sendonly' },
    );
    transceiver.setCodecPreferences([codec]);
    const announced = tracks(answerer, 1);
    await negotiate(offerer, answerer);
    const frames = videoReader((await announced)[0]!.track);
    const first = await frames.until(({ counter }) => counter !== null);
    await frames.until(({ counter }) => counter !== null && counter > first.counter! + 20);

    const implementation = implementations[codec.mimeType];
    const sent = await statsUntil(
      offerer,
      'outbound-rtp',
      ({ encoderImplementation }) => encoderImplementation === implementation,
    );
    t.false(sent['powerEfficientEncoder']);
    await statsUntil(
      answerer,
      'inbound-rtp',
      ({ decoderImplementation, framesDecoded }) =>
        decoderImplementation === implementation && Number(framesDecoded) > 20,
    );
    t.deepEqual(await codecsOf((type) => statsOf(offerer, type), 'outbound-rtp'), {
      video: codec.mimeType.toLowerCase(),
    });
  });
}
