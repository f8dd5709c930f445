import test from 'ava';

import { RTCPeerConnection, RTCSessionDescription } from '../../lib/index.js';
import { rejection } from '../helpers/failure.js';
import { makePair, negotiate } from '../helpers/pair.js';
import { makeTwo } from '../helpers/two.js';
import { next, task, until, within } from '../helpers/wait.js';

const attribute = (sdp: string, name: string) =>
  [...sdp.matchAll(new RegExp(`^a=${name}:(.*)$`, 'gm'))].map(([, value]) => value?.trim());
const kinds = (sdp: string) => [...sdp.matchAll(/^m=(\w+)/gm)].map(([, kind]) => kind);

test('an offer is a description that serializes to its init dictionary', async (t) => {
  const connection = new RTCPeerConnection();
  connection.createDataChannel('data');
  const offer = await connection.createOffer();
  t.true(offer instanceof RTCSessionDescription);
  t.is(offer.type, 'offer');
  t.deepEqual(kinds(offer.sdp), ['application']);
  t.regex(offer.sdp, /^v=0\r\n/);
  t.deepEqual(JSON.parse(JSON.stringify(offer)), { type: 'offer', sdp: offer.sdp });
  t.is(connection.localDescription, null);
  t.is(connection.signalingState, 'stable');
  connection.close();
});

test('the promise settles in a later task, not in the call', async (t) => {
  const connection = new RTCPeerConnection();
  const order: string[] = [];
  const offer = connection.createOffer().then(() => order.push('settled'));
  order.push('returned');
  await Promise.resolve();
  order.push('microtask');
  await offer;
  t.deepEqual(order, ['returned', 'microtask', 'settled']);
  connection.close();
});

test('offerToReceive asks for media without a track', async (t) => {
  const connection = new RTCPeerConnection();
  const offer = await connection.createOffer({
    offerToReceiveAudio: true,
    offerToReceiveVideo: true,
  });
  t.deepEqual(kinds(offer.sdp).sort(), ['audio', 'video']);
  t.regex(offer.sdp, /a=recvonly/);
  connection.close();
});

test('the form with callbacks gives an offer', async (t) => {
  const connection = new RTCPeerConnection();
  const offer = new Promise<string>((resolve, reject) => {
    const returned = connection.createOffer(({ type }) => {
      resolve(type);
    }, reject);
    t.true(returned instanceof Promise);
  });
  t.is(await within(offer, 'callback'), 'offer');
  connection.close();
});

test('iceRestart gives new credentials, without it they stay', async (t) => {
  const { offerer, answerer, close } = makePair();
  t.teardown(close);
  offerer.createDataChannel('data');
  await negotiate(offerer, answerer);
  const of = (sdp: string) => [attribute(sdp, 'ice-ufrag')[0], attribute(sdp, 'ice-pwd')[0]];
  const before = of(offerer.localDescription!.sdp);
  t.deepEqual(of((await offerer.createOffer()).sdp), before);
  t.deepEqual(of((await offerer.createOffer({ iceRestart: false })).sdp), before);
  const restarted = of((await offerer.createOffer({ iceRestart: true })).sdp);
  t.not(restarted[0], before[0]);
  t.not(restarted[1], before[1]);
  t.deepEqual(of((await offerer.createOffer()).sdp), before);
  offerer.restartIce();
  t.not(of((await offerer.createOffer()).sdp)[0], before[0]);
});

test('candidates gathered so far are in the offer', async (t) => {
  const { offerer, answerer, close } = makePair();
  t.teardown(close);
  offerer.createDataChannel('data');
  await negotiate(offerer, answerer);
  await until(offerer, 'icegatheringstatechange', () => offerer.iceGatheringState === 'complete');
  t.true(attribute((await offerer.createOffer()).sdp, 'candidate').length > 0);
});

test('it is refused while an offer is to be answered, and when closed', async (t) => {
  const { offerer, answerer, close } = makeTwo();
  t.teardown(close);
  await answerer.setRemoteDescription(await offerer.createOffer());
  t.is((await rejection(answerer.createOffer())).name, 'InvalidStateError');
  close();
  t.is((await rejection(offerer.createOffer())).name, 'InvalidStateError');
});

test('an offer that is pending at close never settles', async (t) => {
  const connection = new RTCPeerConnection();
  let settled = false;
  const mark = () => {
    settled = true;
  };
  connection.createOffer().then(mark, mark);
  connection.close();
  const other = new RTCPeerConnection();
  await other.createOffer();
  await task();
  t.false(settled);
  other.close();
});

/** @see https://developer.mozilla.org/docs/Web/API/RTCPeerConnection/createOffer#examples */
test('the example of MDN', async (t) => {
  const myPeerConnection = new RTCPeerConnection();
  const errors: unknown[] = [];
  const sent = new Promise<{ type: string; sdp: RTCSessionDescription }>((sendToServer) => {
    myPeerConnection.addEventListener('negotiationneeded', () => {
      myPeerConnection
        .createOffer()
        .then((offer) => myPeerConnection.setLocalDescription(offer))
        .then(() => {
          sendToServer({ type: 'video-offer', sdp: myPeerConnection.localDescription! });
        })
        .catch((error: unknown) => {
          errors.push(error);
        });
    });
  });
  myPeerConnection.createDataChannel('data');
  await next(myPeerConnection, 'negotiationneeded');
  const message = await within(sent, 'offer to the server');
  const received = JSON.parse(JSON.stringify(message)) as typeof message;
  t.deepEqual(errors, []);
  t.is(received.sdp.type, 'offer');
  t.regex(received.sdp.sdp, /webrtc-datachannel/);
  myPeerConnection.close();
});
