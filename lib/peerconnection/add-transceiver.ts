import type { ConvertedTransceiverInit } from '../idl/index.js';
import { isNativeError, toException } from '../internal/errors.js';
import type { NativeMediaKind } from '../internal/native-types.js';
import { nativeTrackOf } from '../mediastream/MediaStreamTrack.js';
import type { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import { isMediaKind } from '../rtp/capabilities.js';
import { streamIds } from '../rtp/replace-track.js';
import { nativeSendEncodings } from '../rtp/send-encodings.js';
import type { Transceiver } from '../rtp/transceiver.js';
import type { Connection } from './connection.js';

const context = 'RTCPeerConnection.addTransceiver';

/** Steps 5 and 6. */
function kindOf(trackOrKind: MediaStreamTrack | string): NativeMediaKind {
  const kind = typeof trackOrKind === 'string' ? trackOrKind : trackOrKind.kind;
  if (isMediaKind(kind)) return kind;
  throw new TypeError(`${context}: trackOrKind is '${kind}', not a track, 'audio' or 'video'`);
}

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-addtransceiver */
export function addTransceiver(
  connection: Connection,
  trackOrKind: MediaStreamTrack | string,
  init: ConvertedTransceiverInit,
): Transceiver {
  const { direction } = init;
  // 5. and 6. Let kind be the track's, or the string, if that is "audio" or "video".
  const kind = kindOf(trackOrKind);
  const track = typeof trackOrKind === 'string' ? null : trackOrKind;
  // 7. If [[IsClosed]] is true, throw an InvalidStateError.
  connection.checkOpen(context);
  if (direction === 'stopped') {
    throw new TypeError(`${context}: init.direction cannot be 'stopped' from the start`);
  }
  // 8. Validate sendEncodings.
  const sendEncodings = nativeSendEncodings(
    init.sendEncodings,
    kind,
    `${context}: init.sendEncodings`,
  );
  connection.lastCreated.outdate();
  try {
    // 9. to 13. Create the sender, the receiver and the transceiver, add it to the set.
    const facts = connection.native.addTransceiver(
      kind,
      track === null ? null : nativeTrackOf(track),
      { direction, streamIds: streamIds(init.streams), sendEncodings },
    );
    const transceiver = connection.transceivers.learn(facts);
    transceiver.senderTrack = track;
    transceiver.isActive = sendEncodings[0]?.active ?? true;
    return transceiver;
  } catch (error) {
    throw isNativeError(error) ? toException(error, { context }) : error;
  }
}
