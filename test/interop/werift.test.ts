import { startPeer } from '../helpers/peer-session.js';
import { exercisePeer } from '../helpers/peer-suite.js';

exercisePeer(() => startPeer(process.execPath, 'werift-peer.mjs'), {
  lacksEmpty: true,
  asksForOrder: true,
  leavesSilently: true,
});
