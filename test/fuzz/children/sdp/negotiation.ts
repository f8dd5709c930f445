import fc from 'fast-check';

import { RTCPeerConnection, nonstandard } from '../../../../lib/index.js';
import { attempt, checkError, settled } from '../outcome.js';
import { target } from '../target.js';
import { generated } from './generate.js';
import { linesOf, mutate, mutations } from './mutate.js';
import type { Mutation } from './mutate.js';
import { shapes } from './shapes.js';

type Step =
  | {
      readonly give: 'offer';
      readonly base: string | readonly string[];
      readonly changes: Mutation[];
    }
  | {
      readonly give: 'answer' | 'pranswer' | 'local offer' | 'local answer';
      readonly changes: Mutation[];
    }
  | { readonly give: 'local rollback' | 'remote rollback' };

interface Negotiation {
  /** What the connection has to offer by itself. */
  readonly own: 'nothing' | 'data' | 'media' | 'tracks' | 'all';
  readonly steps: readonly Step[];
}

const offer = fc.record({
  give: fc.constant('offer' as const),
  base: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...shapes.keys()) },
    { weight: 1, arbitrary: generated },
  ),
  changes: mutations,
});

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: offer },
  {
    weight: 4,
    arbitrary: fc.record({
      give: fc.constantFrom('answer', 'pranswer', 'local offer', 'local answer'),
      changes: mutations,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ give: fc.constantFrom('local rollback', 'remote rollback') }),
  },
);

const negotiation: fc.Arbitrary<Negotiation> = fc.record({
  own: fc.constantFrom('nothing', 'data', 'media', 'tracks', 'all'),
  steps: fc.array(step, { minLength: 1, maxLength: 4 }),
});

/** A real answer to the connection's own offer, changed. */
async function answerTo(connection: RTCPeerConnection, changes: Mutation[]): Promise<string> {
  const peer = new RTCPeerConnection();
  try {
    await peer.setRemoteDescription(connection.localDescription!);
    const { sdp } = await peer.createAnswer();
    return mutate(linesOf(sdp), changes);
  } catch {
    return mutate(linesOf(connection.localDescription?.sdp ?? ''), changes);
  } finally {
    peer.close();
  }
}

async function take(connection: RTCPeerConnection, next: Step): Promise<void> {
  switch (next.give) {
    case 'offer': {
      const lines = typeof next.base === 'string' ? shapes.get(next.base)! : next.base;
      const sdp = mutate(lines, next.changes);
      if (!(await settled(connection.setRemoteDescription({ type: 'offer', sdp })))) return;
      await settled(connection.setLocalDescription());
      return;
    }
    case 'answer':
    case 'pranswer': {
      if (connection.signalingState === 'stable') {
        if (!(await settled(connection.setLocalDescription()))) return;
      }
      const sdp = await answerTo(connection, next.changes);
      await settled(connection.setRemoteDescription({ type: next.give, sdp }));
      return;
    }
    case 'local offer':
    case 'local answer': {
      const isOffer = next.give === 'local offer';
      try {
        const made = await (isOffer ? connection.createOffer() : connection.createAnswer());
        const sdp = mutate(linesOf(made.sdp), next.changes);
        await settled(connection.setLocalDescription({ type: made.type, sdp }));
      } catch (error) {
        checkError(error);
      }
      return;
    }
    case 'local rollback':
      await settled(connection.setLocalDescription({ type: 'rollback' }));
      return;
    case 'remote rollback':
      await settled(connection.setRemoteDescription({ type: 'rollback' }));
  }
}

const states = new Set([
  'stable',
  'have-local-offer',
  'have-remote-offer',
  'have-local-pranswer',
  'have-remote-pranswer',
]);

/** One connection that is given descriptions, one after the other. */
export const negotiations = target<Negotiation>({
  arbitrary: negotiation,
  async run({ own, steps }) {
    const connection = new RTCPeerConnection();
    try {
      if (own === 'data' || own === 'all') connection.createDataChannel('own');
      if (own === 'media' || own === 'all') {
        await connection.createOffer({ offerToReceiveAudio: true, offerToReceiveVideo: true });
      }
      if (own === 'tracks' || own === 'all') {
        connection.addTrack(nonstandard.createTestTrack('audio'));
        const sendEncodings = [{ rid: 'h' }, { rid: 'm' }, { rid: 'l' }];
        connection.addTransceiver(nonstandard.createTestTrack('video'), { sendEncodings });
      }
      for (const next of steps) {
        await take(connection, next);
        if (!states.has(connection.signalingState)) {
          throw new Error(`signalingState is ${connection.signalingState}`);
        }
      }
      attempt(() => connection.createDataChannel('after'));
      await settled(connection.getStats());
    } finally {
      connection.close();
    }
  },
});
