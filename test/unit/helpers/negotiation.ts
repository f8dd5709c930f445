/** Connections with media over the fake addon, and descriptions that end as a test says. */
import { connections, description, snapshot } from './fake-native.js';
import type { FakePeerConnection } from './fake-native.js';
import type { FakeTransceiver } from './fake-transceiver.js';

import { nonstandard, RTCPeerConnection } from '../../../lib/index.js';
import type { MediaStreamTrack } from '../../../lib/index.js';
import type { NativeSnapshot, NativeTransceiverFacts } from '../../../lib/native.js';

export interface Made {
  readonly connection: RTCPeerConnection;
  readonly native: FakePeerConnection;
}

export function make(): Made {
  const connection = new RTCPeerConnection();
  return { connection, native: connections.at(-1)! };
}

export function newTrack(kind: 'audio' | 'video' = 'video'): MediaStreamTrack {
  return kind === 'audio'
    ? nonstandard.createTestTrack('audio')
    : nonstandard.createTestTrack('video');
}

/** A transceiver of the connection, with what stands behind it. */
export function addTransceiver({ connection, native }: Made, kind: 'audio' | 'video' = 'video') {
  const transceiver = connection.addTransceiver(kind);
  return { transceiver, fake: native.transceivers.at(-1)! };
}

type Facts = readonly NativeTransceiverFacts[];

/** Sets a description of the remote peer. */
export async function setRemote(
  { connection, native }: Made,
  type: 'offer' | 'answer' | 'pranswer' | 'rollback',
  transceivers: Facts,
  changes: Partial<NativeSnapshot> = {},
): Promise<void> {
  const set = connection.setRemoteDescription({ type, sdp: 'v=0\r\n' });
  const signalingState = type === 'offer' ? 'have-remote-offer' : 'stable';
  native.settle('setRemoteDescription', snapshot({ signalingState, transceivers, ...changes }));
  await set;
}

/** Sets a description of this side. */
export async function setLocal(
  { connection, native }: Made,
  type: 'offer' | 'answer' | 'rollback',
  transceivers: Facts,
  changes: Partial<NativeSnapshot> = {},
): Promise<void> {
  const set =
    type === 'rollback'
      ? connection.setLocalDescription({ type })
      : connection.setLocalDescription();
  const signalingState = type === 'offer' ? 'have-local-offer' : 'stable';
  const pendingLocal = type === 'offer' ? description('offer') : null;
  native.settle(
    'setLocalDescription',
    snapshot({ signalingState, pendingLocal, transceivers, ...changes }),
  );
  await set;
}

/** As the remote peer sends it: received since the last remote description. */
export function received(fake: FakeTransceiver, streamIds: string[] = [], mid = '0') {
  return fake.facts({ mid, direction: 'recvonly', firedDirection: 'recvonly', streamIds });
}

/** A transport of one media section, or of a bundle. */
export function newTransport(id: number) {
  return {
    id,
    state: 'new',
    iceTransport: {
      id: id + 1,
      component: 'rtp',
      role: 'unknown',
      state: 'new',
      gatheringState: 'new',
    },
  } as const;
}
