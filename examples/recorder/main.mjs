/**
 * From a browser to raw files and back: records what a page's camera and
 * microphone send for some seconds, then plays the files to the page.
 *
 *   node examples/recorder/main.mjs [SECONDS] [FOLDER]
 *
 * Any player opens the files: ffplay video.y4m, aplay audio.wav.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { nonstandard } from 'node-libwebrtc';

import { serveCalls } from '../shared/serve-calls.mjs';
import { playSound, playVideo } from './play.mjs';
import { SoundFile } from './sound-file.mjs';
import { VideoFile } from './video-file.mjs';

const { RTCAudioSink, RTCAudioSource, RTCVideoSink, RTCVideoSource } = nonstandard;

const [seconds = '5', folder = '.'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const videoFile = join(folder, 'video.y4m');
const soundFile = join(folder, 'audio.wav');

const address = await serveCalls(new URL('./page.html', import.meta.url), (pc) => {
  const sources = { audio: new RTCAudioSource(), video: new RTCVideoSource() };
  for (const { sender, receiver } of pc.getTransceivers()) {
    void sender.replaceTrack(sources[receiver.track.kind].createTrack());
  }
  for (const transceiver of pc.getTransceivers()) transceiver.direction = 'sendrecv';
  pc.onconnectionstatechange = () => {
    if (pc.connectionState === 'connected') void thereAndBack(pc, sources);
  };
});
console.log(`Open in a browser: ${address}`);

async function thereAndBack(pc, sources) {
  const files = { audio: new SoundFile(soundFile), video: new VideoFile(videoFile) };
  const sinks = pc.getReceivers().map(({ track }) => {
    const sink = track.kind === 'audio' ? new RTCAudioSink(track) : new RTCVideoSink(track);
    if (track.kind === 'audio') sink.ondata = (data) => files.audio.write(data);
    else sink.onframe = ({ frame }) => files.video.write(frame);
    return sink;
  });
  await new Promise((resolve) => setTimeout(resolve, Number(seconds) * 1000));
  for (const sink of sinks) sink.stop();
  const { frames, width, height } = files.video.close();
  const { duration, sampleRate } = files.audio.close();
  console.log(`${videoFile}: ${frames} frames of ${width}x${height}`);
  console.log(`${soundFile}: ${duration.toFixed(1)} s at ${sampleRate} Hz`);
  await Promise.all([
    playVideo(videoFile, sources.video, frames / Number(seconds)),
    playSound(soundFile, sources.audio),
  ]);
  console.log('played');
  pc.close();
}
