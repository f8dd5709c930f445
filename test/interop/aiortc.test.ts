import { exercisePeer } from '../helpers/peer-suite.js';
import { debianPython, startPeer } from '../helpers/peer-session.js';

exercisePeer(() => startPeer(debianPython, 'aiortc_peer.py'));
