import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

import { headerBytes } from './sound-file.mjs';

/** Gives the frames of a YUV4MPEG2 file to a source, so many a second. */
export async function playVideo(path, source, frameRate) {
  const file = readFileSync(path);
  let at = file.indexOf('\n') + 1;
  const [, width, height] = /W(\d+) H(\d+)/.exec(file.toString('latin1', 0, at)).map(Number);
  const chroma = Math.ceil(width / 2) * Math.ceil(height / 2);
  const bytes = width * height + 2 * chroma;
  while (at < file.length) {
    await pause(1000 / frameRate);
    at += 'FRAME\n'.length;
    source.onFrame({ width, height, data: file.subarray(at, at + bytes) });
    at += bytes;
  }
}

/** Gives a source a second of a WAVE file at a time; it plays them as the clock has it. */
export async function playSound(path, source) {
  const file = readFileSync(path);
  const channelCount = file.readUInt16LE(22);
  const sampleRate = file.readUInt32LE(24);
  const sound = file.buffer.slice(file.byteOffset + headerBytes, file.byteOffset + file.length);
  const all = new Int16Array(sound);
  const step = sampleRate * channelCount;
  for (let at = 0; at < all.length; at += step) {
    const samples = all.slice(at, at + step);
    const numberOfFrames = samples.length / channelCount;
    source.onData({ samples, sampleRate, bitsPerSample: 16, channelCount, numberOfFrames });
    await pause((numberOfFrames / sampleRate) * 1000);
  }
}
