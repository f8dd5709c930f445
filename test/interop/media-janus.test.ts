/** Janus, a server between connections: what we send comes back, is forwarded, is recorded. */
import test from 'ava';

import { nonstandard, RTCPeerConnection } from '../../lib/index.js';
import { JanusServer } from '../helpers/janus-server.js';
import { JanusSession } from '../helpers/janus-session.js';
import { codecsOf, statsOf, statsUntil } from '../helpers/stats.js';
import { watchTrack } from '../helpers/track-watch.js';
import type { Watch } from '../helpers/watch.js';

const picture = { width: 320, height: 240, frameRate: 15 };
const frequency = 440;
const codecs = { audio: 'audio/opus', video: 'video/vp8' };

let server: JanusServer;
let session: JanusSession;
test.before(async () => {
  server = await JanusServer.start();
  session = await JanusSession.open(server.url);
});
test.after.always(async () => {
  session.close();
  await server.stop();
});

/** Closed with its test. */
function connection(t: { teardown(fn: () => void): void }): RTCPeerConnection {
  const pc = new RTCPeerConnection();
  t.teardown(() => pc.close());
  return pc;
}

function sendBoth(pc: RTCPeerConnection): void {
  pc.addTrack(nonstandard.createTestTrack('audio', { frequency }));
  pc.addTrack(nonstandard.createTestTrack('video', picture));
}

/** The remote tracks of a connection, by kind. */
function watches(pc: RTCPeerConnection): Record<'audio' | 'video', Watch> {
  const tracks = pc.getReceivers().map(({ track }) => track);
  const of = (kind: 'audio' | 'video') => watchTrack(tracks.find((track) => track.kind === kind)!);
  return { audio: of('audio'), video: of('video') };
}

test.serial('EchoTest: what we send comes back', async (t) => {
  const pc = connection(t);
  sendBoth(pc);
  const { audio, video } = watches(pc);
  const handle = await session.attach('echotest');
  await handle.offer(pc, { audio: true, video: true });
  await Promise.all([video.shows(15, picture), audio.hears(frequency)]);
  t.deepEqual(await codecsOf((type) => statsOf(pc, type), 'inbound-rtp'), codecs);
});

test.serial('VideoRoom: a subscriber of simulcast selects among three layers', async (t) => {
  const large = { width: 960, height: 540, frameRate: 10 };
  const publisher = connection(t);
  publisher.addTransceiver(nonstandard.createTestTrack('video', large), {
    direction: 'sendonly',
    // Janus numbers them from the end: the best comes first.
    sendEncodings: [
      { rid: 'h', scaleResolutionDownBy: 1 },
      { rid: 'm', scaleResolutionDownBy: 2 },
      { rid: 'l', scaleResolutionDownBy: 4 },
    ],
  });
  const room = 1;
  const publishing = await session.attach('videoroom');
  await publishing.request({ request: 'create', room, bitrate: 4_000_000, publishers: 1 });
  const joined = await publishing.request({ request: 'join', ptype: 'publisher', room });
  const feed = joined.data['id'];
  await publishing.offer(publisher, { request: 'publish' });
  await publishing.happened('webrtcup');

  const subscriber = connection(t);
  const subscribing = await session.attach('videoroom');
  const streams = [{ feed }];
  const attached = await subscribing.request({
    request: 'join',
    ptype: 'subscriber',
    room,
    streams,
  });
  await subscribing.answer(subscriber, attached.jsep!, { request: 'start' });
  const video = watchTrack(subscriber.getReceivers()[0]!.track);
  const { mid } = subscriber.getTransceivers()[0]!;
  const layers = [
    { rid: 'l', size: { width: 240, height: 135 } },
    { rid: 'm', size: { width: 480, height: 270 } },
    { rid: 'h', size: { width: 960, height: 540 } },
  ];
  for (const [substream, { rid, size }] of layers.entries()) {
    await subscribing.request({ request: 'configure', streams: [{ mid, substream }] });
    await video.shows(5, size);
    const is = { frameWidth: size.width, frameHeight: size.height };
    const [inbound] = await statsOf(subscriber, 'inbound-rtp');
    t.like(inbound, is);
    // Not later: of a layer that rests for 5 s, as on a busy machine, libwebrtc tells no size.
    const outbound = await statsOf(publisher, 'outbound-rtp');
    t.like(
      outbound.find((stream) => stream['rid'] === rid)!,
      is,
    );
  }
});

test.serial('a recording of what we sent is played to us', async (t) => {
  const pc = connection(t);
  sendBoth(pc);
  const recording = await session.attach('recordplay');
  const { data } = await recording.offer(pc, { request: 'record', name: 'test' });
  const { id } = (data as { result: { id: number } }).result;
  await recording.happened('webrtcup');
  // Seconds of media, on the clock of what is recorded: a busy machine sends fewer frames than it makes.
  await statsUntil(pc, 'outbound-rtp', ({ kind, framesSent }) => {
    return kind === 'video' && Number(framesSent) >= 45;
  });
  await recording.request({ request: 'stop' });
  await recording.happened('hangup');

  const viewer = connection(t);
  const playing = await session.attach('recordplay');
  await playing.request({ request: 'update' });
  const play = await playing.request({ request: 'play', id });
  await playing.answer(viewer, play.jsep!, { request: 'start' });
  const { audio, video } = watches(viewer);
  await Promise.all([video.shows(15, picture), audio.hears(frequency)]);
  t.deepEqual(await codecsOf((type) => statsOf(viewer, type), 'inbound-rtp'), codecs);
});
