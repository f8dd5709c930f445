/** One side of a data channel between two processes, as the bench commands. */
import { once } from 'node:events';

import { Flow } from './flow.mjs';
import { onLines, parseLine, say } from './lines.mjs';
import { Remote } from './remote.mjs';

/**
 * Ends with its input.
 *
 * @param {{RTCPeerConnection: typeof RTCPeerConnection}} library
 * @param {'offerer' | 'answerer'} role
 */
export async function serveChannel({ RTCPeerConnection }, role) {
  const connection = new RTCPeerConnection({ iceServers: [] });
  connection.onicecandidate = ({ candidate }) => {
    if (!candidate) return;
    const { sdpMid, sdpMLineIndex } = candidate;
    say('signal', 'candidate', candidate.candidate, sdpMid ?? '', sdpMLineIndex ?? 0);
  };
  const sendDescription = ({ type, sdp }) => say('signal', type, sdp);

  let flow;
  const use = (channel) => {
    channel.binaryType = 'arraybuffer';
    flow = new Flow(channel);
    // A channel that the other side made is open when it comes.
    if (channel.readyState === 'open') say('open');
    else channel.onopen = () => say('open');
  };
  connection.ondatachannel = ({ channel }) => use(channel);

  const remote = new Remote(connection);
  const signals = {
    offer: async (sdp) => {
      await remote.describe({ type: 'offer', sdp });
      await connection.setLocalDescription(await connection.createAnswer());
      sendDescription(connection.localDescription);
    },
    answer: (sdp) => remote.describe({ type: 'answer', sdp }),
    candidate: (candidate, sdpMid, index) =>
      remote.addCandidate({ candidate, sdpMid, sdpMLineIndex: Number(index) }),
  };
  const commands = {
    signal: (kind, ...args) => signals[kind](...args),
    send: (size) => flow.send(Number(size)),
    stop: () => flow.stop(),
    mark: () => say('mark', JSON.stringify(flow.mark())),
    ping: async (count) => say('times', JSON.stringify(await flow.ping(Number(count)))),
  };
  onLines(process.stdin, (line) => {
    const { word, args } = parseLine(line);
    void commands[word](...args);
  });
  const ended = once(process.stdin, 'end');

  if (role === 'offerer') {
    use(connection.createDataChannel('bench'));
    await connection.setLocalDescription(await connection.createOffer());
    sendDescription(connection.localDescription);
  }
  await ended;
}
