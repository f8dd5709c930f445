import { startPeer } from '../helpers/peer-session.js';
import { exercisePeer } from '../helpers/peer-suite.js';

exercisePeer(() => startPeer(process.execPath, 'node-datachannel-peer.mjs'));
