import test from 'ava';

import { RTCPeerConnection } from '../../lib/index.js';
import { rejection } from '../helpers/failure.js';
import { makePair, negotiate } from '../helpers/pair.js';
import { record } from '../helpers/record.js';
import { makeTwo } from '../helpers/two.js';
import { next, until } from '../helpers/wait.js';

test('two connections connect, each event in its order', async (t) => {
  const { offerer, answerer, close } = makePair();
  t.teardown(close);
  const states = (connection: RTCPeerConnection) =>
    record(connection, ['signalingstatechange', 'connectionstatechange'], ({ type }) =>
      type === 'signalingstatechange' ? connection.signalingState : connection.connectionState,
    );
  const offering = states(offerer);
  const answering = states(answerer);
  offerer.createDataChannel('data');
  await negotiate(offerer, answerer);
  for (const connection of [offerer, answerer]) {
    await until(connection, 'connectionstatechange', () => {
      return connection.connectionState === 'connected';
    });
  }
  const order = (seen: string[], ...wanted: string[]) => seen.filter((s) => wanted.includes(s));
  t.deepEqual(order(offering, 'have-local-offer', 'stable'), ['have-local-offer', 'stable']);
  t.deepEqual(order(answering, 'have-remote-offer', 'stable'), ['have-remote-offer', 'stable']);
  t.deepEqual(order(offering, 'connecting', 'connected'), ['connecting', 'connected']);
  t.is(offerer.currentLocalDescription?.type, 'offer');
  t.is(offerer.pendingLocalDescription, null);
  t.is(answerer.currentRemoteDescription?.type, 'offer');
  t.true(answerer.canTrickleIceCandidates);
});

test('candidates come between the states of gathering, then null', async (t) => {
  const { offerer, answerer, close } = makePair();
  t.teardown(close);
  const seen: string[] = [];
  offerer.onicegatheringstatechange = () => seen.push(offerer.iceGatheringState);
  offerer.onicecandidate = ({ candidate }) => {
    seen.push(candidate === null ? 'null' : 'candidate');
    if (candidate === null) return;
    t.is(candidate.sdpMid, '0');
    t.is(candidate.sdpMLineIndex, 0);
    t.truthy(candidate.usernameFragment);
    t.true(offerer.localDescription?.sdp.includes(`a=${candidate.candidate.split(' ufrag ')[0]!}`));
  };
  offerer.createDataChannel('data');
  await negotiate(offerer, answerer);
  await until(offerer, 'icecandidate', () => seen.includes('null'));
  t.is(seen[0], 'gathering');
  t.deepEqual(seen.slice(-2), ['complete', 'null']);
  t.true(seen.includes('candidate'));
});

test('answers, in the states that do not have them, are refused', async (t) => {
  const connection = new RTCPeerConnection();
  connection.createDataChannel('data');
  const offer = await connection.createOffer();
  const state = 'InvalidStateError';
  t.is((await rejection(connection.createAnswer())).name, state);
  const answer = { type: 'answer', sdp: offer.sdp } as const;
  t.is((await rejection(connection.setRemoteDescription(answer))).name, state);
  const local = await rejection(connection.setLocalDescription(answer));
  t.is(local.name, 'InvalidModificationError', 'no answer was created');
  t.is((await rejection(connection.setLocalDescription({ type: 'rollback' }))).name, state);
  t.is((await rejection(connection.setRemoteDescription({ type: 'rollback' }))).name, state);
  t.is(connection.signalingState, 'stable');
  connection.close();
});

test('SDP that does not parse is an RTCError with its line', async (t) => {
  const connection = new RTCPeerConnection();
  const sdp = 'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\nnonsense\r\n';
  const error = await rejection(connection.setRemoteDescription({ type: 'offer', sdp }));
  t.like(error, { name: 'OperationError', errorDetail: 'sdp-syntax-error', sdpLineNumber: 3 });
  t.is(connection.signalingState, 'stable');
  connection.close();
});

test('rollback gives the state before the offer back', async (t) => {
  const { offerer, answerer, close } = makeTwo();
  t.teardown(close);
  const seen = record(offerer, ['signalingstatechange'], () => offerer.signalingState);
  await offerer.setLocalDescription();
  await offerer.setLocalDescription({ type: 'rollback' });
  t.deepEqual(seen, ['have-local-offer', 'stable']);
  t.is(offerer.localDescription, null);

  await answerer.setRemoteDescription(await offerer.createOffer());
  await answerer.setRemoteDescription({ type: 'rollback' });
  t.is(answerer.signalingState, 'stable');
  t.is(answerer.remoteDescription, null);
});

test('an own offer gives way to the remote one', async (t) => {
  const { offerer, answerer, close } = makeTwo();
  t.teardown(close);
  answerer.createDataChannel('b');
  await Promise.all([offerer.setLocalDescription(), answerer.setLocalDescription()]);
  const seen = record(offerer, ['signalingstatechange'], () => offerer.signalingState);
  await offerer.setRemoteDescription(answerer.localDescription!);
  await offerer.setLocalDescription();
  await answerer.setRemoteDescription(offerer.localDescription!);
  t.deepEqual(seen, ['stable', 'have-remote-offer', 'stable']);
});

test('operations are chained in the order of the calls', async (t) => {
  const { offerer, answerer, close } = makeTwo();
  t.teardown(close);
  const order: string[] = [];
  const step = (name: string, promise: Promise<unknown>) => promise.then(() => order.push(name));
  await Promise.all([
    step('offer', offerer.createOffer()),
    step('local', offerer.setLocalDescription()),
    step('offer again', offerer.createOffer()),
  ]);
  const offer = offerer.localDescription!;
  await Promise.all([
    step('remote', answerer.setRemoteDescription(offer)),
    step('candidate', answerer.addIceCandidate()),
    step('answer', answerer.setLocalDescription()),
  ]);
  t.deepEqual(order, ['offer', 'local', 'offer again', 'remote', 'candidate', 'answer']);
});

test('negotiationneeded fires once for the first channel, and for a restart', async (t) => {
  const { offerer, answerer, close } = makePair();
  t.teardown(close);
  const seen = record(offerer, ['negotiationneeded']);
  const needed = next(offerer, 'negotiationneeded');
  offerer.createDataChannel('first');
  offerer.createDataChannel('second');
  await needed;
  await negotiate(offerer, answerer);
  offerer.createDataChannel('third');
  await until(offerer, 'connectionstatechange', () => offerer.connectionState === 'connected');
  t.is(seen.length, 1);
  offerer.restartIce();
  await next(offerer, 'negotiationneeded');
  t.is(seen.length, 2);
});

test('a provisional answer, then the answer', async (t) => {
  const { offerer, answerer, close } = makeTwo();
  t.teardown(close);
  await offerer.setLocalDescription();
  await answerer.setRemoteDescription(offerer.localDescription!);
  const { sdp } = await answerer.createAnswer();
  await answerer.setLocalDescription({ type: 'pranswer', sdp });
  t.is(answerer.signalingState, 'have-local-pranswer');
  await offerer.setRemoteDescription({ type: 'pranswer', sdp });
  t.is(offerer.signalingState, 'have-remote-pranswer');
  t.not(offerer.sctp, null);
  await answerer.setLocalDescription({ type: 'answer', sdp });
  await offerer.setRemoteDescription({ type: 'answer', sdp });
  t.is(offerer.signalingState, 'stable');
  t.is(answerer.signalingState, 'stable');
});

test('a description that is set as it was created is what its text says', async (t) => {
  const { offerer, answerer, close } = makeTwo();
  t.teardown(close);
  offerer.addTransceiver('audio');
  offerer.addTransceiver('video', { sendEncodings: [{ rid: 'h' }, { rid: 'l' }] });
  const older = await offerer.createOffer();
  const offer = await offerer.createOffer();
  // libwebrtc keeps no attribute that it does not know: this text is parsed.
  const edited = { type: offer.type, sdp: `${offer.sdp}a=x-unknown\r\n` };
  for (const description of [offer, edited, older, offer, offer]) {
    await offerer.setLocalDescription(description);
    t.is(offerer.localDescription!.sdp, description === older ? older.sdp : offer.sdp);
    await offerer.setLocalDescription({ type: 'rollback' });
  }
  const last = await offerer.createOffer();
  await offerer.setLocalDescription(last);
  t.is(offerer.localDescription!.sdp, last.sdp);
  await answerer.setRemoteDescription(last);
  const answer = await answerer.createAnswer();
  await answerer.setLocalDescription(answer);
  t.is(answerer.localDescription!.sdp, answer.sdp);
});

test('SDP may be edited before it is set', async (t) => {
  const connection = new RTCPeerConnection();
  const offer = await connection.createOffer({ offerToReceiveAudio: true });
  offer.sdp = offer.sdp.replace('useinbandfec=1', 'useinbandfec=1;stereo=1');
  await connection.setLocalDescription(offer);
  t.regex(connection.localDescription!.sdp, /stereo=1/);

  const other = new RTCPeerConnection();
  const foreign = await other.createOffer({ offerToReceiveAudio: true });
  const error = await rejection(connection.setLocalDescription(foreign));
  t.is(error.name, 'InvalidModificationError');
  connection.close();
  other.close();
});
