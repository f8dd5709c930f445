import { isNativeError, toException } from '../internal/errors.js';
import type { MediaStream } from '../mediastream/MediaStream.js';
import { nativeTrackOf } from '../mediastream/MediaStreamTrack.js';
import type { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import { withSending } from '../rtp/direction.js';
import { streamIds } from '../rtp/replace-track.js';
import { transceiverOf } from '../rtp/RTCRtpSender.js';
import type { RTCRtpSender } from '../rtp/RTCRtpSender.js';
import type { Connection } from './connection.js';

/**
 * libwebrtc finds the sender that can be used again, or makes a new one.
 *
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-addtrack
 */
export function addTrack(
  connection: Connection,
  track: MediaStreamTrack,
  streams: readonly MediaStream[],
): RTCRtpSender {
  const context = 'RTCPeerConnection.addTrack';
  const { native, transceivers } = connection;
  // 5. If [[IsClosed]] is true, throw an InvalidStateError.
  connection.checkOpen(context);
  // 6. If a sender has the track already, throw an InvalidAccessError.
  if (transceivers.list.some(({ senderTrack, stopped }) => senderTrack === track && !stopped)) {
    throw new DOMException(`${context}: a sender has the track already`, 'InvalidAccessError');
  }
  connection.lastCreated.outdate();
  try {
    const facts = native.addTrack(nativeTrackOf(track), streamIds(streams));
    const transceiver = transceivers.learn(facts);
    // 8. and 9. Set [[SenderTrack]] to track, and the direction to one that sends.
    transceiver.senderTrack = track;
    transceiver.direction = withSending(transceiver.direction, true);
    // 12. Return sender.
    return transceiver.sender;
  } catch (error) {
    throw isNativeError(error) ? toException(error, { context }) : error;
  }
}

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-removetrack */
export function removeTrack(connection: Connection, sender: RTCRtpSender): void {
  const context = 'RTCPeerConnection.removeTrack';
  // 3. If [[IsClosed]] is true, throw an InvalidStateError.
  connection.checkOpen(context);
  // 4. If sender was not created by this connection, throw an InvalidAccessError.
  const transceiver = transceiverOf(sender);
  if (transceiver.connection !== connection) {
    throw new DOMException(`${context}: it is another connection's sender`, 'InvalidAccessError');
  }
  // 6. to 9. If it is stopping, or gone, or has no track, abort these steps.
  if (transceiver.stopping || !connection.transceivers.has(transceiver)) return;
  if (transceiver.senderTrack === null) return;
  // 10. to 12. Set [[SenderTrack]] to null, and the direction to one that does not send.
  transceiver.senderTrack = null;
  transceiver.direction = withSending(transceiver.direction, false);
  // 13. Update the negotiation-needed flag.
  connection.lastCreated.outdate();
  connection.native.removeTrack(transceiver.native);
}
