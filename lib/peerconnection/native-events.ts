import { RTCPeerConnectionIceErrorEvent } from '../events/RTCPeerConnectionIceErrorEvent.js';
import { RTCPeerConnectionIceEvent } from '../events/RTCPeerConnectionIceEvent.js';
import type { NativeEvent, NativeEvents } from '../internal/native-types.js';
import type { Connection } from './connection.js';
import { announceDataChannel } from './data-channels.js';
import { exposedAddress } from './exposed-address.js';
import { iceCandidateFrom } from './native-candidate.js';
import { negotiationNeeded } from './negotiation-needed.js';

type Payloads = NativeEvents['peerConnection'];

/** Applies one event of libwebrtc; it is the whole of a task. */
export function receivePeerConnectionEvent(
  connection: Connection,
  ...[type, payload]: NativeEvent<'peerConnection'>
): void {
  if (connection.isClosed) return;
  switch (type) {
    case 'icecandidate':
      surfaceCandidate(connection, payload);
      break;
    case 'icecandidateerror':
      connection.fire(iceCandidateError(connection, payload));
      break;
    case 'icegatheringstate':
      updateIceGatheringState(connection, payload);
      break;
    case 'iceconnectionstate':
      if (connection.iceConnectionState === payload.state) break;
      connection.iceConnectionState = payload.state;
      connection.fire(new Event('iceconnectionstatechange'));
      break;
    case 'connectionstate':
      if (connection.connectionState === payload.state) break;
      connection.connectionState = payload.state;
      connection.updateRoot();
      connection.fire(new Event('connectionstatechange'));
      break;
    case 'negotiationneeded':
      negotiationNeeded(connection, payload.eventId);
      break;
    case 'datachannel':
      announceDataChannel(connection, payload);
      break;
  }
}

/** @see https://w3c.github.io/webrtc-pc/#dfn-surface-a-candidate */
function surfaceCandidate(connection: Connection, payload: Payloads['icecandidate']): void {
  // 3. and 4. Add candidate to the local descriptions of its generation.
  connection.descriptions.amend(payload.amendment);
  // 5. Let newCandidate be the result of creating an RTCIceCandidate.
  const candidate = iceCandidateFrom(payload.candidate);
  // 7. Fire an event named icecandidate.
  const { url } = candidate;
  connection.fire(new RTCPeerConnectionIceEvent('icecandidate', { candidate, url }));
}

/** @see https://w3c.github.io/webrtc-pc/#event-icecandidateerror */
function iceCandidateError(
  connection: Connection,
  payload: Payloads['icecandidateerror'],
): RTCPeerConnectionIceErrorEvent {
  const { address, port, url, errorCode, errorText } = payload;
  return new RTCPeerConnectionIceErrorEvent('icecandidateerror', {
    address: exposedAddress(address, port, connection.descriptions.nativeLocal?.sdp ?? ''),
    port: port === 0 ? null : port,
    url,
    errorCode,
    errorText,
  });
}

/** @see https://w3c.github.io/webrtc-pc/#update-ice-gathering-state */
function updateIceGatheringState(
  connection: Connection,
  { state }: Payloads['icegatheringstate'],
): void {
  // 3. If the state is equal to newState, abort these steps.
  if (connection.iceGatheringState === state) return;
  // 4. Set the state to newState.
  connection.iceGatheringState = state;
  // 5. Fire an event named icegatheringstatechange.
  connection.fire(new Event('icegatheringstatechange'));
  // 6. If newState is "complete", fire an event named icecandidate with a null candidate.
  if (state === 'complete') {
    connection.fire(new RTCPeerConnectionIceEvent('icecandidate', { candidate: null }));
  }
}
