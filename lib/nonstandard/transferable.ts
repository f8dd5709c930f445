import { MessageChannel, MessagePort, receiveMessageOnPort } from 'node:worker_threads';

import type { VideoColorSpaceInit } from '../idl/index.js';
import { exception } from '../internal/errors.js';
import { release, retain } from '../internal/dispatcher.js';
import { dropPixels, takePixels } from '../internal/frames.js';
import { newAudioData, openAudioData } from '../media/AudioData.js';
import type { AudioBlock, AudioData } from '../media/AudioData.js';
import type { FrameFacts } from '../media/frame-facts.js';
import { VideoColorSpace } from '../media/VideoColorSpace.js';
import { newFrame, openFrame } from '../media/VideoFrame.js';
import type { VideoFrame } from '../media/VideoFrame.js';
import { describe } from '../webidl/describe.js';
import { interfaceType } from '../webidl/index.js';

const Frame = interfaceType<VideoFrame>('VideoFrame');
const Data = interfaceType<AudioData>('AudioData');

/** What a port holds. */
type Cargo =
  | {
      readonly what: 'VideoFrame';
      readonly token: number;
      readonly facts: Omit<FrameFacts, 'colorSpace'>;
      readonly colorSpace: VideoColorSpaceInit;
    }
  | { readonly what: 'AudioData'; readonly block: AudioBlock; readonly timestamp: number };

/** A port that holds something. `abandoned` runs when it is closed, read or not. */
function portWith(cargo: Cargo, abandoned: () => void): MessagePort {
  const { port1: kept, port2: given } = new MessageChannel();
  // The other side's end may come much later; until then this one listens, and holds nothing up.
  retain(kept);
  kept.once('close', () => {
    release(kept);
    abandoned();
  });
  kept.unref();
  kept.postMessage(cargo);
  return given;
}

function cargoOfFrame(frame: VideoFrame, context: string): MessagePort {
  const open = openFrame(frame);
  if (open === null) throw exception('DataCloneError', `${context}: the frame is closed`);
  const { colorSpace, ...facts } = open.facts;
  const token = open.pixels.share();
  frame.close();
  return portWith({ what: 'VideoFrame', token, facts, colorSpace: colorSpace.toJSON() }, () => {
    dropPixels(token);
  });
}

function cargoOfData(data: AudioData, context: string): MessagePort {
  const block = openAudioData(data);
  if (block === null) throw exception('DataCloneError', `${context}: the data is closed`);
  const { timestamp } = data;
  data.close();
  return portWith({ what: 'AudioData', block, timestamp }, () => undefined);
}

/**
 * Closes a frame or audio data, and packs it into a port that can be posted to another thread: it
 * stands in the message and in its transfer list. There, {@link fromTransferable} takes it out. The
 * pixels of a frame are not copied. They are let go of when the port is closed unread, as it is when
 * the Worker that has it ends; where the sender has ended before, they stay until the process ends.
 *
 * @throws DataCloneError when it is closed
 * @example worker.postMessage({ port }, [port]);
 */
export function toTransferable(frame: VideoFrame | AudioData): MessagePort {
  const context = 'nonstandard.toTransferable';
  if (Frame.accepts?.(frame)) return cargoOfFrame(frame as VideoFrame, context);
  if (Data.accepts?.(frame)) return cargoOfData(frame as AudioData, context);
  throw new TypeError(`${context}: ${describe(frame)} is neither a VideoFrame nor an AudioData`);
}

function unpack(cargo: Cargo): VideoFrame | AudioData | null {
  if (cargo.what === 'AudioData') return newAudioData(cargo.block, cargo.timestamp);
  const pixels = takePixels(cargo.token);
  const colorSpace = new VideoColorSpace(cargo.colorSpace);
  return pixels && newFrame({ ...cargo.facts, colorSpace }, pixels);
}

/**
 * The frame or audio data that {@link toTransferable} put into a port, once. Closes the port.
 *
 * @throws DataCloneError when the port holds none
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- named by the caller
export function fromTransferable<T extends VideoFrame | AudioData = VideoFrame | AudioData>(
  port: MessagePort,
): T {
  const context = 'nonstandard.fromTransferable';
  if (!((port as unknown) instanceof MessagePort)) {
    throw new TypeError(`${context}: ${describe(port)} is not a MessagePort`);
  }
  const message = receiveMessageOnPort(port) as { readonly message: Cargo } | undefined;
  port.close();
  const frame = message === undefined ? null : unpack(message.message);
  if (frame === null) throw exception('DataCloneError', `${context}: the port holds no frame`);
  return frame as T;
}
