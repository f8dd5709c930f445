const sampleRate = 48_000;
const headerBytes = 44;

/** One second of a tone of whole hertz, which can be repeated without a click: 16 bits, mono. */
export function waveFile(frequency: number): Buffer {
  const bytes = sampleRate * 2;
  const file = Buffer.alloc(headerBytes + bytes);
  file.write('RIFF', 0);
  file.writeUInt32LE(headerBytes - 8 + bytes, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(sampleRate, 24);
  file.writeUInt32LE(sampleRate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(bytes, 40);
  for (let index = 0; index < sampleRate; index += 1) {
    const sample = Math.round(16_000 * Math.sin((2 * Math.PI * frequency * index) / sampleRate));
    file.writeInt16LE(sample, headerBytes + 2 * index);
  }
  return file;
}
