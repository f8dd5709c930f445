import { X509Certificate } from 'node:crypto';

import test from 'ava';

import { RTCIceCandidate } from '../../lib/index.js';
import type { RTCPeerConnection } from '../../lib/index.js';
import { connectPair, makePair, negotiate } from '../helpers/pair.js';
import { until } from '../helpers/wait.js';

test('their states, from the answer on until connected', async (t) => {
  const { offerer, answerer, close } = makePair();
  t.teardown(close);
  offerer.createDataChannel('data');
  const states: string[] = [];
  answerer.onsignalingstatechange = () => {
    // The offerer does not have the answer yet: nothing is connected.
    if (answerer.signalingState !== 'stable') return;
    const { transport, state, maxChannels } = answerer.sctp!;
    t.deepEqual([state, maxChannels], ['connecting', null]);
    t.deepEqual(transport.getRemoteCertificates(), []);
    transport.onstatechange = () => states.push(transport.state);
  };
  await negotiate(offerer, answerer);
  const sctp = answerer.sctp!;
  const ice = sctp.transport.iceTransport;
  await until(sctp, 'statechange', () => sctp.state === 'connected');
  t.is(states.at(-1), 'connected');
  t.true(sctp.maxChannels! > 0);
  t.true(['connected', 'completed'].includes(ice.state));
  t.is(ice.role, 'controlled');
  t.is(offerer.sctp?.transport.iceTransport.role, 'controlling');
  t.is(ice.component, 'rtp');
});

test('one transport is one object', async (t) => {
  const { offerer, answerer, close } = await connectPair();
  t.teardown(close);
  const { sctp } = offerer;
  const iceTransport = sctp!.transport.iceTransport;
  await negotiate(answerer, offerer);
  t.is(offerer.sctp, sctp);
  t.is(offerer.sctp?.transport.iceTransport, iceTransport);
});

test('the remote certificate is the one of the fingerprint', async (t) => {
  const { offerer, close } = await connectPair();
  t.teardown(close);
  const [der] = offerer.sctp!.transport.getRemoteCertificates();
  const { fingerprint256 } = new X509Certificate(Buffer.from(der!));
  t.true(offerer.remoteDescription!.sdp.includes(`a=fingerprint:sha-256 ${fingerprint256}`));
});

test('parameters and candidates are those of the descriptions', async (t) => {
  const { offerer, answerer, close } = await connectPair();
  t.teardown(close);
  const transport = ({ sctp }: RTCPeerConnection) => sctp!.transport.iceTransport;
  const here = transport(offerer);
  const there = transport(answerer);
  t.deepEqual(here.getLocalParameters(), there.getRemoteParameters());
  t.deepEqual(here.getRemoteParameters(), there.getLocalParameters());
  t.truthy(here.getLocalParameters()?.password);
  const candidates = here.getLocalCandidates();
  t.true(candidates.length > 0);
  for (const candidate of candidates) {
    t.true(candidate instanceof RTCIceCandidate);
    t.is(candidate.sdpMid, '0');
    t.is(candidate.usernameFragment, here.getLocalParameters()!.usernameFragment!);
  }
  await until(answerer, 'icegatheringstatechange', () => answerer.iceGatheringState === 'complete');
});

test('the selected pair joins a local and a remote candidate', async (t) => {
  const { offerer, answerer, close } = await connectPair();
  t.teardown(close);
  const here = offerer.sctp!.transport.iceTransport.getSelectedCandidatePair()!;
  const there = answerer.sctp!.transport.iceTransport;
  await until(there, 'selectedcandidatepairchange', () => {
    return there.getSelectedCandidatePair()?.remote.port === here.local.port;
  });
  t.is(there.getSelectedCandidatePair()?.remote.address, here.local.address);
  t.is(here.local.component, 'rtp');
  t.is(here.remote.protocol, 'udp');
});
