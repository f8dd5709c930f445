import test from 'ava';

import { RTCSessionDescription } from '../../../lib/peerconnection/RTCSessionDescription.js';

test('type is required, sdp is empty by default', (t) => {
  t.throws(() => Reflect.construct(RTCSessionDescription, []), { message: /1 argument required/ });
  t.throws(() => Reflect.construct(RTCSessionDescription, [{ sdp: '' }]), {
    message: /descriptionInitDict\.type is required/,
  });
  t.throws(() => Reflect.construct(RTCSessionDescription, [{ type: 'bogus' }]), {
    message: /'bogus' is not a valid RTCSdpType/,
  });
  t.is(new RTCSessionDescription({ type: 'rollback' }).sdp, '');
});

test('sdp and type can be assigned, a wrong type is ignored', (t) => {
  const description = new RTCSessionDescription({ type: 'offer', sdp: 'v=0' });
  description.sdp += '\r\n';
  description.type = 'answer';
  t.deepEqual(description.toJSON(), { type: 'answer', sdp: 'v=0\r\n' });
  description.type = 'bogus' as 'answer';
  t.is(description.type, 'answer');
});

test('its JSON makes an equal description', (t) => {
  const description = new RTCSessionDescription({ type: 'offer', sdp: 'v=0\r\n' });
  const json = JSON.parse(JSON.stringify(description));
  t.deepEqual(json, { type: 'offer', sdp: 'v=0\r\n' });
  t.deepEqual(new RTCSessionDescription(json).toJSON(), description.toJSON());
});
