/**
 * One connection in a process of its own, so that it can live in a network of
 * its own. Takes calls as JSON, one a line, and prints replies and events so.
 */
import { createInterface } from 'node:readline';

import { nonstandard, RTCPeerConnection } from '../../../lib/index.js';
import type {
  RTCConfiguration,
  RTCDataChannel,
  RTCDataChannelInit,
  RTCIceCandidateInit,
  RTCSessionDescriptionInit,
  TestAudioOptions,
  TestVideoOptions,
} from '../../../lib/index.js';
import { selectedPair } from './selected-pair.js';
import { Receiver, sendNumbered } from './traffic.js';
import type { SendOptions } from './traffic.js';
import { statsOf } from '../../helpers/stats.js';

let connection: RTCPeerConnection;
const channels = new Map<string, RTCDataChannel>();
const receivers = new Map<string, Receiver>();

function say(type: string, members: object = {}): void {
  process.stdout.write(`${JSON.stringify({ type, ...members })}\n`);
}

function adopt(channel: RTCDataChannel): void {
  channels.set(channel.label, channel);
  receivers.set(channel.label, new Receiver(channel));
  if (channel.readyState === 'open') say(`opened-${channel.label}`);
  channel.addEventListener('open', () => say(`opened-${channel.label}`));
  channel.addEventListener('close', () => say(`closed-${channel.label}`));
}

function watch(pc: RTCPeerConnection): void {
  pc.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate === null) return;
    const { type, address, protocol, relatedAddress, relayProtocol, url } = candidate;
    const facts = { type, address, protocol, relatedAddress, relayProtocol, url };
    say('candidate', { candidate, facts });
  });
  pc.addEventListener('icecandidateerror', (event) => {
    const { address, port, url, errorCode, errorText } = event;
    say('candidate-error', { address, port, url, errorCode, errorText });
  });
  pc.addEventListener('icegatheringstatechange', () =>
    say('gathering', { state: pc.iceGatheringState }),
  );
  pc.addEventListener('connectionstatechange', () => say('state', { state: pc.connectionState }));
  pc.addEventListener('datachannel', ({ channel }) => adopt(channel));
  pc.addEventListener('track', ({ track }) => {
    nonstandard.readTestTrack(track, (reading) => say(track.kind, reading));
  });
}

const methods = {
  open(configuration: RTCConfiguration): void {
    connection = new RTCPeerConnection(configuration);
    watch(connection);
  },
  configure(configuration: RTCConfiguration): void {
    connection.setConfiguration(configuration);
  },
  channel(label: string, init: RTCDataChannelInit): void {
    adopt(connection.createDataChannel(label, init));
  },
  sendAudio(options: TestAudioOptions): void {
    connection.addTrack(nonstandard.createTestTrack('audio', options));
  },
  sendVideo(options: TestVideoOptions): void {
    connection.addTrack(nonstandard.createTestTrack('video', options));
  },
  restartIce(): void {
    connection.restartIce();
  },
  async describe(): Promise<RTCSessionDescriptionInit> {
    await connection.setLocalDescription();
    return connection.localDescription!.toJSON();
  },
  async accept(description: RTCSessionDescriptionInit): Promise<void> {
    await connection.setRemoteDescription(description);
  },
  async candidate(candidate: RTCIceCandidateInit | null): Promise<void> {
    await connection.addIceCandidate(candidate);
  },
  async send(label: string, options: SendOptions): Promise<void> {
    await sendNumbered(channels.get(label)!, options);
  },
  async reach(label: string, count: number): Promise<unknown> {
    const receiver = receivers.get(label)!;
    await receiver.reach(count);
    return receiver.summary;
  },
  received: (label: string) => receivers.get(label)!.summary,
  state: () => connection.connectionState,
  stats: (type: string, kind?: 'audio' | 'video') => statsOf(connection, type, kind),
  pair: () => selectedPair(connection),
};

type Methods = Record<string, (...args: unknown[]) => unknown>;

async function main(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, args } = JSON.parse(line) as {
      id: number;
      method: string;
      args: unknown[];
    };
    void Promise.resolve()
      .then(() => (methods as Methods)[method]!(...args))
      .then(
        (value) => say(`reply-${id}`, { value }),
        (error: unknown) => say(`reply-${id}`, { error: String(error) }),
      );
  }
  process.exit(0);
}

void main();
