import type { ConvertedOfferOptions } from '../idl/index.js';
import type { NativeDescription, NativeError, RequestId } from '../internal/native-types.js';
import { toException } from '../internal/errors.js';
import type { Connection } from './connection.js';
import { offerToReceive } from './offer-to-receive.js';
import { RTCSessionDescription } from './RTCSessionDescription.js';

/**
 * Only a wrong state and a missing certificate have names of their own here;
 * every other failure is an OperationError.
 */
function creationError(error: NativeError, context: string): Error {
  const named = error.type === 'invalid-state' || error.type === 'certificate-error';
  return toException(named ? error : { ...error, type: 'internal-error' }, { context });
}

function create(
  connection: Connection,
  context: string,
  kind: 'offer' | 'answer',
  start: (request: RequestId) => void,
): Promise<RTCSessionDescription> {
  const keep = connection.lastCreated.ask(kind);
  return connection.chain<NativeDescription, RTCSessionDescription>(
    context,
    start,
    (error, value) => {
      if (error !== null) throw creationError(error, context);
      keep(value.sdp);
      connection.ownFingerprints.learn(value);
      return new RTCSessionDescription(value);
    },
  );
}

/** The state is known only while no description is being set: libwebrtc checks the rest. */
function checkState(connection: Connection, allowed: readonly string[], context: string): void {
  const { operations, signalingState } = connection;
  if (connection.isClosed || operations.describing || allowed.includes(signalingState)) return;
  throw new DOMException(
    `${context}: not possible in signalingState '${signalingState}'`,
    'InvalidStateError',
  );
}

/** @see https://w3c.github.io/webrtc-pc/#dfn-create-an-offer */
export async function createOffer(
  connection: Connection,
  options: ConvertedOfferOptions,
): Promise<RTCSessionDescription> {
  const context = 'RTCPeerConnection.createOffer';
  // 1. If the signaling state is neither "stable" nor "have-local-offer", reject.
  checkState(connection, ['stable', 'have-local-offer'], context);
  if (!connection.isClosed) offerToReceive(connection, options);
  const { iceRestart } = options;
  return create(connection, context, 'offer', (request) => {
    connection.native.createOffer(request, { iceRestart });
  });
}

/** @see https://w3c.github.io/webrtc-pc/#dfn-create-an-answer */
export async function createAnswer(connection: Connection): Promise<RTCSessionDescription> {
  const context = 'RTCPeerConnection.createAnswer';
  // 1. If the signaling state is neither "have-remote-offer" nor "have-local-pranswer", reject.
  checkState(connection, ['have-remote-offer', 'have-local-pranswer'], context);
  return create(connection, context, 'answer', (request) => {
    connection.native.createAnswer(request);
  });
}
