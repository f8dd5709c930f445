import fc from 'fast-check';

import { RTCPeerConnection, nonstandard } from '../../../../lib/index.js';
import { settled } from '../outcome.js';
import { target } from '../target.js';
import { linesOf, mutate, mutation } from './mutate.js';
import type { Mutation } from './mutate.js';

interface Connecting {
  readonly media: boolean;
  readonly offer: Mutation[];
  readonly answer: Mutation[];
}

const few = fc.array(mutation, { maxLength: 2 });

/** Milliseconds to connect in; a description that was changed need not lead to a connection. */
const patience = 250;

async function gathered(connection: RTCPeerConnection): Promise<string> {
  // Without a section there is no transport, and nothing to gather for.
  const gathers = () => /^m=/m.test(connection.localDescription!.sdp);
  while (gathers() && connection.iceGatheringState !== 'complete') {
    await new Promise((resolve) => {
      connection.addEventListener('icegatheringstatechange', resolve, { once: true });
    });
  }
  return connection.localDescription!.sdp;
}

function connectedOrLate(connection: RTCPeerConnection): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patience);
    connection.addEventListener('connectionstatechange', () => {
      if (!['connected', 'failed'].includes(connection.connectionState)) return;
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Small, and slow: what is sent is to cost little. */
function addTracks(connection: RTCPeerConnection): void {
  const form = { width: 64, height: 48, frameRate: 10 };
  connection.addTrack(nonstandard.createTestTrack('audio'));
  connection.addTrack(nonstandard.createTestTrack('video', form));
}

async function exchange(a: RTCPeerConnection, b: RTCPeerConnection, changes: Connecting) {
  if (changes.media) for (const side of [a, b]) addTracks(side);
  await a.setLocalDescription();
  const offer = mutate(linesOf(await gathered(a)), changes.offer);
  if (!(await settled(b.setRemoteDescription({ type: 'offer', sdp: offer })))) return;
  if (!(await settled(b.setLocalDescription()))) return;
  if (b.localDescription === null) return;
  const answer = mutate(linesOf(await gathered(b)), changes.answer);
  if (!(await settled(a.setRemoteDescription({ type: 'answer', sdp: answer })))) return;
  await connectedOrLate(a);
  await settled(a.getStats());
}

/** Two connections that get each other's descriptions, changed, and try to connect. */
export const connections = target<Connecting>({
  arbitrary: fc.record({ media: fc.boolean(), offer: few, answer: few }),
  async run(changes) {
    const a = new RTCPeerConnection();
    const b = new RTCPeerConnection();
    try {
      const channel = a.createDataChannel('a');
      channel.addEventListener('open', () => {
        channel.send('hello');
      });
      await exchange(a, b, changes);
    } finally {
      for (const { track } of [...a.getSenders(), ...b.getSenders()]) track?.stop();
      a.close();
      b.close();
    }
  },
});
