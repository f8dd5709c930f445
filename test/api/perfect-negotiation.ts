import test from 'ava';

import { RTCPeerConnection } from '../../lib/index.js';
import type {
  RTCDataChannel,
  RTCIceCandidateInit,
  RTCSessionDescriptionInit,
} from '../../lib/index.js';
import { opened } from '../helpers/pair.js';
import { messages, next, within } from '../helpers/wait.js';

interface Message {
  description?: RTCSessionDescriptionInit;
  candidate?: RTCIceCandidateInit | null;
}

interface Peer {
  readonly connection: RTCPeerConnection;
  /** Failures that the pattern does not expect. */
  readonly errors: unknown[];
  receive(message: Message): Promise<void>;
}

/** @see https://w3c.github.io/webrtc-pc/#perfect-negotiation-example */
function makePeer(polite: boolean, send: (message: Message) => void): Peer {
  const connection = new RTCPeerConnection();
  const errors: unknown[] = [];
  let makingOffer = false;
  let ignoreOffer = false;
  let isSettingRemoteAnswerPending = false;

  connection.onnegotiationneeded = async () => {
    try {
      makingOffer = true;
      await connection.setLocalDescription();
      send({ description: connection.localDescription! });
    } catch (error) {
      errors.push(error);
    } finally {
      makingOffer = false;
    }
  };
  connection.onicecandidate = ({ candidate }) => {
    send({ candidate });
  };

  return {
    connection,
    errors,
    async receive({ description, candidate }) {
      try {
        if (description) {
          const readyForOffer =
            !makingOffer &&
            (connection.signalingState === 'stable' || isSettingRemoteAnswerPending);
          const offerCollision = description.type === 'offer' && !readyForOffer;
          ignoreOffer = !polite && offerCollision;
          if (ignoreOffer) return;
          isSettingRemoteAnswerPending = description.type === 'answer';
          await connection.setRemoteDescription(description);
          isSettingRemoteAnswerPending = false;
          if (description.type === 'offer') {
            await connection.setLocalDescription();
            send({ description: connection.localDescription! });
          }
        } else {
          try {
            await connection.addIceCandidate(candidate ?? null);
          } catch (error) {
            if (!ignoreOffer) throw error;
          }
        }
      } catch (error) {
        errors.push(error);
      }
    },
  };
}

/** Two peers with a signaling channel that keeps the order and takes a task per message. */
function makePeers(): { polite: Peer; impolite: Peer } {
  const deliver = (to: () => Peer) => (message: Message) => {
    const text = JSON.stringify(message);
    setImmediate(() => void to().receive(JSON.parse(text) as Message));
  };
  const polite: Peer = makePeer(
    true,
    deliver(() => impolite),
  );
  const impolite: Peer = makePeer(
    false,
    deliver(() => polite),
  );
  return { polite, impolite };
}

async function remoteChannel(connection: RTCPeerConnection): Promise<RTCDataChannel> {
  const { channel } = await next<Event & { channel: RTCDataChannel }>(connection, 'datachannel');
  return opened(channel);
}

for (const round of [1, 2, 3]) {
  test(`both sides offer at once, round ${String(round)}`, async (t) => {
    const { polite, impolite } = makePeers();
    const remotes = [polite, impolite].map(({ connection }) => remoteChannel(connection));
    const channels = [polite, impolite].map(({ connection }) => connection.createDataChannel('x'));
    await within(Promise.all(channels.map(opened)), 'open');
    const [first, second] = await Promise.all(remotes);
    const received = Promise.all([messages(first!, 1), messages(second!, 1)]);
    channels[0]!.send('from the polite one');
    channels[1]!.send('from the impolite one');
    t.deepEqual(await received, [['from the impolite one'], ['from the polite one']]);
    t.deepEqual([...polite.errors, ...impolite.errors], []);
    polite.connection.close();
    impolite.connection.close();
  });
}

test('a restart at both sides at once', async (t) => {
  const { polite, impolite } = makePeers();
  const remote = remoteChannel(impolite.connection);
  const channel = polite.connection.createDataChannel('x');
  await opened(channel);
  polite.connection.restartIce();
  impolite.connection.restartIce();
  const stable = (peer: Peer) => next(peer.connection, 'signalingstatechange');
  await Promise.all([stable(polite), stable(impolite)]);
  const received = messages(await remote, 1);
  channel.send('still here');
  t.deepEqual(await received, ['still here']);
  t.deepEqual([...polite.errors, ...impolite.errors], []);
  polite.connection.close();
  impolite.connection.close();
});
