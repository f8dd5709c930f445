import {
  MediaStream,
  RTCPeerConnection,
  RTCRtpReceiver,
  RTCRtpSender,
  nonstandard,
} from '../../../../lib/index.js';
import type { MediaStreamTrack, RTCRtpCodec, RTCRtpTransceiver } from '../../../../lib/index.js';
import type { Codec } from './values.js';

/** A place in a list, from 0 to 1. */
export type Place = number;

function pick<T>(list: readonly T[], at: Place): T | undefined {
  return list[Math.floor(at * list.length)];
}

const most = 12;

/** One connection and what its program holds. */
export class Side {
  readonly connection = new RTCPeerConnection();
  readonly tracks: MediaStreamTrack[] = [];
  readonly streams = [new MediaStream(), new MediaStream()];

  constructor() {
    this.addTrack(nonstandard.createTestTrack('audio'));
    this.addTrack(nonstandard.createTestTrack('video', { width: 64, height: 48, frameRate: 10 }));
  }

  addTrack(track: MediaStreamTrack): void {
    if (this.tracks.length < most) this.tracks.push(track);
  }

  /** Own tracks and those that it receives. */
  track(at: Place): MediaStreamTrack {
    const remote = this.connection.getReceivers().map((receiver) => receiver.track);
    return pick([...this.tracks, ...remote], at)!;
  }

  stream(at: Place): MediaStream {
    return pick(this.streams, at)!;
  }

  transceiver(at: Place): RTCRtpTransceiver | undefined {
    return pick(this.connection.getTransceivers(), at);
  }

  sender(at: Place): RTCRtpSender | undefined {
    return pick(this.connection.getSenders(), at);
  }

  receiver(at: Place): RTCRtpReceiver | undefined {
    return pick(this.connection.getReceivers(), at);
  }

  /** Sections do not end: a case that makes many measures its own length only. */
  get isFull(): boolean {
    return this.connection.getTransceivers().length >= most;
  }

  close(): void {
    this.connection.close();
    for (const track of this.tracks) track.stop();
  }
}

const capabilities = (['audio', 'video'] as const).flatMap(
  (kind) =>
    [
      ...RTCRtpSender.getCapabilities(kind)!.codecs,
      ...RTCRtpReceiver.getCapabilities(kind)!.codecs,
    ] as RTCRtpCodec[],
);

export function codecOf({ index, changes }: Codec): RTCRtpCodec {
  return { ...capabilities[index % capabilities.length]!, ...changes } as RTCRtpCodec;
}
