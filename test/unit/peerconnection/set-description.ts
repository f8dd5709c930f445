import {
  connections,
  description,
  nativeError,
  snapshot,
  type FakePeerConnection,
} from '../helpers/fake-native.js';

import test from 'ava';

import { RTCPeerConnection } from '../../../lib/index.js';
import { rejection } from '../../helpers/failure.js';
import { record } from '../../helpers/record.js';
import { task } from '../../helpers/wait.js';

function make(): { connection: RTCPeerConnection; native: FakePeerConnection } {
  const connection = new RTCPeerConnection();
  return { connection, native: connections.at(-1)! };
}

test('state, descriptions and event come before the promise settles', async (t) => {
  const { connection, native } = make();
  const seen = record(connection, ['signalingstatechange'], () => {
    return `event ${connection.signalingState} ${String(connection.localDescription?.type)}`;
  });
  const done = connection.setLocalDescription().then(() => seen.push('settled'));
  t.is(connection.signalingState, 'stable');
  native.settle(
    'setLocalDescription',
    snapshot({ signalingState: 'have-local-offer', pendingLocal: description('offer') }),
  );
  await done;
  t.deepEqual(seen, ['event have-local-offer offer', 'settled']);
});

test('an implicit rollback passes through stable', async (t) => {
  const { connection, native } = make();
  const offered = connection.setLocalDescription();
  const mine = description('offer', 'v=0\r\ns=mine\r\n');
  native.settle(
    'setLocalDescription',
    snapshot({ signalingState: 'have-local-offer', pendingLocal: mine }),
  );
  await offered;
  const seen = record(connection, ['signalingstatechange'], () =>
    [
      connection.signalingState,
      connection.pendingLocalDescription?.type,
      connection.pendingRemoteDescription?.type,
    ].join(' '),
  );
  const answered = connection.setRemoteDescription({ type: 'offer', sdp: 'v=0' });
  native.settle(
    'setRemoteDescription',
    snapshot({ signalingState: 'have-remote-offer', pendingRemote: description('offer') }),
  );
  await answered;
  t.deepEqual(seen, ['stable  ', 'have-remote-offer  offer']);
});

test('a description keeps its object from pending to current', async (t) => {
  const { connection, native } = make();
  const offer = description('offer', 'v=0\r\ns=o\r\n');
  void connection.setLocalDescription();
  native.settle(
    'setLocalDescription',
    snapshot({ signalingState: 'have-local-offer', pendingLocal: offer }),
  );
  const pending = connection.pendingLocalDescription;
  const done = connection.setRemoteDescription({ type: 'answer', sdp: 'v=0' });
  native.settle(
    'setRemoteDescription',
    snapshot({ currentLocal: { ...offer }, currentRemote: description('answer') }),
  );
  await done;
  t.is(connection.currentLocalDescription, pending);
  t.is(connection.pendingLocalDescription, null);
  t.is(connection.signalingState, 'stable');
});

test('a failure rejects after the state follows', async (t) => {
  const { connection, native } = make();
  const failed = connection.setRemoteDescription({ type: 'answer', sdp: 'v=0' });
  native.settle('setRemoteDescription', snapshot(), nativeError('invalid-state'));
  t.is((await rejection(failed)).name, 'InvalidStateError');

  const syntax = connection.setRemoteDescription({ type: 'offer', sdp: 'x' });
  const error = { ...nativeError('syntax-error', 'sdp-syntax-error'), sdpLineNumber: 1 };
  native.settle('setRemoteDescription', snapshot(), error);
  t.like(await rejection(syntax), {
    name: 'OperationError',
    errorDetail: 'sdp-syntax-error',
    sdpLineNumber: 1,
  });
});

test('nothing settles and no event fires after close', async (t) => {
  const { connection, native } = make();
  const seen = record(connection, ['signalingstatechange', 'negotiationneeded']);
  let settled = false;
  const mark = () => {
    settled = true;
  };
  connection.createOffer().then(mark, mark);
  connection.setLocalDescription().then(mark, mark);
  connection.close();
  native.settle('createOffer', description('offer'));
  native.settle('setLocalDescription', snapshot({ signalingState: 'have-local-offer' }));
  native.emit('negotiationneeded', { eventId: 1 });
  await task();
  t.false(settled);
  t.deepEqual(seen, []);
  t.is(connection.signalingState, 'closed');
  t.true(native.closed);
});

test('closing inside signalingstatechange leaves the promise pending', async (t) => {
  const { connection, native } = make();
  let settled = false;
  connection.onsignalingstatechange = () => {
    connection.close();
  };
  void connection.setLocalDescription().then(() => {
    settled = true;
  });
  native.settle('setLocalDescription', snapshot({ signalingState: 'have-local-offer' }));
  await task();
  t.false(settled);
});

test('a local description may be edited, but not be of another connection', async (t) => {
  const { connection, native } = make();
  const sdp = 'v=0\r\na=fingerprint:sha-256 AB:CD\r\n';
  const creating = connection.createOffer();
  native.settle('createOffer', description('offer', sdp));
  const offer = await creating;
  t.is(offer.sdp, sdp);

  const other = { type: 'offer', sdp: 'v=0\r\na=fingerprint:sha-256 AB:CE\r\n' } as const;
  const refused = await rejection(connection.setLocalDescription(other));
  t.is(refused.name, 'InvalidModificationError');
  t.is(native.count('setLocalDescription'), 0);

  offer.sdp = `${sdp}a=edited\r\n`;
  void connection.setLocalDescription(offer);
  t.is(native.count('setLocalDescription'), 1);
  t.deepEqual(native.calls.at(-1)?.args, ['offer', offer.sdp]);
});

test('an empty local description is the one that fits the state', async (t) => {
  const { connection, native } = make();
  void connection.setLocalDescription({ type: 'offer' });
  t.deepEqual(native.calls.at(-1)?.args, [null, '']);
  native.settle('setLocalDescription', snapshot({ signalingState: 'have-local-offer' }));

  void connection.setLocalDescription({ type: 'rollback', sdp: 'ignored' });
  t.deepEqual(native.calls.at(-1)?.args, ['rollback', '']);
  native.settle('setLocalDescription', snapshot());
  await task();

  void connection.setRemoteDescription({ type: 'offer', sdp: 'v=0' });
  native.settle('setRemoteDescription', snapshot({ signalingState: 'have-remote-offer' }));
  await task();
  void connection.setLocalDescription({ type: 'pranswer' });
  t.is(native.calls.at(-1)?.method, 'createAnswer');
  native.settle('createAnswer', description('answer', 'v=0\r\ns=answer\r\n'));
  await task();
  t.deepEqual(native.calls.at(-1)?.args, ['pranswer', 'v=0\r\ns=answer\r\n']);
});

test('what was created last is set, unless something changed since', async (t) => {
  const { connection, native } = make();
  const create = async (sdp: string) => {
    const created = connection.createOffer();
    native.settle('createOffer', description('offer', sdp));
    await created;
  };
  await create('v=0\r\ns=first\r\n');
  connection.createDataChannel('x');
  void connection.setLocalDescription();
  t.deepEqual(native.calls.at(-1)?.args, [null, '']);
  native.settle('setLocalDescription', snapshot());
  await task();

  await create('v=0\r\ns=second\r\n');
  void connection.setLocalDescription();
  t.deepEqual(native.calls.at(-1)?.args, ['offer', 'v=0\r\ns=second\r\n']);
  native.settle('setLocalDescription', snapshot());
  await task();

  void connection.setLocalDescription();
  t.deepEqual(native.calls.at(-1)?.args, [null, '']);
});

test('an offer that could not be set is not pending', async (t) => {
  const { connection, native } = make();
  const failed = connection.setLocalDescription();
  const error = nativeError('internal-error');
  native.settle('setLocalDescription', snapshot({ pendingLocal: description('offer') }), error);
  t.is((await rejection(failed)).name, 'OperationError');
  t.is(connection.pendingLocalDescription, null);
  t.is(connection.signalingState, 'stable');
});

test('sctp comes with the answer, goes with a rejected section', async (t) => {
  const { connection, native } = make();
  const transport = {
    id: 9001,
    state: 'new',
    iceTransport: {
      id: 9002,
      component: 'rtp',
      role: 'controlling',
      state: 'new',
      gatheringState: 'new',
    },
  } as const;
  const sctp = {
    id: 9003,
    state: 'connecting',
    transport,
    maxMessageSize: null,
    maxChannels: null,
  } as const;
  const transports = [{ mid: '0', transport }];
  void connection.setLocalDescription();
  native.settle(
    'setLocalDescription',
    snapshot({ signalingState: 'have-local-offer', transports, sctp }),
  );
  t.is(connection.sctp, null);
  void connection.setRemoteDescription({ type: 'answer', sdp: 'v=0' });
  native.settle('setRemoteDescription', snapshot({ transports, sctp }));
  const made = connection.sctp;
  t.is(made?.maxMessageSize, Infinity);
  t.is(made?.transport.iceTransport.role, 'controlling');
  await task();

  void connection.setRemoteDescription({ type: 'offer', sdp: 'v=0' });
  native.settle(
    'setRemoteDescription',
    snapshot({
      signalingState: 'have-remote-offer',
      transports,
      sctp: { ...sctp, maxMessageSize: 1200 },
    }),
  );
  t.is(connection.sctp, made);
  t.is(made?.maxMessageSize, 1200);
  void connection.setLocalDescription();
  native.settle('setLocalDescription', snapshot());
  t.is(connection.sctp, null);
});
