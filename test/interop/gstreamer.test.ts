import { debianPython, startPeer } from '../helpers/peer-session.js';
import { exercisePeer } from '../helpers/peer-suite.js';

exercisePeer(() => startPeer(debianPython, 'gstreamer_peer.py'), {
  lacksEmpty: true,
  leavesSilently: true,
  keepsChannels: true,
});
