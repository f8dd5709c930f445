import test from 'ava';

import {
  dictionary,
  enforceRange,
  interfaceType,
  member,
  nullable,
  required,
  sequence,
  types,
} from '../../../lib/webidl/index.js';
import { RTCConfiguration, RTCDataChannelInit } from '../../../lib/idl/index.js';

const Point = dictionary('Point', {
  y: member(types.double, 0),
  x: required(types.double),
  label: member(types.DOMString),
});

test('defaults are filled in, other absent members stay absent', (t) => {
  t.deepEqual(Point.convert({ x: 1 }, 'point'), { x: 1, y: 0 });
  t.false('label' in Point.convert({ x: 1, label: undefined }, 'point'));
});

test('a required member must be there', (t) => {
  t.throws(() => Point.convert({}, 'move: point'), {
    instanceOf: TypeError,
    message: 'move: point.x is required in Point',
  });
  t.throws(() => Point.convert(undefined, 'point'), { message: /point\.x is required/ });
});

test('null and undefined are an empty dictionary, other primitives are none', (t) => {
  const Empty = dictionary('Empty', {});
  t.deepEqual(Empty.convert(null, 'e'), {});
  t.deepEqual(Empty.convert(undefined, 'e'), {});
  t.deepEqual(
    Empty.convert(() => 1, 'e'),
    {},
  );
  t.throws(() => Empty.convert(3, 'e'), { message: 'e: 3 is not an object (Empty)' });
});

test('members are read once, inherited ones first, each level in lexicographic order', (t) => {
  const Base = dictionary('Base', { z: member(types.any), m: member(types.any) });
  const Derived = dictionary('Derived', { b: member(types.any), a: member(types.any) }, Base);
  const read: string[] = [];
  Derived.convert(new Proxy({}, { get: (_, key) => void read.push(String(key)) }), 'derived');
  t.deepEqual(read, ['m', 'z', 'a', 'b']);
  t.deepEqual(Derived.keys, ['m', 'z', 'a', 'b']);
});

test('an error names the path to the value', (t) => {
  const convert = (value: unknown) =>
    RTCConfiguration.convert(value, 'RTCPeerConnection constructor: configuration');
  t.throws(() => convert({ bundlePolicy: 'nope' }), {
    instanceOf: TypeError,
    message:
      "RTCPeerConnection constructor: configuration.bundlePolicy: 'nope' is not a valid RTCBundlePolicy (allowed: 'balanced', 'max-compat' or 'max-bundle')",
  });
  t.throws(() => convert({ iceServers: [{ urls: [] }, {}] }), {
    message: /configuration\.iceServers\[1\]\.urls is required in RTCIceServer$/,
  });
  t.throws(() => convert({ iceServers: 'stun:example.org' }), {
    message: /configuration\.iceServers: 'stun:example\.org' is not iterable/,
  });
  t.throws(() => convert({ iceServers: null }), { message: /iceServers: null is not iterable/ });
  t.throws(() => convert({ certificates: [{}] }), {
    message: /configuration\.certificates\[0\]: an object is not of type RTCCertificate$/,
  });
  t.throws(() => convert({ iceCandidatePoolSize: 256 }), { message: /0 to 255/ });
});

test('an exception thrown by a getter comes through', (t) => {
  const error = new Error('from the getter');
  const thrown = t.throws(() =>
    Point.convert(
      {
        get x() {
          throw error;
        },
      },
      'point',
    ),
  );
  t.is(thrown, error);
});

test('defaults that are objects are made anew', (t) => {
  const first = RTCConfiguration.convert({}, 'c');
  const second = RTCConfiguration.convert({}, 'c');
  t.deepEqual(first.iceServers, []);
  t.not(first.iceServers, second.iceServers);
});

test('the defaults of RTCConfiguration and RTCDataChannelInit are those of the text', (t) => {
  t.deepEqual(RTCConfiguration.convert(undefined, 'c'), {
    bundlePolicy: 'balanced',
    certificates: [],
    iceCandidatePoolSize: 0,
    iceServers: [],
    iceTransportPolicy: 'all',
    rtcpMuxPolicy: 'require',
  });
  t.deepEqual(RTCDataChannelInit.convert({ id: 3 }, 'c'), {
    id: 3,
    negotiated: false,
    ordered: true,
    priority: 'low',
    protocol: '',
  });
});

test('portRange, networkInterfaces and tcpCandidates are configuration members of this package', (t) => {
  const converted = RTCConfiguration.convert(
    { portRange: { min: 40000 }, networkInterfaces: { deny: ['docker0'] }, tcpCandidates: false },
    'c',
  );
  t.deepEqual(converted.portRange, { min: 40000, max: 0 });
  t.deepEqual(converted.networkInterfaces, {
    allow: [],
    deny: ['docker0'],
    ipv6: true,
    linkLocal: false,
    loopback: null,
  });
  t.false(converted.tcpCandidates);
  t.throws(() => RTCConfiguration.convert({ portRange: { max: 65536 } }, 'c'), {
    message: /^c\.portRange\.max is outside the accepted range of 0 to 65535/,
  });
});

test('types nest', (t) => {
  class Brush {
    readonly #width = 1;
    static is = (value: unknown): boolean => value instanceof Brush && #width in value;
  }
  const Drawing = dictionary('Drawing', {
    points: member(sequence(Point), [{ x: 7 }]),
    brush: member(nullable(interfaceType<Brush>('Brush', Brush.is)), null),
    width: member(enforceRange(types.octet), 1),
  });
  const brush = new Brush();
  t.deepEqual(Drawing.convert({}, 'd'), { points: [{ x: 7, y: 0 }], brush: null, width: 1 });
  t.is(Drawing.convert({ brush }, 'd').brush, brush);
  t.throws(() => Drawing.convert({ brush: {} }, 'd'), {
    message: /d\.brush: .* is not of type Brush/,
  });
});
