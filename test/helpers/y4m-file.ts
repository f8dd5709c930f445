import { nonstandard } from '../../lib/index.js';

interface Film {
  readonly width: number;
  readonly height: number;
  readonly frameRate: number;
}

/** Two frames of one picture, given as RGBA, as YUV4MPEG2. */
export function y4mFile(rgba: Uint8Array, { width, height, frameRate }: Film): Buffer {
  const i420 = { width, height, data: new Uint8ClampedArray((width * height * 3) / 2) };
  nonstandard.rgbaToI420({ width, height, data: rgba }, i420);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), Buffer.from(i420.data.buffer)]);
  const header = `YUV4MPEG2 W${width} H${height} F${frameRate}:1 Ip A1:1 C420\n`;
  return Buffer.concat([Buffer.from(header), frame, frame]);
}
