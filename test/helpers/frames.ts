import { VideoFrame } from '../../lib/index.js';
import type { VideoFrameBufferInit, VideoPixelFormat } from '../../lib/index.js';
import { within } from './wait.js';

/** Bytes of a picture without gaps. */
export function pictureSize(format: VideoPixelFormat, width: number, height: number): number {
  const [luma, quarter] = [width * height, Math.ceil(width / 2) * Math.ceil(height / 2)];
  switch (format) {
    case 'I420':
    case 'NV12':
      return luma + 2 * quarter;
    case 'I420A':
      return 2 * luma + 2 * quarter;
    case 'I422':
      return luma + 2 * Math.ceil(width / 2) * height;
    case 'I444':
      return 3 * luma;
    default:
      return 4 * luma;
  }
}

/** Bytes that differ everywhere, the same for the same seed. */
export function noise(length: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = seed;
  for (let index = 0; index < length; index += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    bytes[index] = state >> 16;
  }
  return bytes;
}

/** One colour everywhere. */
export function flat(width: number, height: number, [y, u, v]: [number, number, number]) {
  const data = new Uint8Array(pictureSize('I420', width, height)).fill(y, 0, width * height);
  const half = (data.length - width * height) / 2;
  data.fill(u, width * height, width * height + half).fill(v, width * height + half);
  return data;
}

export function frameOf(
  data: Uint8Array,
  format: VideoPixelFormat,
  codedWidth: number,
  codedHeight: number,
  init: Partial<VideoFrameBufferInit> = {},
): VideoFrame {
  return new VideoFrame(data, { format, codedWidth, codedHeight, timestamp: 0, ...init });
}

/** All bytes of a frame, in its own format or another. */
export async function bytesOf(
  frame: VideoFrame,
  options: Parameters<VideoFrame['copyTo']>[1] = {},
): Promise<Uint8Array> {
  const bytes = new Uint8Array(frame.allocationSize(options));
  await frame.copyTo(bytes, options);
  return bytes;
}

/** The next chunk of a stream that has not ended. */
export async function nextOf<T>(
  reader: { read: () => Promise<{ done: boolean; value?: T | undefined }> },
  what = 'a chunk',
): Promise<T> {
  const { done, value } = await within(reader.read(), what);
  if (done || value === undefined) throw new Error(`${what}: the stream has ended`);
  return value;
}
