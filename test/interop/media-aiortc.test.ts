import { exerciseMedia } from '../helpers/media-suite.js';
import { debianPython, startPeer } from '../helpers/peer-session.js';

exerciseMedia((codec) => startPeer(debianPython, 'aiortc_media_peer.py', { args: [codec] }));
