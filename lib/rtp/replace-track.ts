import { toException } from '../internal/errors.js';
import type { MediaStream } from '../mediastream/MediaStream.js';
import { nativeTrackOf } from '../mediastream/MediaStreamTrack.js';
import type { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import type { Transceiver } from './transceiver.js';

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpsender-replacetrack */
export function replaceTrack(
  transceiver: Transceiver,
  withTrack: MediaStreamTrack | null,
): Promise<void> {
  const context = 'RTCRtpSender.replaceTrack';
  const { connection, kind, native } = transceiver;
  // 5. If the track is of another kind, reject with a TypeError.
  if (withTrack !== null && withTrack.kind !== kind) {
    throw new TypeError(`${context}: withTrack is of kind '${withTrack.kind}', not '${kind}'`);
  }
  // 6. Chain the following steps to the connection's operations chain:
  connection.checkOpen(context);
  // 6.1. If [[Stopping]] is true, reject with an InvalidStateError.
  checkNotStopping(transceiver, context);
  return connection.chain<null, undefined>(
    context,
    (request) => {
      native.replaceTrack(request, withTrack === null ? null : nativeTrackOf(withTrack));
    },
    (error) => {
      // 6.4.2. If the track cannot be sent as negotiated, reject with an InvalidModificationError.
      if (error !== null) throw toException(error, { context });
      // 6.4.4. Set [[SenderTrack]] to withTrack, unless the connection is closed.
      if (!connection.isClosed) transceiver.senderTrack = withTrack;
    },
  );
}

/** @throws InvalidStateError when it is stopping, or stopped */
export function checkNotStopping({ stopping }: Transceiver, context: string): void {
  if (!stopping) return;
  throw new DOMException(`${context}: the transceiver is stopped`, 'InvalidStateError');
}

/** The ids of streams, each once. */
export function streamIds(streams: readonly MediaStream[]): string[] {
  return [...new Set(streams.map(({ id }) => id))];
}

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpsender-setstreams */
export function setStreams(
  { connection, native }: Transceiver,
  streams: readonly MediaStream[],
): void {
  // 3. If [[IsClosed]] is true, throw an InvalidStateError.
  connection.checkOpen('RTCRtpSender.setStreams');
  // 5. to 7. Set [[AssociatedMediaStreamIds]] and update the negotiation-needed flag.
  connection.lastCreated.outdate();
  native.setStreams(streamIds(streams));
}
