import type { RTCRtpTransceiverDirection } from '../idl/index.js';
import { queueTask } from '../internal/queue-task.js';
import { endTrack } from '../mediastream/MediaStreamTrack.js';
import type { Transceiver } from './transceiver.js';

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcrtptransceiver-direction (on setting) */
export function setDirection(
  transceiver: Transceiver,
  newDirection: RTCRtpTransceiverDirection,
): void {
  const context = 'RTCRtpTransceiver.direction';
  // 3. If [[Stopping]] is true, throw an InvalidStateError.
  if (transceiver.stopping) {
    throw new DOMException(`${context}: the transceiver is stopped`, 'InvalidStateError');
  }
  // 5. If newDirection is equal to [[Direction]], abort these steps.
  if (newDirection === transceiver.direction) return;
  // 6. If newDirection is "stopped", throw a TypeError.
  if (newDirection === 'stopped') {
    throw new TypeError(`${context}: 'stopped' cannot be set: use stop()`);
  }
  // 7. and 8. Set [[Direction]] and update the negotiation-needed flag.
  transceiver.direction = newDirection;
  transceiver.connection.lastCreated.outdate();
  transceiver.native.setDirection(newDirection);
}

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcrtptransceiver-stop */
export function stop(transceiver: Transceiver): void {
  // 3. If [[IsClosed]] is true, throw an InvalidStateError.
  transceiver.connection.checkOpen('RTCRtpTransceiver.stop');
  // 4. If [[Stopping]] is true, abort these steps.
  if (transceiver.stopping) return;
  // 5. and 6. Stop sending and receiving, and update the negotiation-needed flag.
  transceiver.connection.lastCreated.outdate();
  transceiver.native.stop();
  transceiver.stopSendingAndReceiving();
  endLater(transceiver);
}

/** The track of a receiver ends in a task of its own where the program asked for it, as in Chrome. */
export function endLater({ receiverTrack }: Transceiver): void {
  queueTask(() => {
    endTrack(receiverTrack, { event: true });
  });
}
