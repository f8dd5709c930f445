/** node-datachannel as a peer: JSON lines on standard input and output, echoes what it receives. */
import { PeerConnection } from 'node-datachannel';

import { listen, say } from './json-lines.mjs';

const connection = new PeerConnection('peer', { iceServers: [] });
const channels = new Map();

connection.onDataChannel(adopt);
connection.onLocalDescription((sdp, type) => say('description', { description: { type, sdp } }));
connection.onLocalCandidate((candidate, mid) =>
  say('candidate', { candidate: { candidate: candidate.replace(/^a=/, ''), sdpMid: mid } }),
);
connection.onStateChange((state) => say('state', { state }));

function adopt(channel) {
  const label = channel.getLabel();
  channels.set(label, channel);
  channel.onMessage((data) => {
    if (typeof data === 'string') channel.sendMessage(data);
    else channel.sendMessageBinary(new Uint8Array(data));
  });
  // It calls from threads of its own: every callback is there before the other side can act.
  channel.onClosed(() => say('channel-closed', { label }));
  let announced = false;
  const announce = () => {
    if (!announced) say('channel', { label, protocol: channel.getProtocol() });
    announced = true;
  };
  channel.onOpen(announce);
  if (channel.isOpen()) announce();
}

await listen({
  start({ role }) {
    if (role !== 'offer') return;
    adopt(connection.createDataChannel('reliable'));
    adopt(
      connection.createDataChannel('partial', {
        unordered: true,
        maxRetransmits: 0,
        protocol: 'p1',
      }),
    );
  },
  description: ({ description: { sdp, type } }) => connection.setRemoteDescription(sdp, type),
  candidate: ({ candidate: { candidate, sdpMid } }) =>
    connection.addRemoteCandidate(candidate, sdpMid),
  'close-channel': ({ label }) => channels.get(label).close(),
  close: () => connection.close(),
});
