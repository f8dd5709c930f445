import type {
  RTCLocalSessionDescriptionInit,
  RTCSdpType,
  RTCSessionDescriptionInit,
} from '../idl/index.js';
import { toException } from '../internal/errors.js';
import type { NativeDescriptions, NativeSnapshot, RequestId } from '../internal/native-types.js';
import { announceChanges, announceEnds } from '../rtp/remote-tracks.js';
import type { Setting } from '../rtp/transceivers.js';
import type { Connection } from './connection.js';
import { createAnswer, createOffer } from './create-description.js';

/**
 * The task at the end of a description's application: the objects follow
 * libwebrtc, the events fire in the text's order.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description (step 4.6)
 */
function apply(connection: Connection, snapshot: NativeSnapshot, setting: Setting): void {
  const { descriptions, transceivers } = connection;
  const next = snapshot.signalingState;
  // An offer that met an own offer rolled that back first: the text sets two
  // descriptions then, each with its event.
  if (connection.signalingState === 'have-local-offer' && next === 'have-remote-offer') {
    descriptions.rollBackLocal();
    transceivers.rollBackLocal();
    connection.signalingState = 'stable';
    connection.fire(new Event('signalingstatechange'));
    if (connection.isClosed) return;
  }
  const previous = connection.signalingState;
  if (previous === 'stable' && next !== 'stable') transceivers.keepStable();
  descriptions.replace(next === 'stable' ? withoutPending(snapshot) : snapshot);
  connection.canTrickleIceCandidates = snapshot.canTrickleIceCandidates;
  connection.transports.apply(snapshot);
  const changes = transceivers.apply(snapshot, setting);
  connection.signalingState = next;
  announceEnds(changes);
  if (next !== previous) connection.fire(new Event('signalingstatechange'));
  announceChanges(connection, changes);
}

/** What failed set nothing; but it may have rolled an own offer back before. */
function failedSetting(before: string, after: string): Setting {
  return before !== 'stable' && after === 'stable' ? 'rollback' : 'failed';
}

/** libwebrtc keeps an offer that could not be set. */
function withoutPending(descriptions: NativeDescriptions): NativeDescriptions {
  return { ...descriptions, pendingLocal: null, pendingRemote: null };
}

function set(
  connection: Connection,
  context: string,
  setting: Setting,
  start: (request: RequestId) => void,
  succeeded: (snapshot: NativeSnapshot) => void,
): Promise<void> {
  return connection.describe(context, start, (error, snapshot) => {
    const before = connection.signalingState;
    if (snapshot) {
      const failed = failedSetting(before, snapshot.signalingState);
      apply(connection, snapshot, error === null ? setting : failed);
    }
    if (error !== null) throw toException(error, { context });
    if (!snapshot) return;
    // An answer completes the negotiation: [[LastCreatedOffer]] and [[LastCreatedAnswer]] are "".
    if (before !== 'stable' && snapshot.signalingState === 'stable' && isAnswered(snapshot)) {
      connection.lastCreated.clear();
    }
    succeeded(snapshot);
  });
}

function isAnswered({ currentLocal, currentRemote }: NativeSnapshot): boolean {
  return currentLocal !== null && currentRemote !== null;
}

function nativeSetLocal(
  connection: Connection,
  type: RTCSdpType | null,
  sdp: string,
): Promise<void> {
  const context = 'RTCPeerConnection.setLocalDescription';
  return set(
    connection,
    context,
    type === 'rollback' ? type : 'local',
    (request) => {
      connection.native.setLocalDescription(request, type, sdp);
    },
    ({ currentLocal, pendingLocal }) => {
      const local = pendingLocal ?? currentLocal;
      if (local !== null) connection.ownFingerprints.learn(local);
      if (!connection.isClosed && type !== 'rollback') connection.localDescriptionSet();
    },
  );
}

/** What a local description without a type is, in the present state. */
function impliedType({ signalingState }: Connection): RTCSdpType {
  const offering = ['stable', 'have-local-offer', 'have-remote-pranswer'];
  return offering.includes(signalingState) ? 'offer' : 'answer';
}

/** @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-setlocaldescription */
export async function setLocalDescription(
  connection: Connection,
  description: RTCLocalSessionDescriptionInit,
): Promise<void> {
  const context = 'RTCPeerConnection.setLocalDescription';
  connection.checkOpen(context);
  let sdp = description.sdp ?? '';
  // 4.1. Let type be description.type if present, or the one of the state.
  const type = description.type ?? impliedType(connection);
  if (type === 'rollback') return nativeSetLocal(connection, type, '');

  // 4.2. and 4.3. If sdp is not what was created last, reject (see OwnFingerprints).
  const kind = type === 'offer' ? 'offer' : 'answer';
  const { lastCreated, ownFingerprints } = connection;
  if (sdp !== '' && sdp !== lastCreated.sdp(kind)) ownFingerprints.check(type, sdp, context);

  // 4.4. and 4.5. If sdp is empty, it is the one created last, unless that is outdated.
  if (sdp === '') sdp = lastCreated.current(kind);
  const fits = type === impliedType(connection) && !connection.operations.describing;
  if (sdp === '' && (description.type === undefined || fits)) {
    return nativeSetLocal(connection, null, '');
  }
  if (sdp === '') {
    const creation =
      type === 'offer' ? createOffer(connection, { iceRestart: false }) : createAnswer(connection);
    ({ sdp } = await creation);
  }
  // 4.6. Return the result of setting the local session description.
  return nativeSetLocal(connection, type, sdp);
}

/**
 * libwebrtc rolls an own offer back when the remote one is applied.
 *
 * @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-setremotedescription
 */
export async function setRemoteDescription(
  connection: Connection,
  { type, sdp = '' }: RTCSessionDescriptionInit,
): Promise<void> {
  return set(
    connection,
    'RTCPeerConnection.setRemoteDescription',
    type === 'rollback' ? type : type === 'offer' ? 'remote offer' : 'remote answer',
    (request) => {
      connection.native.setRemoteDescription(request, type, sdp);
    },
    () => undefined,
  );
}
