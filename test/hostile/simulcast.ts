/** Remote peers that contradict themselves on simulcast: libwebrtc must not end the process. */
import test from 'ava';

import { RTCPeerConnection, nonstandard } from '../../lib/index.js';
import type { RTCRtpSender } from '../../lib/index.js';
import { size } from '../helpers/size.js';
import { within } from '../helpers/wait.js';
import { layers, withLayers } from './helpers/simulcast.js';
import type { Way } from './helpers/simulcast.js';

test.serial.beforeEach((t) => {
  t.timeout(size(60_000, 600_000));
});

const sendEncodings = [
  { rid: 'h' },
  { rid: 'm', scaleResolutionDownBy: 2 },
  { rid: 'l', scaleResolutionDownBy: 4 },
];

function openSimulcast(): { connection: RTCPeerConnection; sender: RTCRtpSender } {
  const connection = new RTCPeerConnection();
  const track = nonstandard.createTestTrack('video', { width: 320, height: 180, frameRate: 15 });
  const { sender } = connection.addTransceiver(track, { sendEncodings });
  return { connection, sender };
}

/** @returns whether it was fulfilled; anything else must be an error of the API's own */
async function isTaken(promise: Promise<unknown>): Promise<boolean> {
  try {
    await within(promise, 'a settlement');
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

async function answerOf(connection: RTCPeerConnection): Promise<string> {
  const peer = new RTCPeerConnection();
  try {
    await peer.setRemoteDescription(connection.localDescription!);
    return (await peer.createAnswer()).sdp;
  } finally {
    peer.close();
  }
}

/** An offer of ours, and an answer to it that says this of its layers. */
async function offerAndHear(connection: RTCPeerConnection, lines: string[]): Promise<boolean> {
  if (!(await isTaken(connection.setLocalDescription()))) return false;
  const sdp = withLayers(await answerOf(connection), lines);
  const taken = await isTaken(connection.setRemoteDescription({ type: 'answer', sdp }));
  if (!taken) await connection.setLocalDescription({ type: 'rollback' });
  return taken;
}

async function hearAndAnswer(
  connection: RTCPeerConnection,
  offer: string,
  lines: string[],
): Promise<boolean> {
  const sdp = withLayers(offer, lines);
  if (!(await isTaken(connection.setRemoteDescription({ type: 'offer', sdp })))) return false;
  if (await isTaken(connection.setLocalDescription())) return true;
  await connection.setRemoteDescription({ type: 'rollback' });
  return false;
}

/** Each encoding once on and once off, then all as they were. */
async function changeEncodings(sender: RTCRtpSender): Promise<void> {
  for (let index = 0; index < sender.getParameters().encodings.length; index += 1) {
    const parameters = sender.getParameters();
    for (const encoding of parameters.encodings) encoding.maxBitrate = 100_000 * (index + 1);
    parameters.encodings[index]!.active = !parameters.encodings[index]!.active;
    await isTaken(sender.setParameters(parameters));
  }
}

/** What is said after it: of all in the long form, else of a few. */
function after(name: string): ((way: Way) => string[])[] {
  const all = Object.values(layers);
  const index = Object.keys(layers).indexOf(name);
  return Array.from(
    { length: size(3, all.length) },
    (_, offset) => all[(index + 7 * offset) % all.length]!,
  );
}

/** It is as good as new when it can be asked for everything. */
async function checkAlive(connection: RTCPeerConnection): Promise<void> {
  await connection.getStats();
  for (const { sender, receiver } of connection.getTransceivers()) {
    sender.getParameters();
    receiver.getParameters();
  }
  await connection.createOffer();
}

for (const [name, lines] of Object.entries(layers)) {
  test.serial(`answers about layers: ${name}, then any other`, async (t) => {
    for (const others of after(name)) {
      const { connection, sender } = openSimulcast();
      await offerAndHear(connection, lines('recv'));
      await changeEncodings(sender);
      await offerAndHear(connection, others('recv'));
      await changeEncodings(sender);
      await checkAlive(connection);
      connection.close();
    }
    t.pass();
  });

  for (const way of ['send', 'recv'] as const) {
    test.serial(`offers to ${way} layers: ${name}, then any other`, async (t) => {
      const peer = openSimulcast();
      t.teardown(() => peer.connection.close());
      const offer = (await peer.connection.createOffer()).sdp;
      for (const others of after(name)) {
        const connection = new RTCPeerConnection();
        const sender = connection.addTrack(nonstandard.createTestTrack('video'));
        await hearAndAnswer(connection, offer, lines(way));
        await changeEncodings(sender);
        await hearAndAnswer(connection, offer, others(way));
        await changeEncodings(sender);
        await offerAndHear(connection, others(way));
        await checkAlive(connection);
        connection.close();
      }
      t.pass();
    });
  }

  test.serial(`an offer about layers to one that offers its own: ${name}`, async (t) => {
    const peer = openSimulcast();
    t.teardown(() => peer.connection.close());
    const offer = (await peer.connection.createOffer()).sdp;
    for (const way of ['send', 'recv'] as const) {
      const { connection, sender } = openSimulcast();
      await connection.setLocalDescription();
      await hearAndAnswer(connection, offer, lines(way));
      await changeEncodings(sender);
      await offerAndHear(connection, lines(way));
      await changeEncodings(sender);
      await checkAlive(connection);
      connection.close();
    }
    t.pass();
  });
}

test.serial('an answer with a different order leaves the encodings in theirs', async (t) => {
  const { connection, sender } = openSimulcast();
  t.teardown(() => connection.close());
  await offerAndHear(connection, layers['in another order']!('recv'));
  t.deepEqual(
    sender.getParameters().encodings.map(({ rid }) => rid),
    ['h', 'm', 'l'],
  );
});

test.serial('an answer with a rid that was not offered is refused or ignored', async (t) => {
  const { connection, sender } = openSimulcast();
  t.teardown(() => connection.close());
  await offerAndHear(connection, layers['one more']!('recv'));
  t.deepEqual(
    sender.getParameters().encodings.map(({ rid }) => rid),
    ['h', 'm', 'l'],
  );
});
