import { closeSync, openSync, writeSync } from 'node:fs';

export const headerBytes = 44;

/** A WAVE file of 16-bit samples. */
export class SoundFile {
  #file;
  #bytes = 0;
  #form = { sampleRate: 48_000, channelCount: 1 };

  constructor(path) {
    this.#file = openSync(path, 'w');
    writeSync(this.#file, Buffer.alloc(headerBytes));
  }

  write({ samples, sampleRate, channelCount }) {
    this.#form = { sampleRate, channelCount };
    writeSync(this.#file, samples);
    this.#bytes += samples.byteLength;
  }

  close() {
    writeSync(this.#file, header(this.#bytes, this.#form), 0, headerBytes, 0);
    closeSync(this.#file);
    const { sampleRate, channelCount } = this.#form;
    return { duration: this.#bytes / 2 / channelCount / sampleRate, sampleRate };
  }
}

function header(bytes, { sampleRate, channelCount }) {
  const head = Buffer.alloc(headerBytes);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + bytes, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(channelCount, 22);
  head.writeUInt32LE(sampleRate, 24);
  head.writeUInt32LE(sampleRate * channelCount * 2, 28);
  head.writeUInt16LE(channelCount * 2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(bytes, 40);
  return head;
}
