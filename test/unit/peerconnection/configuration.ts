import { connections } from '../helpers/fake-native.js';

import test from 'ava';

import { RTCPeerConnection } from '../../../lib/index.js';
import type { RTCConfiguration } from '../../../lib/index.js';
import { thrown } from '../../helpers/failure.js';

const withUrl = (urls: string | string[]): RTCConfiguration => ({ iceServers: [{ urls }] });
const credentials = { username: 'user', credential: 'password' };

for (const url of [
  'stun:example.org',
  'stuns:example.org:5349',
  'stun:[2001:db8::1]:3478',
  'stun:192.0.2.1',
]) {
  test(`${url} is a server's URL`, (t) => {
    const connection = new RTCPeerConnection(withUrl(url));
    t.deepEqual(connections.at(-1)?.configuration.iceServers[0]?.urls, [url]);
    t.deepEqual(connection.getConfiguration().iceServers, [{ urls: [url] }]);
  });
}

for (const url of [
  'turn:example.org',
  'turns:example.org:443?transport=tcp',
  'turn:example.org?transport=udp',
]) {
  test(`${url} needs username and credential`, (t) => {
    const build = (server: object) => () =>
      new RTCPeerConnection({ iceServers: [{ urls: url, ...server }] });
    t.is(thrown(build({})).name, 'InvalidAccessError');
    t.is(thrown(build({ username: 'user' })).name, 'InvalidAccessError');
    t.is(thrown(build({ credential: 'password' })).name, 'InvalidAccessError');
    t.notThrows(build(credentials));
  });
}

for (const url of [
  '',
  'stun:',
  'stun',
  'example.org',
  'http://example.org',
  'stun://example.org',
  'stun:/example.org',
  'stun:example.org/path',
  'stun:user@example.org',
  'stun:example.org:port',
  'stun:example.org:70000',
  'stun:example.org?transport=udp',
  'stun:example.org#fragment',
  'turn:example.org?transport=sctp',
  'turn:example.org?',
  'turn:example.org?other=udp',
  'turn:example.org?transport=udp&transport=tcp',
]) {
  test(`'${url}' is no server's URL`, (t) => {
    const server = { urls: ['stun:example.org', url], ...credentials };
    const error = thrown(() => new RTCPeerConnection({ iceServers: [server] }));
    t.is(error.name, 'SyntaxError');
    t.true(error instanceof DOMException);
    t.regex(error.message, /configuration\.iceServers\[0\]\.urls: /);
  });
}

test('a server has at least one URL', (t) => {
  t.is(thrown(() => new RTCPeerConnection(withUrl([]))).name, 'SyntaxError');
  const empty = { iceServers: [{}] } as unknown as RTCConfiguration;
  t.is(thrown(() => new RTCPeerConnection(empty)).name, 'TypeError');
});

test('members outside their types are TypeErrors', (t) => {
  const wrong: object[] = [
    { bundlePolicy: 'nope' },
    { iceTransportPolicy: 'none' },
    { rtcpMuxPolicy: 'negotiate' },
    { iceCandidatePoolSize: -1 },
    { iceCandidatePoolSize: 256 },
    { certificates: [{}] },
    { iceServers: null },
    { portRange: { min: 7, max: 5 } },
    { networkInterfaces: { allow: 'eth0' } },
  ];
  for (const configuration of wrong) {
    const error = thrown(() => new RTCPeerConnection(configuration));
    t.is(error.name, 'TypeError', JSON.stringify(configuration));
  }
});

test('what is not in the standard reaches the network', (t) => {
  new RTCPeerConnection({
    portRange: { min: 40000 },
    networkInterfaces: { deny: ['docker0'], loopback: true },
    tcpCandidates: false,
  });
  t.like(connections.at(-1)?.configuration, {
    minPort: 40000,
    maxPort: 65535,
    allowInterfaces: [],
    denyInterfaces: ['docker0'],
    loopback: true,
    linkLocal: false,
    ipv6: true,
    tcpCandidates: false,
  });
});

test('an expired certificate is an InvalidAccessError', async (t) => {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', expires: 0 };
  const certificate = await RTCPeerConnection.generateCertificate(algorithm);
  const error = thrown(() => new RTCPeerConnection({ certificates: [certificate] }));
  t.is(error.name, 'InvalidAccessError');
});

test('getConfiguration gives a copy', (t) => {
  const connection = new RTCPeerConnection(withUrl('stun:example.org'));
  const copy = connection.getConfiguration();
  copy.iceServers?.pop();
  copy.bundlePolicy = 'max-bundle';
  t.like(connection.getConfiguration(), {
    bundlePolicy: 'balanced',
    rtcpMuxPolicy: 'require',
    iceTransportPolicy: 'all',
    iceCandidatePoolSize: 0,
    certificates: [],
    iceServers: [{ urls: ['stun:example.org'] }],
  });
});

test('setConfiguration refuses what cannot change', async (t) => {
  const connection = new RTCPeerConnection({ portRange: { min: 40000, max: 40010 } });
  const certificate = await RTCPeerConnection.generateCertificate({
    name: 'ECDSA',
    namedCurve: 'P-256',
  });
  const refused: RTCConfiguration[] = [
    { bundlePolicy: 'max-bundle' },
    { certificates: [certificate] },
    { portRange: { min: 1, max: 2 } },
    { tcpCandidates: false },
  ];
  for (const configuration of refused) {
    const error = thrown(() => {
      connection.setConfiguration(configuration);
    });
    t.is(error.name, 'InvalidModificationError', JSON.stringify(configuration));
  }
  connection.setConfiguration({ iceTransportPolicy: 'relay', iceCandidatePoolSize: 2 });
  t.like(connection.getConfiguration(), {
    iceTransportPolicy: 'relay',
    portRange: { min: 40000, max: 40010 },
  });
  t.like(connections.at(-1)?.calls.at(-1)?.args[0], { minPort: 40000, iceCandidatePoolSize: 2 });
});
