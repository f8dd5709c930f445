import { X509Certificate } from 'node:crypto';

import test from 'ava';

import { nonstandard, RTCCertificate, RTCPeerConnection } from '../../lib/index.js';
import { thrown } from '../helpers/failure.js';
import { makePair, negotiate, opened } from '../helpers/pair.js';
import { within } from '../helpers/wait.js';

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' };
const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
};
const generate = (algorithm: object) => RTCPeerConnection.generateCertificate(algorithm);

for (const algorithm of [ecdsa, rsa]) {
  test(`a certificate of ${algorithm.name} is used by a connection`, async (t) => {
    const certificate = await generate(algorithm);
    t.true(certificate instanceof RTCCertificate);
    const days = (certificate.expires - Date.now()) / (24 * 60 * 60 * 1000);
    t.true(days > 29 && days < 31, `${String(days)} days`);
    const { offerer, answerer, close } = makePair({ certificates: [certificate] });
    t.teardown(close);
    const channel = offerer.createDataChannel('data');
    await negotiate(offerer, answerer);
    await within(opened(channel), 'open');
    const [fingerprint] = certificate.getFingerprints();
    const line = `a=fingerprint:${fingerprint!.algorithm} ${fingerprint!.value.toUpperCase()}`;
    t.true(offerer.localDescription!.sdp.includes(line));
    t.deepEqual(offerer.getConfiguration().certificates, [certificate]);
  });
}

test('PEM there and back keeps the fingerprint', async (t) => {
  const certificate = await generate({ ...ecdsa, expires: 3_600_000 });
  const pem = nonstandard.certificateToPEM(certificate);
  const { fingerprint256 } = new X509Certificate(pem.certificate);
  t.is(certificate.getFingerprints()[0]?.value, fingerprint256.toLowerCase());
  const again = nonstandard.certificateFromPEM(pem);
  t.deepEqual(again.getFingerprints(), certificate.getFingerprints());
  t.is(again.expires, certificate.expires);
});

test('a key of another certificate is refused', async (t) => {
  const [one, other] = await Promise.all([generate(ecdsa), generate(ecdsa)]);
  const { certificate } = nonstandard.certificateToPEM(one);
  const { privateKey } = nonstandard.certificateToPEM(other);
  const error = thrown(() => nonstandard.certificateFromPEM({ privateKey, certificate }));
  t.is(error.name, 'NotReadableError');
});

test('an expired one is refused', async (t) => {
  const certificate = await generate({ ...ecdsa, expires: 0 });
  const error = thrown(() => new RTCPeerConnection({ certificates: [certificate] }));
  t.is(error.name, 'InvalidAccessError');
});
