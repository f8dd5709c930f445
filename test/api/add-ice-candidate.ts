import test from 'ava';

import type { RTCIceCandidateInit } from '../../lib/index.js';
import { rejection } from '../helpers/failure.js';
import { makeTwo } from '../helpers/two.js';

const candidate = 'candidate:1 1 udp 2122260223 192.0.2.1 50000 typ host';

async function makeOffered() {
  const pair = makeTwo();
  await pair.offerer.setLocalDescription();
  await pair.answerer.setRemoteDescription(pair.offerer.localDescription!);
  return pair;
}

test('before the remote description it is an InvalidStateError', async (t) => {
  const { offerer, close } = makeTwo();
  t.teardown(close);
  const error = await rejection(offerer.addIceCandidate({ candidate, sdpMid: '0' }));
  t.is(error.name, 'InvalidStateError');
  t.is((await rejection(offerer.addIceCandidate())).name, 'InvalidStateError');
  close();
  t.is((await rejection(offerer.addIceCandidate())).name, 'InvalidStateError');
});

test('a candidate is in the remote description afterwards', async (t) => {
  const { answerer, close } = await makeOffered();
  t.teardown(close);
  const description = answerer.remoteDescription!;
  await answerer.addIceCandidate({ candidate, sdpMid: '0' });
  t.true(description.sdp.includes(`a=${candidate}`));
  t.is(answerer.remoteDescription, description);
  await answerer.addIceCandidate({
    candidate: candidate.replace('50000', '50001'),
    sdpMLineIndex: 0,
  });
  t.true(description.sdp.includes('50001'));
});

const wrong: [string, string, RTCIceCandidateInit][] = [
  ['neither mid nor index', 'TypeError', { candidate }],
  ['an unknown mid', 'OperationError', { candidate, sdpMid: 'other' }],
  ['an index too high', 'OperationError', { candidate, sdpMLineIndex: 9 }],
  [
    'a mid that counts before the index',
    'OperationError',
    { candidate, sdpMid: 'x', sdpMLineIndex: 0 },
  ],
  ['a line that is none', 'OperationError', { candidate: 'nonsense', sdpMid: '0' }],
  ['another generation', 'OperationError', { candidate, sdpMid: '0', usernameFragment: 'other' }],
];
for (const [what, name, init] of wrong) {
  test(`${what} is a ${name}`, async (t) => {
    const { answerer, close } = await makeOffered();
    t.teardown(close);
    t.is((await rejection(answerer.addIceCandidate(init))).name, name);
  });
}

test('every way to say that there are no more', async (t) => {
  const { answerer, close } = await makeOffered();
  t.teardown(close);
  await answerer.addIceCandidate();
  await answerer.addIceCandidate(null);
  await answerer.addIceCandidate({});
  await answerer.addIceCandidate({ candidate: '', sdpMid: '0' });
  await answerer.addIceCandidate({ candidate: '', sdpMLineIndex: 0 });
  t.pass();
});
