import { connections } from '../helpers/fake-native.js';

import { once } from 'node:events';

import test from 'ava';

import { RTCPeerConnection } from '../../../lib/index.js';
import { record } from '../../helpers/record.js';

test.serial('an exception in a listener is uncaught, the other listeners run', async (t) => {
  // AVA's own listener would fail the run.
  const others = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  t.teardown(() => {
    for (const listener of others) process.on('uncaughtException', listener);
  });
  const connection = new RTCPeerConnection();
  connection.oniceconnectionstatechange = () => {
    throw new Error('from the listener');
  };
  const seen = record(connection, ['iceconnectionstatechange', 'connectionstatechange']);
  const uncaught = once(process, 'uncaughtException');
  const native = connections.at(-1)!;
  native.emit('iceconnectionstate', { state: 'checking' });
  native.emit('connectionstate', { state: 'connecting' });
  t.deepEqual(seen, ['iceconnectionstatechange', 'connectionstatechange']);
  const [error] = await uncaught;
  t.is((error as Error).message, 'from the listener');
});

test('events and results for what is unknown are dropped', (t) => {
  const connection = new RTCPeerConnection();
  const native = connections.at(-1)!;
  void connection.createOffer();
  native.settle('createOffer', { type: 'offer', sdp: '' });
  t.notThrows(() => {
    native.settle('createOffer', { type: 'offer', sdp: '' });
    Object.assign(native, { id: 123456 });
    native.emit('connectionstate', { state: 'connected' });
  });
  t.is(connection.connectionState, 'new');
});
