import { RTCPeerConnection } from '../../lib/index.js';
import type { RTCConfiguration } from '../../lib/index.js';

export interface Two {
  readonly offerer: RTCPeerConnection;
  readonly answerer: RTCPeerConnection;
  readonly close: () => void;
}

/** Two connections that know nothing of each other; the first has a data channel to offer. */
export function makeTwo(configuration: RTCConfiguration = {}): Two {
  const offerer = new RTCPeerConnection(configuration);
  const answerer = new RTCPeerConnection(configuration);
  offerer.createDataChannel('data');
  return {
    offerer,
    answerer,
    close() {
      offerer.close();
      answerer.close();
    },
  };
}
