import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { RTCPeerConnection } from '../../../lib/index.js';
import { PeerProcess } from '../../helpers/peer-process.js';

export interface Report {
  readonly messages: number;
  readonly bytes: number;
  readonly channels: number;
  readonly disorder: number;
  /** MiB, without garbage: now, and the most while messages came. */
  readonly memory: number;
  readonly peak: number;
  /** RTP packets that the connection received, and frames that went to a decoder. */
  readonly packets: number;
  readonly frames: number;
  readonly connectionState: string;
  readonly channelState: string;
}

/** A process of its own that holds a connection and is attacked. */
export function startEndpoint(): PeerProcess {
  const program = join(__dirname, '../programs/endpoint.js');
  return new PeerProcess([process.execPath, '--expose-gc', program]);
}

export async function reportOf(endpoint: PeerProcess, limit?: number): Promise<Report> {
  endpoint.send({ type: 'report' });
  return (await endpoint.next('report', limit)) as unknown as Report;
}

/** Resolves when a message went to the other end and back. */
export async function ping(endpoint: PeerProcess, limit?: number): Promise<void> {
  endpoint.send({ type: 'ping' });
  await endpoint.next('pong', limit);
}

/** Resident memory of a process in MiB, garbage included. */
export function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

/** Passes descriptions and candidates on, in both directions. */
export function introduce(endpoint: PeerProcess, peer: PeerProcess): void {
  for (const [from, to] of [
    [endpoint, peer],
    [peer, endpoint],
  ] as const) {
    from.handle('description', (line) => to.send(line));
    from.handle('candidate', (line) => to.send(line));
  }
}

/** As {@link introduce}, for a connection of this process, which offers. */
export async function offerTo(connection: RTCPeerConnection, endpoint: PeerProcess): Promise<void> {
  connection.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate?.candidate) endpoint.send({ type: 'candidate', candidate: candidate.toJSON() });
  });
  endpoint.handle('candidate', ({ candidate }) => {
    void answered.then(() =>
      connection.addIceCandidate(candidate as { candidate: string; sdpMid: string }),
    );
  });
  await connection.setLocalDescription();
  endpoint.send({ type: 'description', description: connection.localDescription!.toJSON() });
  const answered = endpoint
    .next('description')
    .then(({ description }) =>
      connection.setRemoteDescription(description as { type: 'answer'; sdp: string }),
    );
  await answered;
}
