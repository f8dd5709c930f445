import { connections, type FakePeerConnection } from '../helpers/fake-native.js';

import test from 'ava';

import { RTCPeerConnection } from '../../../lib/index.js';
import type { RTCPeerConnectionIceEvent } from '../../../lib/index.js';
import { record } from '../../helpers/record.js';
import { task } from '../../helpers/wait.js';

function make(): { connection: RTCPeerConnection; native: FakePeerConnection } {
  const connection = new RTCPeerConnection();
  return { connection, native: connections.at(-1)! };
}

test('negotiationneeded is asked for just before it fires', async (t) => {
  const { connection, native } = make();
  const seen = record(connection, ['negotiationneeded']);
  native.emit('negotiationneeded', { eventId: 7 });
  t.deepEqual(native.calls.at(-1)?.args, [7]);
  t.deepEqual(seen, []);
  native.settle('shouldFireNegotiationNeeded', true);
  t.deepEqual(seen, ['negotiationneeded']);

  native.emit('negotiationneeded', { eventId: 8 });
  native.settle('shouldFireNegotiationNeeded', false);
  await task();
  t.is(seen.length, 1);
});

test('an operation that was started in between makes it ask again', (t) => {
  const { connection, native } = make();
  const seen = record(connection, ['negotiationneeded']);
  native.emit('negotiationneeded', { eventId: 1 });
  void connection.createOffer();
  native.settle('shouldFireNegotiationNeeded', true);
  t.deepEqual(seen, []);
  t.is(native.count('shouldFireNegotiationNeeded'), 2);
  native.settle('shouldFireNegotiationNeeded', true);
  t.deepEqual(seen, ['negotiationneeded']);
});

test('complete gathering is followed by a null candidate', (t) => {
  const { connection, native } = make();
  const seen: unknown[] = [];
  connection.onicegatheringstatechange = () => seen.push(connection.iceGatheringState);
  connection.onicecandidate = ({ candidate }) => seen.push(candidate);
  for (const state of ['gathering', 'complete', 'complete']) {
    native.emit('icegatheringstate', { state });
  }
  t.deepEqual(seen, ['gathering', 'complete', null]);
});

test('a candidate carries what libwebrtc knows of it', (t) => {
  const { connection, native } = make();
  let event: RTCPeerConnectionIceEvent | undefined;
  connection.onicecandidate = (found) => {
    event = found;
  };
  native.emit('icecandidate', {
    candidate: {
      candidate: 'candidate:1 1 udp 1 192.0.2.1 5 typ relay raddr 0.0.0.0 rport 0 ufrag ab+/',
      sdpMid: '0',
      sdpMLineIndex: 0,
      url: 'turn:example.org',
      relayProtocol: 'tls',
    },
    amendment: null,
  });
  t.like(event?.candidate, { usernameFragment: 'ab+/', relayProtocol: 'tls', type: 'relay' });
  t.is(event?.url, 'turn:example.org');
});

test('a state that does not change fires nothing', (t) => {
  const { connection, native } = make();
  const seen = record(connection, ['connectionstatechange', 'iceconnectionstatechange']);
  native.emit('connectionstate', { state: 'new' });
  native.emit('iceconnectionstate', { state: 'checking' });
  native.emit('iceconnectionstate', { state: 'checking' });
  native.emit('connectionstate', { state: 'connecting' });
  t.deepEqual(seen, ['iceconnectionstatechange', 'connectionstatechange']);
});

test('icecandidateerror leaves out what is unknown', (t) => {
  const { connection, native } = make();
  let seen: unknown;
  connection.onicecandidateerror = (event) => {
    seen = event;
  };
  native.emit('icecandidateerror', {
    address: '',
    port: 0,
    url: 'stun:example.org',
    errorCode: 701,
    errorText: 'no route',
  });
  t.like(seen, { address: null, port: null, errorCode: 701, url: 'stun:example.org' });
});
