import '../helpers/fake-native.js';

import test from 'ava';

import { nonstandard, RTCCertificate, RTCPeerConnection } from '../../../lib/index.js';
import { rejection, thrown } from '../../helpers/failure.js';

const generate = (algorithm: unknown) =>
  RTCPeerConnection.generateCertificate(algorithm as { name: string });
const publicExponent = new Uint8Array([1, 0, 1]);
const rsa = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent, hash: 'SHA-256' };
const params = async (algorithm: unknown): Promise<unknown> =>
  JSON.parse(nonstandard.certificateToPEM(await generate(algorithm)).privateKey);

test('the two algorithms of the text', async (t) => {
  t.deepEqual(await params({ name: 'ECDSA', namedCurve: 'P-256' }), { name: 'ECDSA' });
  t.deepEqual(await params(rsa), {
    name: 'RSA',
    modulusLength: 2048,
    publicExponent: 65537,
  });
});

test('names in any case, the hash as an object', async (t) => {
  t.deepEqual(await params({ name: 'ecdsa', namedCurve: 'P-256' }), { name: 'ECDSA' });
  const other = { ...rsa, name: 'rsassa-pkcs1-V1_5', hash: { name: 'sha-256' } };
  t.like(await params({ ...other, publicExponent: new Uint8Array([3]) }), { publicExponent: 3 });
});

for (const [what, algorithm] of [
  ['another name', { name: 'Ed25519' }],
  ['another name as string', 'nope'],
  ['another curve', { name: 'ECDSA', namedCurve: 'P-384' }],
  ['another hash', { ...rsa, hash: 'SHA-1' }],
  ['too few bits', { ...rsa, modulusLength: 1023 }],
  ['too many bits', { ...rsa, modulusLength: 8193 }],
  ['an even exponent', { ...rsa, publicExponent: new Uint8Array([2]) }],
  ['a huge exponent', { ...rsa, publicExponent: new Uint8Array(40).fill(255) }],
  ['no exponent at all', { ...rsa, publicExponent: new Uint8Array() }],
] as const) {
  test(`${what} is a NotSupportedError`, async (t) => {
    t.is((await rejection(generate(algorithm))).name, 'NotSupportedError');
  });
}

for (const [what, algorithm] of [
  ['nothing of an object', {}],
  ['no curve', 'ECDSA'],
  ['no modulusLength', { ...rsa, modulusLength: undefined }],
  ['an exponent that is no bytes', { ...rsa, publicExponent: 65537 }],
  ['an expiry below zero', { name: 'ECDSA', namedCurve: 'P-256', expires: -1 }],
] as const) {
  test(`${what} is a TypeError`, async (t) => {
    t.is((await rejection(generate(algorithm))).name, 'TypeError');
  });
}

test('expires is bounded by a year', async (t) => {
  const day = 24 * 60 * 60 * 1000;
  const make = (expires?: number) =>
    generate({ name: 'ECDSA', namedCurve: 'P-256', ...(expires === undefined ? {} : { expires }) });
  const left = ({ expires }: RTCCertificate) => Math.round((expires - Date.now()) / day);
  t.is(left(await make()), 30);
  t.is(left(await make(2 * day)), 2);
  t.is(left(await make(800 * day)), 365);
});

test('fingerprints are in lowercase', async (t) => {
  const certificate = await generate({ name: 'ECDSA', namedCurve: 'P-256' });
  t.deepEqual(certificate.getFingerprints(), [{ algorithm: 'sha-256', value: 'ab:cd' }]);
  t.is(thrown(() => Reflect.construct(RTCCertificate, [])).message, 'Illegal constructor');
});

test('a PEM that cannot be read is a NotReadableError', (t) => {
  const pem = { privateKey: '', certificate: '' };
  t.is(thrown(() => nonstandard.certificateFromPEM(pem)).name, 'NotReadableError');
  const none = Reflect.apply.bind(null, nonstandard.certificateToPEM, null, [{}]);
  t.is(thrown(none).name, 'TypeError');
});
