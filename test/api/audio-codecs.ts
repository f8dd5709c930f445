/** Each audio codec carries a tone; what SDP says of it reaches the encoder. */
import test from 'ava';

import { nonstandard, RTCRtpSender } from '../../lib/index.js';
import type { MediaStreamTrack, RTCPeerConnection, RTCRtpCodec } from '../../lib/index.js';
import { audioReader, near, tracks } from '../helpers/media.js';
import { makePair } from '../helpers/pair.js';
import { codecsOf, statsOf, statsUntil } from '../helpers/stats.js';
import { until } from '../helpers/wait.js';

const tone = () => nonstandard.createTestTrack('audio', { frequency: 700 });

const named = (...names: string[]): RTCRtpCodec[] =>
  names.map((name) =>
    RTCRtpSender.getCapabilities('audio')!.codecs.find(
      ({ mimeType }) => mimeType.toLowerCase() === `audio/${name.toLowerCase()}`,
    )!,
  );

interface Options {
  readonly codecs?: readonly RTCRtpCodec[];
  /** Changes the answer, as both sides set it, as programs do. */
  readonly edit?: (sdp: string) => string;
}

async function send(track: MediaStreamTrack, { codecs = [], edit = (sdp) => sdp }: Options) {
  const pair = makePair();
  const { offerer, answerer } = pair;
  const transceiver = offerer.addTransceiver(track, { direction: 'sendonly' });
  transceiver.setCodecPreferences(codecs);
  const announced = tracks(answerer, 1);
  await offerer.setLocalDescription();
  await answerer.setRemoteDescription(offerer.localDescription!);
  const answer = await answerer.createAnswer();
  const answered = { type: 'answer', sdp: edit(answer.sdp) } as const;
  await answerer.setLocalDescription(answered);
  await offerer.setRemoteDescription(answered);
  return { ...pair, received: (await announced)[0]!.track };
}

for (const name of ['opus', 'G722', 'PCMU', 'PCMA']) {
  test.serial(`${name} carries a tone`, async (t) => {
    const { offerer, received, close } = await send(tone(), { codecs: named(name) });
    t.teardown(close);
    await audioReader(received).until(near(700));
    t.deepEqual(await codecsOf((type) => statsOf(offerer, type), 'outbound-rtp'), {
      audio: `audio/${name.toLowerCase()}`,
    });
  });
}

/** Once there are some. */
async function bytesPerPacket({ offerer }: { offerer: RTCPeerConnection }): Promise<number> {
  const stats = await statsUntil(
    offerer,
    'outbound-rtp',
    ({ packetsSent }) => Number(packetsSent) > 100,
  );
  return Number(stats['bytesSent']) / Number(stats['packetsSent']);
}

test.serial('RED carries a tone, and each packet twice', async (t) => {
  const plain = await send(tone(), { codecs: named('opus') });
  const twice = await send(tone(), { codecs: named('red', 'opus') });
  t.teardown(plain.close);
  t.teardown(twice.close);
  await audioReader(twice.received).until(near(700));
  t.true((await bytesPerPacket(twice)) > 1.5 * (await bytesPerPacket(plain)));
});

for (const [name, line, parameters] of [
  [
    'multiopus',
    'multiopus/48000/6',
    'channel_mapping=0,4,1,2,3,5;coupled_streams=2;num_streams=4;minptime=10;useinbandfec=1',
  ],
  ['L16', 'L16/48000/2', 'ptime=10'],
  ['iLBC', 'iLBC/8000', 'mode=20'],
] as const) {
  test.serial(`${name} works where SDP names it`, async (t) => {
    const { offerer, received, close } = await send(tone(), {
      codecs: named('opus'),
      edit: (sdp) =>
        sdp
          .replace(/^(a=rtpmap:111 )opus\/48000\/2/m, `$1${line}`)
          .replace(/^(a=fmtp:111 ).*/m, `$1${parameters}`),
    });
    t.teardown(close);
    await audioReader(received).until(near(700));
    const [codec] = await statsOf(offerer, 'codec');
    t.is(String(codec?.['mimeType']).toLowerCase(), `audio/${name.toLowerCase()}`);
  });
}

const withOpus = (parameter: string) => (sdp: string) =>
  sdp.replace(/^(a=fmtp:111 .*)/m, `$1;${parameter}`);

test.serial('opus is mono, and stereo with stereo=1', async (t) => {
  const stereo = () => nonstandard.createTestTrack('audio', { frequency: 700, channelCount: 2 });
  const mono = await send(stereo(), { codecs: named('opus') });
  t.teardown(mono.close);
  t.is((await audioReader(mono.received).until(near(700))).channelCount, 1);
  const both = await send(stereo(), { codecs: named('opus'), edit: withOpus('stereo=1') });
  t.teardown(both.close);
  const reading = await audioReader(both.received).until(near(700));
  t.is(reading.channelCount, 2);
});

/** Of two senders of silence, how many packets the quiet one sent while the other sent 200. */
async function whileOthersSend(quiet: Options, usual: Options): Promise<number> {
  const silence = () => nonstandard.createTestTrack('audio', { volume: 0 });
  const [saving, plain] = [await send(silence(), quiet), await send(silence(), usual)];
  const sent = async ({ offerer }: typeof plain, least = 0) =>
    Number(
      (
        await statsUntil(offerer, 'outbound-rtp', ({ packetsSent }) => Number(packetsSent) >= least)
      )['packetsSent'],
    );
  // Silence is told apart from a pause in speech after a while.
  await sent(plain, 100);
  const before = await sent(saving);
  await sent(plain, 300);
  const after = await sent(saving);
  saving.close();
  plain.close();
  return after - before;
}

test.serial('opus with usedtx=1 is silent in silence', async (t) => {
  const codecs = named('opus');
  const packets = await whileOthersSend({ codecs, edit: withOpus('usedtx=1') }, { codecs });
  t.true(packets < 60, `${String(packets)} packets`);
});

test.serial('PCMU with comfort noise is silent in silence', async (t) => {
  const packets = await whileOthersSend({ codecs: named('PCMU', 'CN') }, { codecs: named('PCMU') });
  t.true(packets < 150, `${String(packets)} packets`);
});

test.serial('opus takes its bitrate from maxaveragebitrate', async (t) => {
  const low = await send(tone(), {
    codecs: named('opus'),
    edit: withOpus('maxaveragebitrate=8000;cbr=1'),
  });
  t.teardown(low.close);
  // 8 kbit/s at 50 packets a second.
  const bytes = await bytesPerPacket(low);
  t.true(bytes < 25, `${String(bytes)} bytes a packet`);
});

test.serial('tones are sent beside each codec of their clock rate', async (t) => {
  for (const name of ['opus', 'PCMU']) {
    const pair = makePair();
    t.teardown(pair.close);
    const transceiver = pair.offerer.addTransceiver(tone(), { direction: 'sendonly' });
    const rate = name === 'opus' ? 48000 : 8000;
    const events = RTCRtpSender.getCapabilities('audio')!.codecs.filter(
      ({ mimeType, clockRate }) => mimeType === 'audio/telephone-event' && clockRate === rate,
    );
    transceiver.setCodecPreferences([...named(name), ...events]);
    await pair.offerer.setLocalDescription();
    await pair.answerer.setRemoteDescription(pair.offerer.localDescription!);
    await pair.answerer.setLocalDescription();
    await pair.offerer.setRemoteDescription(pair.answerer.localDescription!);
    await until(
      pair.offerer,
      'connectionstatechange',
      () => pair.offerer.connectionState === 'connected',
    );
    t.true(transceiver.sender.dtmf!.canInsertDTMF, name);
  }
});
