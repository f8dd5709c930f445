import { RTCPeerConnection, type RTCConfiguration, type RTCDataChannel } from '../../lib/index.js';

export interface Pair {
  readonly offerer: RTCPeerConnection;
  readonly answerer: RTCPeerConnection;
  readonly close: () => void;
}

/** Two connections that hand each other their candidates. */
export function makePair(configuration: RTCConfiguration = {}): Pair {
  const offerer = new RTCPeerConnection(configuration);
  const answerer = new RTCPeerConnection(configuration);
  trickle(offerer, answerer);
  trickle(answerer, offerer);
  return {
    offerer,
    answerer,
    close() {
      offerer.close();
      answerer.close();
    },
  };
}

function trickle(from: RTCPeerConnection, to: RTCPeerConnection): void {
  from.addEventListener('icecandidate', ({ candidate }) => {
    if (to.signalingState !== 'closed') void to.addIceCandidate(candidate);
  });
}

export async function negotiate(
  offerer: RTCPeerConnection,
  answerer: RTCPeerConnection,
): Promise<void> {
  await offerer.setLocalDescription();
  await answerer.setRemoteDescription(offerer.localDescription!);
  await answerer.setLocalDescription();
  await offerer.setRemoteDescription(answerer.localDescription!);
}

export interface ChannelPair extends Pair {
  readonly local: RTCDataChannel;
  readonly remote: RTCDataChannel;
}

/** A pair with one open data channel, negotiated in band. */
export async function connectPair(configuration: RTCConfiguration = {}): Promise<ChannelPair> {
  const pair = makePair(configuration);
  const local = pair.offerer.createDataChannel('test');
  const remote = new Promise<RTCDataChannel>((resolve) => {
    pair.answerer.addEventListener('datachannel', ({ channel }) => {
      resolve(channel);
    });
  });
  await negotiate(pair.offerer, pair.answerer);
  await opened(local);
  return { ...pair, local, remote: await opened(await remote) };
}

export async function opened(channel: RTCDataChannel): Promise<RTCDataChannel> {
  if (channel.readyState !== 'open') {
    await new Promise((resolve, reject) => {
      channel.addEventListener('open', resolve, { once: true });
      channel.addEventListener('close', reject, { once: true });
    });
  }
  return channel;
}
