import test from 'ava';

import { parseCandidateAttribute } from '../../../lib/peerconnection/candidate-attribute.js';

const host = 'candidate:1 1 udp 2113937151 192.0.2.1 58041 typ host';

test('a host candidate', (t) => {
  t.deepEqual(parseCandidateAttribute(`${host} generation 0 ufrag thC8 network-cost 50`), {
    foundation: '1',
    component: 'rtp',
    priority: 2113937151,
    protocol: 'udp',
    address: '192.0.2.1',
    port: 58041,
    type: 'host',
    tcpType: null,
    relatedAddress: null,
    relatedPort: null,
  });
});

test('a reflexive TCP candidate', (t) => {
  t.deepEqual(
    parseCandidateAttribute(
      'candidate:435653019 2 tcp 1845501695 2001:db8::1 4444 typ srflx raddr www.example.com rport 22222 tcptype active',
    ),
    {
      foundation: '435653019',
      component: 'rtcp',
      priority: 1845501695,
      protocol: 'tcp',
      address: '2001:db8::1',
      port: 4444,
      type: 'srflx',
      tcpType: 'active',
      relatedAddress: 'www.example.com',
      relatedPort: 22222,
    },
  );
});

test('what libwebrtc takes is taken: a=, the end of a line, upper case, no tcptype', (t) => {
  t.is(parseCandidateAttribute(`a=${host}\r\n`)?.port, 58041);
  t.is(parseCandidateAttribute(host.replace('udp', 'UDP'))?.protocol, 'udp');
  t.is(parseCandidateAttribute(host.replace('udp', 'tcp'))?.tcpType, 'passive');
});

test('what is not well formed gives nothing', (t) => {
  for (const line of [
    '',
    'arbitrary string[0] typ host',
    '1 1 udp 1 192.0.2.1 1 typ host',
    'candidate:1 1 udp 1 192.0.2.1 1 typ',
    'candidate:1 1 udp 1 192.0.2.1 1 host',
    host.replace(' 1 ', ' 3 '),
    host.replace('udp', 'sctp'),
    host.replace('typ host', 'typ unknown'),
    host.replace('2113937151', '4294967296'),
    host.replace('58041', '65536'),
    host.replace('58041', '-1'),
    host.replace('candidate:1', 'candidate:'),
    host.replace('candidate:1', 'candidate:!'),
    host.replace('192.0.2.1', ''),
    `${host} tcptype active`,
    `${host.replace('udp', 'tcp')} tcptype sideways`,
    `${host} raddr`,
    `${host} raddr 0.0.0.0 rport none`,
    `${host}\nmore`,
  ]) {
    t.is(parseCandidateAttribute(line), null, line);
  }
});
