/** Frames of NV12 on a track, by each codec, in their own size and scaled. */
import test from 'ava';

import {
  MediaStreamTrackGenerator,
  MediaStreamTrackProcessor,
  nonstandard,
  RTCRtpSender,
  VideoFrame,
} from '../../lib/index.js';
import type { MediaStreamTrack, RTCRtpCodec } from '../../lib/index.js';
import { bytesOf } from '../helpers/frames.js';
import { tracks, videoReader } from '../helpers/media.js';
import { makePair, negotiate } from '../helpers/pair.js';

const [width, height] = [320, 240];

/** The pictures of a test track, whose counters can be read, in NV12. */
function nv12Track(): { track: MediaStreamTrack; stop: () => Promise<void> } {
  const source = nonstandard.createTestTrack('video', { width, height });
  const track = new MediaStreamTrackGenerator<VideoFrame>('video');
  const rearrange = new TransformStream<VideoFrame, VideoFrame>({
    async transform(frame, controller) {
      const data = await bytesOf(frame, { format: 'NV12' });
      const { codedWidth, codedHeight, timestamp } = frame;
      frame.close();
      controller.enqueue(
        new VideoFrame(data, { format: 'NV12', codedWidth, codedHeight, timestamp }),
      );
    },
  });
  const piped = new MediaStreamTrackProcessor<VideoFrame>({ track: source }).readable
    .pipeThrough(rearrange)
    .pipeTo(track.writable);
  const stop = async () => {
    source.stop();
    await piped;
  };
  return { track, stop };
}

/** One of each codec and profile; packetization does not matter. */
const codecs = RTCRtpSender.getCapabilities('video')!.codecs.filter(
  ({ mimeType, sdpFmtpLine = '' }) =>
    ['video/VP8', 'video/VP9', 'video/AV1'].includes(mimeType) ||
    (mimeType === 'video/H264' && /mode=1.*=(?:42e01f|64001f)/.test(sdpFmtpLine)),
);

async function arrives(codec: RTCRtpCodec, scaleResolutionDownBy: number) {
  const { offerer, answerer, close } = makePair();
  const { track, stop } = nv12Track();
  const transceiver = offerer.addTransceiver(track, {
    direction: 'sendonly',
    sendEncodings: [{ scaleResolutionDownBy }],
  });
  transceiver.setCodecPreferences([codec]);
  const announced = tracks(answerer, 1);
  await negotiate(offerer, answerer);
  const frames = videoReader((await announced)[0]!.track);
  const first = await frames.until(
    (reading) => reading.counter !== null && reading.width === width / scaleResolutionDownBy,
  );
  await frames.until(({ counter }) => counter !== null && counter > first.counter! + 10);
  await stop();
  close();
}

test('there are codecs to try', (t) => {
  t.is(codecs.length, 6);
});

for (const codec of codecs) {
  test(`${codec.mimeType} ${codec.sdpFmtpLine ?? ''}: NV12 arrives`, async (t) => {
    await t.notThrowsAsync(arrives(codec, 1));
    await t.notThrowsAsync(arrives(codec, 2));
  });
}
