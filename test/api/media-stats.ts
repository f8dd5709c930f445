/** Statistics of a call with audio and video: types, members, links between them. */
import test from 'ava';

import {
  nonstandard,
  type RTCPeerConnection,
  type RTCStats,
  type RTCStatsReport,
} from '../../lib/index.js';
import { rejection } from '../helpers/failure.js';
import { audioReader, sendTracks, videoReader } from '../helpers/media.js';
import { within } from '../helpers/wait.js';

type Entry = RTCStats & Readonly<Record<string, unknown>>;

const entries = (report: RTCStatsReport) => [...report.values()] as unknown as Entry[];
const types = (report: RTCStatsReport) =>
  [...new Set<string>(entries(report).map(({ type }) => type))].sort();

/** A call in which reports of the other side have come. */
async function call() {
  const video = nonstandard.createTestTrack('video', { width: 320, height: 240 });
  const audio = nonstandard.createTestTrack('audio');
  const pair = await sendTracks(video, audio);
  await videoReader(pair.received[0]!).until(({ counter }) => counter !== null && counter > 5);
  await audioReader(pair.received[1]!).until(({ level }) => level > 0);
  return { ...pair, video, audio };
}

async function reportUntil(
  connection: RTCPeerConnection,
  fits: (report: RTCStatsReport) => boolean,
): Promise<RTCStatsReport> {
  const search = async () => {
    for (;;) {
      const report = await connection.getStats();
      if (fits(report)) return report;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return within(search(), 'a report that fits');
}

const common: string[] = [
  'certificate',
  'codec',
  'candidate-pair',
  'local-candidate',
  'peer-connection',
];

test('the sender has these types, and no other', async (t) => {
  const { offerer, close } = await call();
  t.teardown(close);
  const wanted: string[] = [
    ...[...common, 'remote-candidate', 'transport'],
    ...['media-source', 'outbound-rtp', 'remote-inbound-rtp', 'media-playout'],
  ].sort();
  const report = await reportUntil(offerer, (found) => types(found).includes('remote-inbound-rtp'));
  t.deepEqual(
    types(report).filter((type) => !wanted.includes(type)),
    [],
  );
  t.deepEqual(
    wanted.filter((type) => type !== 'media-playout' && !types(report).includes(type)),
    [],
  );
});

test('the receiver has these types, and no other', async (t) => {
  const { answerer, close } = await call();
  t.teardown(close);
  const wanted: string[] = [
    ...[...common, 'remote-candidate', 'transport'],
    ...['inbound-rtp', 'media-playout', 'remote-outbound-rtp'],
  ].sort();
  const report = await reportUntil(answerer, (found) =>
    types(found).includes('remote-outbound-rtp'),
  );
  t.deepEqual(types(report), wanted);
});

test('members have the units of the text, and refer to one another', async (t) => {
  const { offerer, answerer, video, received, sending, close } = await call();
  t.teardown(close);
  const sent = await offerer.getStats();
  const outbound = entries(sent).filter(({ type }) => type === 'outbound-rtp');
  t.is(outbound.length, 2);
  for (const entry of outbound) {
    const source = sent.get(entry['mediaSourceId'] as string) as Entry | undefined;
    const codec = sent.get(entry['codecId'] as string) as Entry | undefined;
    t.is(source?.['kind'], entry['kind']);
    t.is(codec?.['mimeType'], entry['kind'] === 'video' ? 'video/VP8' : 'audio/opus');
    t.is((sent.get(entry['transportId'] as string) as Entry | undefined)?.type, 'transport');
    t.true(Math.abs(entry.timestamp - Date.now()) < 60_000);
    t.true(entry['active']);
  }
  const pictures = outbound.find(({ kind }) => kind === 'video')!;
  t.like(pictures, { mid: sending[0]!.mid, frameWidth: 320, frameHeight: 240 });
  t.is(pictures['qualityLimitationReason'], 'none');
  t.is((sent.get(pictures['mediaSourceId'] as string) as Entry)['trackIdentifier'], video.id);

  const inbound = entries(await answerer.getStats()).filter(({ type }) => type === 'inbound-rtp');
  t.deepEqual(
    inbound.map((entry) => entry['trackIdentifier'] as string).sort(),
    received.map(({ id }) => id).sort(),
  );
  const frames = inbound.find(({ kind }) => kind === 'video')!;
  t.is(frames['ssrc'], pictures['ssrc']);
  t.true((frames['framesReceived'] as number) >= (frames['framesDecoded'] as number));
});

test('ids stay the same', async (t) => {
  const { offerer, close } = await call();
  t.teardown(close);
  const stable = (report: RTCStatsReport) =>
    entries(report).flatMap(({ id, type }) => (/candidate|remote-/.test(type) ? [] : [id]));
  const first = stable(await offerer.getStats());
  t.deepEqual(stable(await offerer.getStats()).sort(), first.sort());
});

test('a selector gives what belongs to it', async (t) => {
  const { offerer, answerer, video, received, sending, close } = await call();
  t.teardown(close);
  const ofKind = (report: RTCStatsReport, type: string) =>
    entries(report)
      .filter((entry) => entry.type === type)
      .map((entry) => entry['kind']);
  t.deepEqual(ofKind(await offerer.getStats(video), 'outbound-rtp'), ['video']);
  t.deepEqual(ofKind(await sending[1]!.sender.getStats(), 'outbound-rtp'), ['audio']);
  t.deepEqual(ofKind(await answerer.getStats(received[0]), 'inbound-rtp'), ['video']);
  const receiver = answerer.getReceivers().find(({ track }) => track === received[1])!;
  t.deepEqual(ofKind(await receiver.getStats(), 'inbound-rtp'), ['audio']);
  const foreign = nonstandard.createTestTrack('audio');
  t.is((await rejection(offerer.getStats(foreign))).name, 'InvalidAccessError');
});

test('the sources of what is played', async (t) => {
  const { answerer, sending, close } = await call();
  t.teardown(close);
  const [video, audio] = answerer.getReceivers();
  const ssrcs = await Promise.all(
    sending.map(async ({ sender }) => {
      const found = entries(await sender.getStats()).find(({ type }) => type === 'outbound-rtp');
      return found!['ssrc'];
    }),
  );
  const [pictures] = video!.getSynchronizationSources();
  const [sound] = audio!.getSynchronizationSources();
  t.deepEqual([pictures?.source, sound?.source], ssrcs);
  t.true(sound!.audioLevel! > 0.1 && sound!.audioLevel! <= 1);
  t.true(Math.abs(sound!.timestamp - performance.timeOrigin - performance.now()) < 10_000);
  t.deepEqual(audio!.getContributingSources(), []);
});
