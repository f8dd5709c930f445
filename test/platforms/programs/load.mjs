/** The package can be imported and required, and both give the same objects. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

import * as imported from 'node-libwebrtc';

const required = createRequire(import.meta.url)('node-libwebrtc');
assert.equal(imported.RTCPeerConnection, required.RTCPeerConnection);
assert.throws(() => new imported.RTCPeerConnection({ bundlePolicy: 'nope' }), TypeError);
new imported.RTCPeerConnection().close();
console.log('ok');
