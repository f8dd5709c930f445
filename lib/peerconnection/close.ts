import { closeAbruptly } from '../datachannel/RTCDataChannel.js';
import type { Connection } from './connection.js';

/** @see https://w3c.github.io/webrtc-pc/#dfn-close-the-connection */
export function close(connection: Connection): void {
  // 1. If [[IsClosed]] is true, abort these steps.
  if (connection.isClosed) return;
  // 2. Set [[IsClosed]] to true.
  connection.isClosed = true;
  // 3. Set [[SignalingState]] to "closed"; no event fires.
  connection.signalingState = 'closed';
  // 4. Stop each transceiver.
  connection.transceivers.close();
  // 5. Set [[ReadyState]] of each data channel to "closed".
  for (const channel of connection.channels) closeAbruptly(channel);
  connection.channels.clear();
  // 6. to 9. Tear the transports down and set their states to "closed".
  connection.transports.close();
  connection.native.close();
  // 10. Set [[IceConnectionState]] to "closed"; no event fires.
  connection.iceConnectionState = 'closed';
  // 11. Set [[ConnectionState]] to "closed"; no event fires.
  connection.connectionState = 'closed';

  connection.operations.end();
  connection.updateRoot();
}
