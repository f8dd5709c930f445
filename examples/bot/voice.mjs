import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';

import { nonstandard } from 'node-libwebrtc';

const headerBytes = 44;
const rateOffset = 24;

/** Speaks what it is told, one sentence after another. */
export class Voice {
  #source = new nonstandard.RTCAudioSource();
  track = this.#source.createTrack();

  /** The source takes sound of any length and rate, and plays it as the clock has it. */
  async say(text) {
    const espeak = spawn('espeak-ng', ['--stdout', text], { stdio: ['ignore', 'pipe', 'inherit'] });
    espeak.on('error', (error) => console.error(`espeak-ng: ${error.message}`));
    const wave = await buffer(espeak.stdout);
    if (wave.length <= headerBytes) return;
    const samples = new Int16Array(
      wave.buffer.slice(wave.byteOffset + headerBytes, wave.byteOffset + (wave.length & ~1)),
    );
    this.#source.onData({
      samples,
      sampleRate: wave.readUInt32LE(rateOffset),
      bitsPerSample: 16,
      channelCount: 1,
      numberOfFrames: samples.length,
    });
  }
}
