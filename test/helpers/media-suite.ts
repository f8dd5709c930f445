import test from 'ava';
import type { ExecutionContext } from 'ava';

import { nonstandard, RTCPeerConnection, RTCRtpReceiver } from '../../lib/index.js';
import type { RTCRtpSender } from '../../lib/index.js';
import type { PeerLine, PeerProcess } from './peer-process.js';
import { negotiateWithPeer, sessionFailure } from './peer-session.js';
import type { PeerRole } from './peer-session.js';
import { size } from './size.js';
import { codecsOf, statsOf } from './stats.js';
import { watchTrack } from './track-watch.js';
import { Watch } from './watch.js';
import type { FrameReading, SoundReading } from './watch.js';

const picture = { width: 320, height: 240, frameRate: 15 };
const smallPicture = { width: 160, height: 120, frameRate: 15 };
/** Hertz of our tone and of the peer's. */
const [ourTone, theirTone] = [440, 1000];

interface MediaSession {
  readonly pc: RTCPeerConnection;
  readonly sender: { readonly audio: RTCRtpSender; readonly video: RTCRtpSender };
  /** The peer's tracks, as we see and hear them. */
  readonly here: { readonly audio: Watch; readonly video: Watch };
  /** Our tracks, as the peer sees and hears them. */
  readonly there: { readonly audio: Watch; readonly video: Watch };
}

/** What each peer is tested with, beside Opus. */
const codecs = ['VP8', 'H264'] as const;
type Codec = (typeof codecs)[number];

/**
 * Opus and a codec of video both ways, with a peer that sends a test picture of
 * 320 by 240 and a tone of 1 kHz, and prints what it sees and hears.
 */
export function exerciseMedia(start: (codec: Codec) => PeerProcess): void {
  const cases = codecs.flatMap((codec) =>
    (['offer', 'answer'] as const).map((role) => [codec, role] as const),
  );
  for (const [codec, role] of cases) {
    const title = `${role === 'offer' ? 'they offer' : 'we offer'} ${codec}`;

    test.serial(`${title}: audio and video both ways, and another size`, async (t) => {
      await withMedia(start(codec), { role, codec }, async ({ pc, sender, here, there }) => {
        const [frames, limit] = [size(15, 300), size(30_000, 60_000)];
        await Promise.all([
          here.video.shows(frames, picture, limit),
          here.audio.hears(theirTone, 3, limit),
          there.video.shows(frames, picture, limit),
          there.audio.hears(ourTone, 3, limit),
        ]);
        await usesCodecs(t, pc, codec);
        await sender.video.replaceTrack(nonstandard.createTestTrack('video', smallPicture));
        await there.video.shows(5, smallPicture, limit);
      });
    });
  }
}

async function withMedia(
  peer: PeerProcess,
  { role, codec }: { role: PeerRole; codec: Codec },
  work: (session: MediaSession) => Promise<void>,
): Promise<void> {
  const pc = new RTCPeerConnection();
  const there = { audio: new Watch('their ear'), video: new Watch('their eye') };
  peer.handle('audio', (line) => there.audio.take(line as PeerLine & SoundReading));
  peer.handle('video', (line) => there.video.take(line as PeerLine & FrameReading));
  const sender = {
    audio: pc.addTrack(nonstandard.createTestTrack('audio', { frequency: ourTone })),
    video: pc.addTrack(nonstandard.createTestTrack('video', picture)),
  };
  const { codecs: all } = RTCRtpReceiver.getCapabilities('video')!;
  const wanted = all.filter(({ mimeType }) => mimeType === `video/${codec}`);
  pc.getTransceivers()[1]!.setCodecPreferences(wanted);
  const [audio, video] = pc.getReceivers().map(({ track }) => track);
  const here = {
    audio: watchTrack(audio!, 'our ear'),
    video: watchTrack(video!, 'our eye'),
  };
  try {
    await negotiateWithPeer(pc, peer, role);
    await work({ pc, sender, here, there });
  } catch (error) {
    throw await sessionFailure(pc, peer, error);
  }
  pc.close();
  await peer.stop();
}

async function usesCodecs(t: ExecutionContext, pc: RTCPeerConnection, codec: Codec): Promise<void> {
  const expected = { audio: 'audio/opus', video: `video/${codec.toLowerCase()}` };
  const read = (type: string) => statsOf(pc, type);
  t.deepEqual(await codecsOf(read, 'outbound-rtp'), expected);
  t.deepEqual(await codecsOf(read, 'inbound-rtp'), expected);
}
