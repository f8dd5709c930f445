/** An offer with audio, video and data; an exception passes through C++. */
import assert from 'node:assert/strict';

import { RTCPeerConnection, nonstandard } from 'node-libwebrtc';

const connection = new RTCPeerConnection();
connection.createDataChannel('data');
const { type, sdp } = await connection.createOffer({
  offerToReceiveAudio: true,
  offerToReceiveVideo: true,
});
assert.equal(type, 'offer');
for (const part of [/m=audio /, /opus/, /m=video /, /VP8/, /m=application /, /a=fingerprint:/]) {
  assert.match(sdp, part);
}
assert.throws(() => nonstandard.certificateFromPEM({ privateKey: 'no', certificate: 'no' }));
await assert.rejects(connection.setRemoteDescription({ type: 'offer', sdp: 'nonsense' }), {
  name: 'OperationError',
});
connection.close();
console.log('ok');
