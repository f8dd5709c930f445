import { addTransceiver, make } from '../helpers/negotiation.js';

import test from 'ava';

import { MediaStream, RTCDTMFToneChangeEvent, RTCTrackEvent } from '../../../lib/index.js';
import { thrown } from '../../helpers/failure.js';

test('a track event carries what it was given, its streams frozen', (t) => {
  const { transceiver } = addTransceiver(make());
  const { receiver } = transceiver;
  const init = { receiver, track: receiver.track, transceiver };
  const stream = new MediaStream();
  const streams = [stream];
  const event = new RTCTrackEvent('track', { ...init, streams });
  streams.pop();
  t.like(event, { type: 'track', receiver, track: receiver.track, transceiver, bubbles: false });
  t.deepEqual(event.streams, [stream]);
  t.is(event.streams, event.streams);
  t.true(Object.isFrozen(event.streams));
  t.deepEqual(new RTCTrackEvent('track', init).streams, []);
});

test('a track event needs its members', (t) => {
  const { transceiver } = addTransceiver(make());
  const { receiver } = transceiver;
  const construct = (...args: unknown[]) => Reflect.construct(RTCTrackEvent, args);
  t.regex(thrown(() => construct('track')).message, /2 arguments required/);
  const init = { receiver, track: receiver.track, transceiver };
  for (const name of Object.keys(init)) {
    const rest = Object.fromEntries(Object.entries(init).filter(([key]) => key !== name));
    t.regex(thrown(() => construct('track', rest)).message, new RegExp(`${name} is required`));
  }
  t.is(thrown(() => construct('track', { ...init, track: {} })).name, 'TypeError');
});

test('a tonechange event has a tone, or none', (t) => {
  t.is(new RTCDTMFToneChangeEvent('tonechange', { tone: '5' }).tone, '5');
  t.is(new RTCDTMFToneChangeEvent('tonechange').tone, '');
});
