import {
  connections,
  description,
  hold,
  nativeError,
  snapshot,
  type FakePeerConnection,
} from '../helpers/fake-native.js';

import test from 'ava';

import { nonstandard, RTCPeerConnection, RTCSessionDescription } from '../../../lib/index.js';
import { rejection } from '../../helpers/failure.js';
import { task } from '../../helpers/wait.js';

function make(): { connection: RTCPeerConnection; native: FakePeerConnection } {
  const connection = new RTCPeerConnection();
  return { connection, native: connections.at(-1)! };
}

test.serial('an operation holds the event loop while it is pending', async (t) => {
  const { connection, native } = make();
  t.is(hold.count, 0);
  const creating = connection.createOffer();
  t.is(hold.count, 1);
  const second = connection.createOffer();
  t.is(hold.count, 1);
  native.settle('createOffer', description('offer'));
  await second;
  t.is(hold.count, 1);
  connection.close();
  t.is(hold.count, 0);
  void creating;
});

test.serial('a negotiated connection holds it until closed or unreferenced', async (t) => {
  const { connection, native } = make();
  const done = connection.setLocalDescription();
  native.settle('setLocalDescription', snapshot({ signalingState: 'have-local-offer' }));
  await done;
  t.is(hold.count, 1);
  nonstandard.unref(connection);
  t.is(hold.count, 0);
  void connection.createOffer();
  t.is(hold.count, 0);
  nonstandard.ref(connection);
  t.is(hold.count, 1);
  connection.close();
  t.is(hold.count, 0);
});

test.serial('a description that failed holds nothing', async (t) => {
  const { connection, native } = make();
  const failed = rejection(connection.setLocalDescription());
  native.settle('setLocalDescription', snapshot(), nativeError('internal-error'));
  t.is((await failed).name, 'OperationError');
  t.is(hold.count, 0);
});

test.serial('getStats holds it, also of a closed connection', async (t) => {
  const { connection, native } = make();
  const stats = connection.getStats();
  t.is(hold.count, 1);
  native.settle('getStats', []);
  t.is((await stats).size, 0);
  t.is(hold.count, 0);
  connection.close();
  t.is((await connection.getStats()).size, 0);
});

test('createOffer has three errors', async (t) => {
  const { connection, native } = make();
  for (const [type, name] of [
    ['certificate-error', 'NotReadableError'],
    ['internal-error', 'OperationError'],
    ['invalid-parameter', 'OperationError'],
    ['invalid-state', 'InvalidStateError'],
  ] as const) {
    const failed = rejection(connection.createOffer());
    native.settle('createOffer', null, nativeError(type));
    const error = await failed;
    t.is(error.name, name);
    t.true(error instanceof DOMException);
    t.regex(error.message, /^RTCPeerConnection\.createOffer: /);
  }
});

test('createOffer passes its options on and gives a description', async (t) => {
  const { connection, native } = make();
  const creating = connection.createOffer({ iceRestart: true });
  t.deepEqual(native.calls.at(-1)?.args, [{ iceRestart: true }]);
  native.settle('createOffer', description('offer', 'v=0\r\n'));
  const offer = await creating;
  t.true(offer instanceof RTCSessionDescription);
  t.deepEqual(JSON.parse(JSON.stringify(offer)), { type: 'offer', sdp: 'v=0\r\n' });
});

test('the form with callbacks resolves at once, calls back later', async (t) => {
  const { connection, native } = make();
  const seen: string[] = [];
  const failure = (error: DOMException) => seen.push(error.name);
  const done = connection.createOffer(({ type }) => seen.push(type), failure);
  t.is(await done, undefined);
  t.deepEqual(seen, []);
  native.settle('createOffer', description('offer'));
  await task();
  t.deepEqual(seen, ['offer']);

  await connection.createAnswer(({ type }) => seen.push(type), failure);
  await task();
  t.deepEqual(seen, ['offer', 'InvalidStateError']);

  connection.close();
  await connection.setLocalDescription({}, () => seen.push('set'), failure);
  await task();
  t.is(seen.at(-1), 'InvalidStateError');
});

test('the number of arguments chooses the form', async (t) => {
  const { connection } = make();
  type Method = (...args: unknown[]) => Promise<unknown>;
  const methods = connection as unknown as Record<string, Method>;
  const call = (method: string, ...args: unknown[]) => rejection(methods[method]!(...args));
  t.is((await call('createOffer', null, null)).name, 'TypeError');
  t.is((await call('createOffer', () => undefined, undefined)).name, 'TypeError');
  t.is((await call('setLocalDescription', {}, () => undefined)).name, 'TypeError');
  t.is((await call('setRemoteDescription')).name, 'TypeError');
  t.is((await call('setRemoteDescription', { sdp: '' })).name, 'TypeError');
  t.is((await call('addIceCandidate', {}, () => undefined)).name, 'TypeError');
});

test('addIceCandidate checks what it can see', async (t) => {
  const { connection, native } = make();
  const candidate = 'candidate:1 1 udp 1 192.0.2.1 5 typ host';
  const add = (init: object) => rejection(connection.addIceCandidate({ candidate, ...init }));
  t.is((await add({})).name, 'TypeError');
  t.is((await add({ sdpMid: '0' })).name, 'InvalidStateError');

  const sdp = 'v=0\r\nm=application 9 x\r\na=mid:0\r\na=ice-ufrag:abcd\r\n';
  const set = connection.setRemoteDescription({ type: 'offer', sdp });
  native.settle(
    'setRemoteDescription',
    snapshot({ signalingState: 'have-remote-offer', pendingRemote: { type: 'offer', sdp } }),
  );
  await set;
  t.is((await add({ sdpMid: '1' })).name, 'OperationError');
  t.is((await add({ sdpMLineIndex: 1 })).name, 'OperationError');
  t.is((await add({ sdpMid: '0', usernameFragment: 'dcba' })).name, 'OperationError');
  t.is(native.count('addIceCandidate'), 0);

  const added = connection.addIceCandidate({ candidate, sdpMid: '0', usernameFragment: 'abcd' });
  t.deepEqual(native.calls.at(-1)?.args, [`${candidate} ufrag abcd`, '0', null]);
  const object = connection.remoteDescription;
  native.settle('addIceCandidate', {
    slot: 'pendingRemote',
    description: { type: 'offer', sdp: `${sdp}a=${candidate}\r\n` },
  });
  await added;
  t.is(connection.remoteDescription, object);
  t.true(object?.sdp.includes(candidate));

  const failed = rejection(connection.addIceCandidate({ candidate: 'x', sdpMid: '0' }));
  native.settle('addIceCandidate', null, nativeError('unsupported-operation'));
  t.is((await failed).name, 'OperationError');
});

for (const [name, args] of [
  ['nothing', []],
  ['undefined', [undefined]],
  ['null', [null]],
  ['an empty dictionary', [{}]],
  ['an empty candidate', [{ candidate: '' }]],
] as const) {
  test(`${name} ends the candidates of all sections`, async (t) => {
    const { connection, native } = make();
    void connection.setRemoteDescription({ type: 'offer', sdp: '' });
    void connection.addIceCandidate(...(args as []));
    await task();
    t.deepEqual(native.calls.at(-1)?.args, ['', null, null]);
  });
}
