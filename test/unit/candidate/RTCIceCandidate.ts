import test from 'ava';

import { RTCIceCandidate } from '../../../lib/peerconnection/RTCIceCandidate.js';

const relay =
  'candidate:842163049 1 udp 1677729535 198.51.100.7 3478 typ relay raddr 192.0.2.1 rport 5000 generation 0';

test('one of sdpMid and sdpMLineIndex must be given', (t) => {
  t.throws(() => new RTCIceCandidate(), {
    instanceOf: TypeError,
    message: /sdpMid and sdpMLineIndex are both null/,
  });
  t.throws(() => new RTCIceCandidate({ candidate: relay }), { instanceOf: TypeError });
  t.notThrows(() => new RTCIceCandidate({ sdpMid: '' }));
  t.notThrows(() => new RTCIceCandidate({ sdpMLineIndex: 0 }));
});

test('attributes come from the init and from the candidate line', (t) => {
  const candidate = new RTCIceCandidate({
    candidate: relay,
    sdpMid: 'data',
    sdpMLineIndex: 2,
    usernameFragment: 'abcd',
    relayProtocol: 'tls',
    url: 'turns:example.org',
  });
  t.like(candidate, {
    candidate: relay,
    sdpMid: 'data',
    sdpMLineIndex: 2,
    usernameFragment: 'abcd',
    foundation: '842163049',
    component: 'rtp',
    priority: 1677729535,
    address: '198.51.100.7',
    protocol: 'udp',
    port: 3478,
    type: 'relay',
    tcpType: null,
    relatedAddress: '192.0.2.1',
    relatedPort: 5000,
    relayProtocol: 'tls',
    url: 'turns:example.org',
  });
});

test('a line that is not well formed is kept, what it would give is null', (t) => {
  const candidate = new RTCIceCandidate({ candidate: 'nonsense', sdpMid: '0' });
  t.is(candidate.candidate, 'nonsense');
  t.is(candidate.foundation, null);
  t.is(candidate.port, null);
});

test('toJSON gives the init dictionary, which makes an equal candidate', (t) => {
  const candidate = new RTCIceCandidate({ candidate: relay, sdpMLineIndex: 1 });
  const json = JSON.parse(JSON.stringify(candidate));
  t.deepEqual(json, { candidate: relay, sdpMid: null, sdpMLineIndex: 1, usernameFragment: null });
  t.deepEqual(new RTCIceCandidate(json).toJSON(), candidate.toJSON());
});
