/** What is known of the times of media that a connection brings. */
import test from 'ava';

import { MediaStreamTrackProcessor, nonstandard, RTCRtpReceiver } from '../../lib/index.js';
import type { AudioSinkEvent, RTCVideoFrame, VideoFrame } from '../../lib/index.js';
import { makeTracks } from '../helpers/call.js';
import { nextOf } from '../helpers/frames.js';
import { Performance } from '../helpers/lip-sync.js';
import { makePair, negotiate } from '../helpers/pair.js';
import { within } from '../helpers/wait.js';

const { RTCAudioSink, RTCVideoSink } = nonstandard;

/** Two sender reports are needed, and those of what goes back. */
const patience = 60_000;
/** Milliseconds: what clocks, threads and codecs may make of a time. */
const tolerance = 30;
const enough = 12;

const epochNow = () => performance.timeOrigin + performance.now();
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;
/** From one RTP timestamp to another. */
const rtpFrom = (from: number, to: number) => (to - from) | 0;

/** A call both ways: who sends too learns how long the way is, and so what the sender's clock says. */
async function start() {
  const { offerer, answerer, close } = makePair();
  const played = new Performance();
  const back = makeTracks();
  for (const track of played.tracks) offerer.addTrack(track);
  for (const track of back) answerer.addTrack(track);
  // With retransmissions libwebrtc may take their SSRC for its own in reports, and not know the
  // way's delay: then it does not tell when video was captured.
  const plain = RTCRtpReceiver.getCapabilities('video')!.codecs.filter(
    ({ mimeType }) => mimeType === 'video/VP8',
  );
  offerer.getTransceivers()[1]!.setCodecPreferences(plain);
  await negotiate(offerer, answerer);
  const [audio, video] = answerer.getReceivers() as [RTCRtpReceiver, RTCRtpReceiver];
  return {
    ...{ played, audio, video },
    end() {
      close();
      played.stop();
      for (const track of back) track.stop();
    },
  };
}

/** What begins: the last one of a row that was off, and the first one that is on. */
function beginning(isOn: boolean[]): boolean {
  return isOn.at(-2) === false && isOn.at(-1) === true;
}

test('a picture tells when it was captured, when it came and its RTP timestamp', async (t) => {
  const { played, video, end } = await start();
  const sink = new RTCVideoSink(video.track);
  const frames: RTCVideoFrame[] = [];
  const begun: { leaves: number; frame: RTCVideoFrame }[] = [];
  const lights: boolean[] = [];
  const all = new Promise<void>((resolve) => {
    sink.onframe = ({ frame }) => {
      frames.push(frame);
      lights.push(frame.data[0]! > 128);
      if (frame.captureTime === null || !beginning(lights)) return;
      begun.push({ leaves: played.nearestBeginning(frame.captureTime), frame });
      t.true(frame.receiveTime! <= epochNow() + 1 && frame.receiveTime! > epochNow() - 5000);
      if (begun.length === enough) resolve();
    };
  });
  await within(all, `${enough} flashes with a capture time`, patience);
  const errors = begun.map(({ leaves, frame }) => frame.captureTime! - leaves);
  t.log(`captured ${errors.map((error) => error.toFixed(1)).join(' ')} ms late`);
  t.true(Math.abs(median(errors)) < tolerance);
  t.true(median(begun.map(({ leaves, frame }) => frame.receiveTime! - leaves)) >= 0);
  const [first, last] = [begun[0]!, begun.at(-1)!];
  const passed = rtpFrom(first.frame.rtpTimestamp!, last.frame.rtpTimestamp!) / 90;
  t.true(Math.abs(passed - (last.leaves - first.leaves)) < 2 * tolerance, String(passed));

  const [source] = video.getSynchronizationSources();
  const same = ({ rtpTimestamp }: RTCVideoFrame) => rtpTimestamp === source!.rtpTimestamp;
  const seen = new Promise<void>((resolve) => {
    sink.onframe = ({ frame }) => {
      frames.push(frame);
      if (frames.some(same)) resolve();
    };
  });
  await within(seen, 'the frame of the synchronization source');

  const { readable } = new MediaStreamTrackProcessor<VideoFrame>({ track: video.track });
  const reader = readable.getReader();
  const frame = await nextOf(reader, 'a frame');
  const { captureTime, receiveTime, rtpTimestamp } = frame.metadata();
  const twin = frames.find((other) => other.rtpTimestamp === rtpTimestamp);
  t.true(Math.abs(captureTime! + performance.timeOrigin - twin!.captureTime!) < 0.01);
  t.true(Math.abs(receiveTime! + performance.timeOrigin - twin!.receiveTime!) < 1);
  frame.close();
  await reader.cancel();
  end();
});

test('sound tells when it was captured, when it came and its RTP timestamp', async (t) => {
  const { played, audio, end } = await start();
  const sink = new RTCAudioSink(audio.track, { channelCount: 1 });
  const blocks: AudioSinkEvent[] = [];
  const begun: { leaves: number; captured: number; rtp: number }[] = [];
  const beeps: boolean[] = [];
  const all = new Promise<void>((resolve) => {
    sink.ondata = (block) => {
      blocks.push(block);
      const { captureTime, receiveTime, rtpTimestamp, samples, sampleRate } = block;
      const first = samples.findIndex((sample) => Math.abs(sample) > 2000);
      beeps.push(first !== -1);
      if (receiveTime !== null) {
        t.true(receiveTime <= epochNow() + 1 && receiveTime > epochNow() - 5000);
      }
      if (captureTime === null || !beginning(beeps)) return;
      const captured = captureTime + (first / sampleRate) * 1000;
      const leaves = played.nearestBeginning(captured);
      begun.push({ leaves, captured, rtp: rtpTimestamp! + (first / sampleRate) * 48_000 });
      if (begun.length === enough) resolve();
    };
  });
  await within(all, `${enough} beeps with a capture time`, patience);
  const errors = begun.map(({ leaves, captured }) => captured - leaves);
  t.log(`captured ${errors.map((error) => error.toFixed(1)).join(' ')} ms late`);
  t.true(Math.abs(median(errors)) < tolerance);
  const [first, last] = [begun[0]!, begun.at(-1)!];
  const passed = rtpFrom(first.rtp, last.rtp) / 48;
  t.true(Math.abs(passed - (last.leaves - first.leaves)) < 2 * tolerance, String(passed));
  t.true(blocks.some(({ receiveTime }) => receiveTime !== null));

  // A packet holds 20 ms.
  const [source] = audio.getSynchronizationSources();
  const isOf = ({ rtpTimestamp }: AudioSinkEvent) => {
    const distance = rtpTimestamp === null ? -1 : rtpFrom(source!.rtpTimestamp, rtpTimestamp);
    return distance >= 0 && distance < 960;
  };
  const seen = new Promise<void>((resolve) => {
    sink.ondata = (block) => {
      blocks.push(block);
      if (blocks.some(isOf)) resolve();
    };
  });
  await within(seen, 'a block of the synchronization source');
  end();
});
