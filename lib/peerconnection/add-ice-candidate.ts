import type { ConvertedIceCandidateInit } from '../idl/index.js';
import { toException } from '../internal/errors.js';
import type { NativeAmendment } from '../internal/native-types.js';
import { inheritedAttribute } from '../internal/sdp.js';
import type { Sdp, SdpSection } from '../internal/sdp.js';
import type { Connection } from './connection.js';

const context = 'RTCPeerConnection.addIceCandidate';

function operationError(why: string): DOMException {
  return new DOMException(`${context}: ${why}`, 'OperationError');
}

/** Steps 4.2 and 4.3: the media descriptions that the candidate is for. */
function sectionsOf(sdp: Sdp, candidate: ConvertedIceCandidateInit): readonly SdpSection[] {
  const { sdpMid, sdpMLineIndex } = candidate;
  if (sdpMid !== null) {
    const found = sdp.media.filter(({ mid }) => mid === sdpMid);
    if (found.length > 0) return found;
    throw operationError(`the remote description has no media section with mid '${sdpMid}'`);
  }
  if (sdpMLineIndex !== null) {
    const section = sdp.media[sdpMLineIndex];
    if (section !== undefined) return [section];
    const count = sdp.media.length;
    throw operationError(`sdpMLineIndex ${sdpMLineIndex} is not below ${count} media sections`);
  }
  return sdp.media;
}

/** Step 4.5. */
function checkUsernameFragment(
  sdp: Sdp,
  sections: readonly SdpSection[],
  usernameFragment: string | null,
): void {
  if (usernameFragment === null || sections.length === 0) return;
  const isKnown = sections.some(
    (section) => inheritedAttribute(sdp, section, 'ice-ufrag') === usernameFragment,
  );
  if (isKnown) return;
  throw operationError(`the remote description has no usernameFragment '${usernameFragment}'`);
}

/**
 * Steps 4.1 to 4.5. They belong to the operations chain: while another
 * description is being set, libwebrtc checks alone.
 */
function checkAgainstRemote(connection: Connection, candidate: ConvertedIceCandidateInit): void {
  if (connection.operations.describing) return;
  const remote = connection.descriptions.parsedRemote;
  if (remote === null) {
    throw new DOMException(`${context}: there is no remote description`, 'InvalidStateError');
  }
  checkUsernameFragment(remote, sectionsOf(remote, candidate), candidate.usernameFragment);
}

/** libwebrtc takes the generation of a candidate from its line. */
function lineOf({ candidate, usernameFragment }: ConvertedIceCandidateInit): string {
  const isOnLine = usernameFragment === null || candidate.includes(' ufrag ');
  return candidate === '' || isOnLine ? candidate : `${candidate} ufrag ${usernameFragment}`;
}

/** @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-addicecandidate */
export async function addIceCandidate(
  connection: Connection,
  candidate: ConvertedIceCandidateInit,
): Promise<void> {
  const { sdpMid, sdpMLineIndex } = candidate;
  // 3. A candidate needs sdpMid or sdpMLineIndex; the end of candidates does not.
  if (candidate.candidate !== '' && sdpMid === null && sdpMLineIndex === null) {
    throw new TypeError(`${context}: candidate needs sdpMid or sdpMLineIndex`);
  }
  connection.checkOpen(context);
  checkAgainstRemote(connection, candidate);
  // 4.7. In parallel, add the ICE candidate.
  return connection.chain(
    context,
    (request) => {
      connection.native.addIceCandidate(request, lineOf(candidate), sdpMid, sdpMLineIndex);
    },
    (error, amendment: NativeAmendment | null) => {
      if (error !== null) {
        const type = error.type === 'invalid-state' ? error.type : 'internal-error';
        throw toException({ ...error, type }, { context });
      }
      connection.descriptions.amend(amendment);
    },
  );
}
