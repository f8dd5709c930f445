/**
 * RED and ULPFEC, with a peer that asks for no packet again. libwebrtc's stats
 * do not count packets of ULPFEC, so GStreamer's decoder is asked.
 */
import test from 'ava';

import type { RTCIceCandidateInit, RTCSessionDescriptionInit } from '../../lib/index.js';
import { NetworkAgent } from '../helpers/network-agent.js';
import { NetworkLab } from '../helpers/network-lab.js';
import { NetworkLink } from '../helpers/network-link.js';
import type { PeerLine, PeerProcess } from '../helpers/peer-process.js';
import { debianPython, startPeer } from '../helpers/peer-session.js';
import { Watch } from '../helpers/watch.js';
import type { FrameReading } from '../helpers/watch.js';

/** Offer, answer and candidates; theirs come after their answer. */
async function negotiate(agent: NetworkAgent, peer: PeerProcess): Promise<void> {
  peer.send({ type: 'start', role: 'answer' });
  const description = await agent.describe();
  peer.send({ type: 'description', description });
  agent.onCandidate = (candidate) => peer.send({ type: 'candidate', candidate });
  const { description: answer } = await peer.next('description', 30_000);
  await agent.accept(answer as RTCSessionDescriptionInit);
  peer.handle('candidate', ({ candidate }) => {
    void agent.addCandidate(candidate as RTCIceCandidateInit);
  });
}

test('10 % loss: GStreamer recovers packets of ours', async (t) => {
  t.timeout(120_000);
  const lab = new NetworkLab();
  const [first, second] = [lab.host('a'), lab.host('b')];
  t.teardown(() => lab.remove());
  const link = await NetworkLink.between([first, '192.0.2.1/24'], [second, '192.0.2.2/24']);
  t.teardown(() => link.stop());
  await link.set({ delay: 60 });
  const agent = new NetworkAgent(first.prefix);
  const peer = startPeer(debianPython, 'gstreamer_fec_peer.py', { prefix: second.prefix });
  t.teardown(() => Promise.all([agent.stop(), peer.stop()]));
  const eye = new Watch('their eye');
  peer.handle('video', (line) => eye.take(line as PeerLine & FrameReading));

  await agent.open();
  await agent.sendAudio({ frequency: 440 });
  const picture = { width: 640, height: 360, frameRate: 15 };
  await agent.sendVideo(picture);
  await negotiate(agent, peer);
  await eye.shows(5, picture);
  await link.set({ loss: 0.1 });
  const { packets } = await peer.next('recovered', 60_000);
  t.true((packets as number) > 0);
});
