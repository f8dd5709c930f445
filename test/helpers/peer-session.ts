import { join } from 'node:path';

import { RTCPeerConnection } from '../../lib/index.js';
import type { RTCConfiguration, RTCDataChannel } from '../../lib/index.js';
import { opened } from './pair.js';
import { PeerProcess } from './peer-process.js';
import type { PeerLine } from './peer-process.js';
import { within } from './wait.js';

/** What a program of test/interop/programs is told to be. */
export type PeerRole = 'offer' | 'answer';

export interface PeerSession {
  readonly pc: RTCPeerConnection;
  readonly peer: PeerProcess;
  /** Reliable and ordered, named `reliable`, made by the side that offers; the peer echoes. */
  readonly reliable: RTCDataChannel;
  /** Unordered, without retransmissions, named `partial`, protocol `p1`; the peer echoes. */
  readonly partial: RTCDataChannel;
  /** What the peer says about the channels when they are open. */
  readonly peerChannels: readonly PeerLine[];
  close(): Promise<void>;
}

/** Debian's packages are made for Debian's interpreter, whatever stands first on the PATH. */
export const debianPython = '/usr/bin/python3';

/**
 * Starts a peer's program; `file` is below test/interop/programs, `prefix` the
 * words that run a command in a network of its own.
 */
export function startPeer(
  interpreter: string,
  file: string,
  { prefix = [], args = [] }: { prefix?: readonly string[]; args?: readonly string[] } = {},
): PeerProcess {
  return new PeerProcess([...prefix, interpreter, join(interopPrograms, file), ...args]);
}

/** The sources: Python and plain modules are not copied to the compiled tests. */
const interopPrograms = join(__dirname, '../../../test/interop/programs');

/** Connects ours with the peer, which takes the role given, until both channels are open. */
export async function connectPeer(
  peer: PeerProcess,
  role: PeerRole,
  configuration: RTCConfiguration = {},
): Promise<PeerSession> {
  const pc = new RTCPeerConnection(configuration);
  try {
    const channels = role === 'offer' ? announcedChannels(pc) : ownChannels(pc);
    // Closing what failed to connect closes its channels too: the first failure is the one to tell.
    channels.catch(() => undefined);
    await negotiateWithPeer(pc, peer, role);
    const [reliable, partial] = await within(channels, 'open channels', 30_000);
    const peerChannels = [await peer.next('channel'), await peer.next('channel')];
    const close = async () => {
      pc.close();
      await peer.stop();
    };
    return { pc, peer, reliable, partial, peerChannels, close };
  } catch (error) {
    throw await sessionFailure(pc, peer, error);
  }
}

/** The error to throw when something failed between the two; both are gone then. */
export async function sessionFailure(
  pc: RTCPeerConnection,
  peer: PeerProcess,
  cause: unknown,
): Promise<Error> {
  const { signalingState, iceConnectionState, connectionState } = pc;
  const facts = { signalingState, iceConnectionState, connectionState, stderr: peer.stderr };
  pc.close();
  await peer.stop();
  return new Error(`${String(cause)}; ${JSON.stringify(facts)}`, { cause });
}

/** One exchange of descriptions; candidates follow as they come. */
export async function negotiateWithPeer(
  pc: RTCPeerConnection,
  peer: PeerProcess,
  role: PeerRole,
): Promise<void> {
  const described = exchangeCandidates(pc, peer);
  peer.send({ type: 'start', role });
  if (role === 'offer') await answer(pc, peer, described);
  else await offer(pc, peer, described);
}

async function offer(
  pc: RTCPeerConnection,
  peer: PeerProcess,
  described: () => void,
): Promise<void> {
  await pc.setLocalDescription();
  peer.send({ type: 'description', description: pc.localDescription!.toJSON() });
  await pc.setRemoteDescription(await descriptionOf(peer));
  described();
}

async function answer(
  pc: RTCPeerConnection,
  peer: PeerProcess,
  described: () => void,
): Promise<void> {
  await pc.setRemoteDescription(await descriptionOf(peer));
  described();
  await pc.setLocalDescription();
  peer.send({ type: 'description', description: pc.localDescription!.toJSON() });
}

async function descriptionOf(
  peer: PeerProcess,
): Promise<{ type: 'offer' | 'answer'; sdp: string }> {
  const { description } = await peer.next('description', 30_000);
  return description as { type: 'offer' | 'answer'; sdp: string };
}

/** Theirs wait until the function that it returns is called: before, no description takes them. */
function exchangeCandidates(pc: RTCPeerConnection, peer: PeerProcess): () => void {
  pc.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate?.candidate) peer.send({ type: 'candidate', candidate: candidate.toJSON() });
  });
  let described: (() => void) | undefined;
  const ready = new Promise<void>((resolve) => {
    described = resolve;
  });
  peer.handle('candidate', ({ candidate }) => {
    void ready.then(async () => {
      if (pc.signalingState === 'closed') return;
      await pc.addIceCandidate(candidate as { candidate: string; sdpMid: string });
    });
  });
  return described!;
}

async function ownChannels(pc: RTCPeerConnection): Promise<[RTCDataChannel, RTCDataChannel]> {
  const reliable = pc.createDataChannel('reliable');
  const partial = pc.createDataChannel('partial', {
    ordered: false,
    maxRetransmits: 0,
    protocol: 'p1',
  });
  return [await opened(reliable), await opened(partial)];
}

async function announcedChannels(pc: RTCPeerConnection): Promise<[RTCDataChannel, RTCDataChannel]> {
  const channels = new Map<string, RTCDataChannel>();
  await new Promise<void>((resolve) => {
    pc.addEventListener('datachannel', ({ channel }) => {
      channels.set(channel.label, channel);
      if (channels.has('reliable') && channels.has('partial')) resolve();
    });
  });
  return [await opened(channels.get('reliable')!), await opened(channels.get('partial')!)];
}
