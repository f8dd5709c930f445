import test from 'ava';

import { RTCError } from '../../../lib/events/index.js';
import { isNativeError, toException } from '../../../lib/internal/errors.js';
import type { NativeError } from '../../../lib/native.js';

const native = (error: Partial<NativeError>): NativeError => ({
  type: 'internal-error',
  detail: 'none',
  message: 'it broke',
  sctpCauseCode: null,
  sdpLineNumber: null,
  ...error,
});

test('each type has its exception', (t) => {
  const name = (type: NativeError['type']) => toException(native({ type })).name;
  t.is(name('invalid-state'), 'InvalidStateError');
  t.is(name('invalid-parameter'), 'InvalidAccessError');
  t.is(name('invalid-modification'), 'InvalidModificationError');
  t.is(name('syntax-error'), 'SyntaxError');
  t.is(name('network-error'), 'NetworkError');
  t.is(name('certificate-error'), 'NotReadableError');
  t.is(name('resource-exhausted'), 'OperationError');
  t.true(toException(native({ type: 'invalid-state' })) instanceof DOMException);
});

test('a range is a RangeError', (t) => {
  t.true(toException(native({ type: 'invalid-range' })) instanceof RangeError);
});

test('a detail makes an RTCError', (t) => {
  const error = toException(
    native({ type: 'invalid-parameter', detail: 'sdp-syntax-error', sdpLineNumber: 4 }),
  );
  t.true(error instanceof RTCError);
  t.like(error, { errorDetail: 'sdp-syntax-error', sdpLineNumber: 4, sctpCauseCode: null });
});

test('an algorithm may name its own, and the context leads the message', (t) => {
  const error = toException(native({ type: 'invalid-parameter' }), {
    context: 'RTCPeerConnection.addIceCandidate',
    names: { 'invalid-parameter': 'OperationError' },
  });
  t.is(error.name, 'OperationError');
  t.is(error.message, 'RTCPeerConnection.addIceCandidate: it broke');
});

test('a native error is told from others', (t) => {
  t.true(isNativeError(native({})));
  for (const value of [null, undefined, new Error('x'), { type: 'toString' }, 'x']) {
    t.false(isNativeError(value));
  }
});
