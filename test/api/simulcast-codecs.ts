/** Two layers of each codec, each received as a track of its own. */
import test from 'ava';

import { nonstandard, RTCPeerConnection, RTCRtpSender } from '../../lib/index.js';
import { tracks, videoReader } from '../helpers/media.js';
import { statsOf, statsUntil } from '../helpers/stats.js';
import { SimulcastSections } from '../interop/chromium/helpers/simulcast-sections.js';

const layers = [
  { rid: 'h', scaleResolutionDownBy: 2, width: 320 },
  { rid: 'f', scaleResolutionDownBy: 1, width: 640 },
];
const rids = layers.map(({ rid }) => rid);

async function connect(sender: RTCPeerConnection, receiver: RTCPeerConnection): Promise<void> {
  const sections = new SimulcastSections(rids);
  sender.addEventListener('icecandidate', ({ candidate }) => {
    void receiver.addIceCandidate(
      sections.toReceiver({ candidate: candidate?.toJSON() ?? null }).candidate,
    );
  });
  receiver.addEventListener('icecandidate', ({ candidate }) => {
    void sender.addIceCandidate(
      sections.toSender({ candidate: candidate?.toJSON() ?? null }).candidate,
    );
  });
  await sender.setLocalDescription();
  const offer = sections.toReceiver({ description: sender.localDescription!.toJSON() });
  await receiver.setRemoteDescription(offer.description!);
  await receiver.setLocalDescription();
  const answer = sections.toSender({ description: receiver.localDescription!.toJSON() });
  await sender.setRemoteDescription(answer.description!);
}

for (const [mimeType, implementation] of [
  ['video/VP8', 'libvpx'],
  ['video/VP9', 'libvpx'],
  ['video/H264', 'OpenH264'],
  ['video/AV1', 'libaom'],
] as const) {
  test.serial(`${mimeType} in two layers`, async (t) => {
    const [sender, receiver] = [new RTCPeerConnection(), new RTCPeerConnection()];
    t.teardown(() => {
      sender.close();
      receiver.close();
    });
    const track = nonstandard.createTestTrack('video', { width: 640, height: 360, frameRate: 10 });
    const transceiver = sender.addTransceiver(track, {
      direction: 'sendonly',
      // Without a mode, libwebrtc makes VP9 and AV1 one stream with layers.
      sendEncodings: layers.map(({ rid, scaleResolutionDownBy }) => ({
        rid,
        scaleResolutionDownBy,
        scalabilityMode: 'L1T1',
      })),
    });
    transceiver.setCodecPreferences(
      RTCRtpSender.getCapabilities('video')!
        .codecs.filter((codec) => codec.mimeType === mimeType)
        .slice(0, 1),
    );
    const announced = tracks(receiver, layers.length);
    await connect(sender, receiver);
    const received = (await announced).map((event) => event.track);
    await Promise.all(
      layers.map(async ({ width }, index) => {
        const frames = videoReader(received[index]!);
        await frames.until((reading) => reading.counter !== null && reading.width === width);
      }),
    );
    for (const { rid } of layers) {
      await statsUntil(
        sender,
        'outbound-rtp',
        (stats) => stats['rid'] === rid && Number(stats['framesSent']) > 5,
      );
    }
    for (const stats of await statsOf(sender, 'outbound-rtp')) {
      t.regex(String(stats['encoderImplementation']), new RegExp(implementation));
    }
  });
}
