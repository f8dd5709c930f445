import test from 'ava';

import {
  RTCDataChannelEvent,
  RTCError,
  RTCErrorEvent,
  RTCPeerConnectionIceErrorEvent,
  RTCPeerConnectionIceEvent,
} from '../../../lib/events/index.js';
import { RTCIceCandidate } from '../../../lib/peerconnection/RTCIceCandidate.js';

test('RTCError is an OperationError with a detail', (t) => {
  const error = new RTCError({ errorDetail: 'sctp-failure', sctpCauseCode: 12 }, 'aborted');
  t.true(error instanceof DOMException);
  t.true(error instanceof Error);
  t.is(error.name, 'OperationError');
  t.is(error.message, 'aborted');
  t.is(error.errorDetail, 'sctp-failure');
  t.is(error.sctpCauseCode, 12);
  t.is(error.sdpLineNumber, null);
  t.is(error.receivedAlert, null);
  t.is(error.sentAlert, null);
  t.is(error.httpRequestStatusCode, null);
  t.is(String(error), 'OperationError: aborted');
  t.is(Object.prototype.toString.call(error), '[object RTCError]');
});

test('RTCError checks its init', (t) => {
  const construct = (...args: unknown[]): unknown => Reflect.construct(RTCError, args);
  t.throws(() => construct(), {
    message: 'RTCError constructor: 1 argument required, but only 0 present',
  });
  t.throws(() => construct({}), { message: /init\.errorDetail is required in RTCErrorInit/ });
  t.throws(() => construct({ errorDetail: 'x' }), {
    message: /'x' is not a valid RTCErrorDetailType/,
  });
});

test('events carry what they were given', (t) => {
  const error = new RTCError({ errorDetail: 'dtls-failure' });
  const event = new RTCErrorEvent('error', { error, bubbles: true });
  t.is(event.type, 'error');
  t.is(event.error, error);
  t.true(event.bubbles);
  t.true(event instanceof Event);
});

test('events without a required member are refused', (t) => {
  const construct = (Class: new (...args: never[]) => Event, ...args: unknown[]): unknown =>
    Reflect.construct(Class, args);
  t.throws(() => construct(RTCErrorEvent, 'error'), {
    message: /2 arguments required, but only 1/,
  });
  t.throws(() => construct(RTCErrorEvent, 'error', { error: new Error('x') }), {
    message: /eventInitDict\.error: an object is not of type RTCError/,
  });
  t.throws(() => construct(RTCDataChannelEvent, 'datachannel', { channel: {} }), {
    message: /is not of type RTCDataChannel/,
  });
  t.throws(() => construct(RTCPeerConnectionIceErrorEvent, 'icecandidateerror', {}), {
    message: /errorCode is required/,
  });
});

test('RTCPeerConnectionIceEvent: the candidate is null by default', (t) => {
  const none = new RTCPeerConnectionIceEvent('icecandidate');
  t.is(none.candidate, null);
  t.is(none.url, null);
  const candidate = new RTCIceCandidate({ candidate: '', sdpMid: '0' });
  const event = new RTCPeerConnectionIceEvent('icecandidate', { candidate, url: 'stun:a' });
  t.is(event.candidate, candidate);
  t.is(event.url, 'stun:a');
});

test('RTCPeerConnectionIceErrorEvent', (t) => {
  const event = new RTCPeerConnectionIceErrorEvent('icecandidateerror', { errorCode: 701 });
  t.like(event, { address: null, port: null, url: '', errorCode: 701, errorText: '' });
  const full = new RTCPeerConnectionIceErrorEvent('icecandidateerror', {
    address: '192.0.2.1',
    port: 4000,
    url: 'turn:example.org',
    errorCode: 401,
    errorText: 'Unauthorized',
  });
  t.like(full, { address: '192.0.2.1', port: 4000, errorText: 'Unauthorized' });
});
