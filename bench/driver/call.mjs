import { cpuSeconds } from './process.mjs';
import { Remote } from './remote.mjs';

/**
 * Two connections of one process that send each other audio and video, from
 * nothing to connected.
 *
 * @param {object} library of child.mjs
 * @param {{fed?: boolean}} [options] whether there is audio and video to send
 */
export async function connectCall({ RTCPeerConnection, MediaStream, makeTracks }, { fed } = {}) {
  const sides = [1, 2].map(() => new RTCPeerConnection({ iceServers: [] }));
  const [offerer, answerer] = sides;
  const toOfferer = new Remote(offerer);
  const toAnswerer = new Remote(answerer);
  offerer.onicecandidate = ({ candidate }) => candidate && toAnswerer.addCandidate(candidate);
  answerer.onicecandidate = ({ candidate }) => candidate && toOfferer.addCandidate(candidate);
  const tracks = sides.flatMap((side) => {
    const own = makeTracks(fed);
    const stream = new MediaStream(own);
    for (const track of own) side.addTrack(track, stream);
    return own;
  });
  const connected = Promise.all(sides.map(connectedOf));
  await offerer.setLocalDescription(await offerer.createOffer());
  await toAnswerer.describe(offerer.localDescription);
  await answerer.setLocalDescription(await answerer.createAnswer());
  await toOfferer.describe(answerer.localDescription);
  await connected;
  return {
    sides,
    close: () => {
      for (const side of sides) side.close();
      for (const track of tracks) track.stop();
    },
  };
}

function connectedOf(connection) {
  return new Promise((resolve) => {
    connection.onconnectionstatechange = () => {
      if (connection.connectionState === 'connected') resolve();
    };
  });
}

/**
 * @param {object[]} connections all there are
 * @returns {Promise<{cores: number, frameRate: number}>} processor time, and frames of video
 *   that all of them sent, per second
 */
export async function observeCalls(connections, seconds) {
  const framesBefore = await framesSent(connections);
  const [cpuBefore, start] = [cpuSeconds(), performance.now()];
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const [cpu, time] = [cpuSeconds() - cpuBefore, (performance.now() - start) / 1000];
  return { cores: cpu / time, frameRate: ((await framesSent(connections)) - framesBefore) / time };
}

/** @returns {Promise<number>} so far */
async function framesSent(connections) {
  const all = await Promise.all(connections.map(framesSentBy));
  return all.reduce((sum, count) => sum + count, 0);
}

async function framesSentBy(connection) {
  let frames = 0;
  for (const entry of (await connection.getStats()).values()) {
    if (entry.type === 'outbound-rtp') frames += entry.framesEncoded ?? 0;
  }
  return frames;
}
