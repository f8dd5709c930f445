import { RTCRtpTransceiverInit } from '../idl/index.js';
import type { ConvertedOfferOptions } from '../idl/index.js';
import { receiving, withoutReceiving } from '../rtp/direction.js';
import { setDirection } from '../rtp/stop.js';
import { addTransceiver } from './add-transceiver.js';
import type { Connection } from './connection.js';

/** @see https://w3c.github.io/webrtc-pc/#legacy-configuration-extensions */
export function offerToReceive(
  connection: Connection,
  { offerToReceiveAudio, offerToReceiveVideo }: ConvertedOfferOptions,
): void {
  // 2. For each option that is there:
  const options = [
    ['audio', offerToReceiveAudio],
    ['video', offerToReceiveVideo],
  ] as const;
  for (const [wanted, isReceived] of options) {
    if (isReceived === undefined) continue;
    const found = connection.transceivers.list.filter(
      ({ kind, stopping, direction }) => kind === wanted && !stopping && receiving(direction),
    );
    if (!isReceived) {
      // 2.1. If it is false, no transceiver of the kind receives.
      for (const transceiver of found) {
        setDirection(transceiver, withoutReceiving(transceiver.direction));
      }
    } else if (found.length === 0) {
      // 2.2. to 2.5. If none receives, add one that only does so.
      const init = RTCRtpTransceiverInit.convert({ direction: 'recvonly' }, '');
      addTransceiver(connection, wanted, init);
    }
  }
}
