import { Remote } from './remote.mjs';

/**
 * Two connections of one process, from nothing to an open channel.
 *
 * @param {typeof RTCPeerConnection} RTCPeerConnection
 */
export async function connectPair(RTCPeerConnection) {
  const offerer = new RTCPeerConnection({ iceServers: [] });
  const answerer = new RTCPeerConnection({ iceServers: [] });
  const toOfferer = new Remote(offerer);
  const toAnswerer = new Remote(answerer);
  offerer.onicecandidate = ({ candidate }) => candidate && toAnswerer.addCandidate(candidate);
  answerer.onicecandidate = ({ candidate }) => candidate && toOfferer.addCandidate(candidate);
  const channel = offerer.createDataChannel('bench');
  const opened = new Promise((resolve) => (channel.onopen = resolve));
  await offerer.setLocalDescription(await offerer.createOffer());
  await toAnswerer.describe(offerer.localDescription);
  await answerer.setLocalDescription(await answerer.createAnswer());
  await toOfferer.describe(answerer.localDescription);
  await opened;
  return {
    close: () => {
      offerer.close();
      answerer.close();
    },
  };
}
