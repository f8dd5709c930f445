import test from 'ava';

import { RTCPeerConnection } from '../../lib/index.js';
import { rejection, thrown } from '../helpers/failure.js';
import { connectPair } from '../helpers/pair.js';
import { record } from '../helpers/record.js';
import { next, task } from '../helpers/wait.js';

test('states and attributes after close', async (t) => {
  const { offerer, local, close } = await connectPair();
  t.teardown(close);
  const sctp = offerer.sctp!;
  const { localDescription, remoteDescription } = offerer;
  const events = [
    'signalingstatechange',
    'iceconnectionstatechange',
    'connectionstatechange',
    'icegatheringstatechange',
  ];
  const seen = [
    record(offerer, events),
    record(sctp, ['statechange']),
    record(sctp.transport, ['statechange']),
    record(sctp.transport.iceTransport, ['statechange']),
  ];
  offerer.close();
  offerer.close();
  t.like(offerer, {
    signalingState: 'closed',
    connectionState: 'closed',
    iceConnectionState: 'closed',
    localDescription,
    remoteDescription,
    canTrickleIceCandidates: true,
    sctp,
  });
  t.is(sctp.state, 'closed');
  t.is(sctp.transport.state, 'closed');
  t.is(sctp.transport.iceTransport.state, 'closed');
  t.is(sctp.transport.getRemoteCertificates().length, 1);
  t.is(sctp.transport.iceTransport.getSelectedCandidatePair(), null);
  t.truthy(sctp.transport.iceTransport.getLocalParameters());
  t.is(local.readyState, 'closed');
  t.truthy(offerer.getConfiguration());
  await task();
  t.deepEqual(seen, [[], [], [], []]);
});

test('methods after close', async (t) => {
  const connection = new RTCPeerConnection();
  connection.close();
  const name = 'InvalidStateError';
  t.is((await rejection(connection.createOffer())).name, name);
  t.is((await rejection(connection.createAnswer())).name, name);
  t.is((await rejection(connection.setLocalDescription())).name, name);
  t.is((await rejection(connection.setLocalDescription({ type: 'rollback' }))).name, name);
  t.is((await rejection(connection.setRemoteDescription({ type: 'offer' }))).name, name);
  t.is((await rejection(connection.addIceCandidate())).name, name);
  t.is(thrown(() => connection.createDataChannel('')).name, name);
  t.is(thrown(() => connection.setConfiguration({})).name, name);
  t.is((await connection.getStats()).size, 0);
  t.notThrows(() => {
    connection.restartIce();
  });
});

test('the other side sees its transports go', async (t) => {
  const { offerer, answerer, close } = await connectPair();
  t.teardown(close);
  const sctp = answerer.sctp!;
  const changes = Promise.all([next(sctp, 'statechange'), next(sctp.transport, 'statechange')]);
  offerer.close();
  await changes;
  t.is(sctp.state, 'closed');
  t.is(sctp.transport.state, 'closed');
  t.is(answerer.signalingState, 'stable');
});
