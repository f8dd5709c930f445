import test from 'ava';

import { exposedAddress } from '../../../lib/peerconnection/exposed-address.js';

const sdp = [
  'v=0',
  'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
  'a=candidate:1 1 udp 2122260223 192.0.2.7 50000 typ host generation 0',
  'a=candidate:2 1 udp 2122194687 198.51.100.1 50001 typ host generation 0',
  'a=candidate:3 1 udp 2122129151 198.51.100.2 50002 typ host generation 0',
  'a=candidate:4 1 udp 2122063615 2001:db8::7 50003 typ host generation 0',
  'a=candidate:5 1 udp 1685987071 203.0.113.9 60000 typ srflx raddr 192.0.2.7 rport 50000',
  '',
].join('\r\n');

test('the address of a candidate that was surfaced is whole', (t) => {
  t.is(exposedAddress('192.0.2.x', 0, sdp), '192.0.2.7');
  t.is(exposedAddress('[2001:db8:0:x:x:x:x:x]', 0, sdp), '2001:db8::7');
});

test('the port tells two interfaces of a network apart', (t) => {
  t.is(exposedAddress('198.51.100.x', 50_002, sdp), '198.51.100.2');
  t.is(exposedAddress('198.51.100.x', 0, sdp), null);
});

test('an address that no host candidate has stays hidden', (t) => {
  t.is(exposedAddress('10.0.0.x', 50_000, sdp), null);
  t.is(exposedAddress('203.0.113.x', 60_000, sdp), null);
  t.is(exposedAddress('192.0.2.x', 50_000, ''), null);
  t.is(exposedAddress('', 0, sdp), null);
});
