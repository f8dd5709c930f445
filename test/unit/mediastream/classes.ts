import '../helpers/fake-native.js';

import test from 'ava';

import { MediaStreamTrackEvent, nonstandard, OverconstrainedError } from '../../../lib/index.js';
import { thrown } from '../../helpers/failure.js';

test('OverconstrainedError names a constraint', (t) => {
  const error = new OverconstrainedError('width', 'too wide');
  t.true(error instanceof DOMException);
  t.true(error instanceof Error);
  t.is(error.name, 'OverconstrainedError');
  t.is(error.message, 'too wide');
  t.is(error.constraint, 'width');
  t.is(error.code, 0);
  t.is(String(error), 'OverconstrainedError: too wide');
  t.is(Object.prototype.toString.call(error), '[object OverconstrainedError]');
  t.is(new OverconstrainedError('').message, '');
  t.is(thrown(() => Reflect.construct(OverconstrainedError, [])).name, 'TypeError');
});

test('MediaStreamTrackEvent carries a track', (t) => {
  const track = nonstandard.createTestTrack('audio');
  const event = new MediaStreamTrackEvent('addtrack', { track, bubbles: true });
  t.is(event.track, track);
  t.like(event, { type: 'addtrack', bubbles: true, cancelable: false });
  const construct = (...args: unknown[]) =>
    thrown(() => Reflect.construct(MediaStreamTrackEvent, args));
  t.regex(construct('addtrack').message, /2 arguments required, but only 1/);
  t.regex(construct('addtrack', {}).message, /eventInitDict\.track is required/);
  t.regex(construct('addtrack', { track: {} }).message, /is not of type MediaStreamTrack/);
});
