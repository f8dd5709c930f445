/** The second Node process of the demo: answers the offer, reports to its parent. */
import { RTCPeerConnection } from 'node-libwebrtc';

import { converse } from './shared/session.mjs';
import { openSignal } from './signalling.mjs';

const signal = await openSignal(process.argv[2]);
process.send(await converse({ RTCPeerConnection, signal, caller: false }));
signal.close();
process.disconnect();
