/** werift as a peer: JSON lines on standard input and output, echoes what it receives. */
import { RTCPeerConnection } from 'werift';

import { listen, say } from './json-lines.mjs';

const connection = new RTCPeerConnection();
const channels = new Map();

connection.onDataChannel.subscribe(adopt);
connection.onIceCandidate.subscribe((candidate) => {
  if (candidate) say('candidate', { candidate: candidate.toJSON() });
});
connection.connectionStateChange.subscribe((state) => say('state', { state }));

function adopt(channel) {
  const { label, ordered, maxRetransmits, protocol } = channel;
  channels.set(label, channel);
  channel.onMessage.subscribe((data) => channel.send(data));
  const announce = () => say('channel', { label, ordered, maxRetransmits, protocol });
  channel.stateChanged.subscribe((state) => {
    if (state === 'open') announce();
    else if (state === 'closed') say('channel-closed', { label });
  });
  if (channel.readyState === 'open') announce();
}

await listen({
  async start({ role }) {
    if (role !== 'offer') return;
    adopt(connection.createDataChannel('reliable'));
    adopt(
      connection.createDataChannel('partial', {
        ordered: false,
        maxRetransmits: 0,
        protocol: 'p1',
      }),
    );
    await describe(await connection.createOffer());
  },
  async description({ description }) {
    await connection.setRemoteDescription(description);
    if (description.type === 'offer') await describe(await connection.createAnswer());
  },
  candidate: ({ candidate }) => connection.addIceCandidate(candidate),
  'close-channel': ({ label }) => channels.get(label).close(),
  close: () => connection.close(),
});

async function describe(description) {
  await connection.setLocalDescription(description);
  const { type, sdp } = connection.localDescription;
  say('description', { description: { type, sdp } });
}
