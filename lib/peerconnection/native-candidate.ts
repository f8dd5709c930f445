import type { NativeIceCandidate } from '../internal/native-types.js';
import { RTCIceCandidate } from './RTCIceCandidate.js';

export function iceCandidateFrom(native: NativeIceCandidate): RTCIceCandidate {
  const { candidate, sdpMid, sdpMLineIndex, relayProtocol, url } = native;
  return new RTCIceCandidate({
    candidate,
    sdpMid,
    sdpMLineIndex,
    usernameFragment: / ufrag (\S+)/.exec(candidate)?.[1] ?? null,
    ...(relayProtocol === '' ? {} : { relayProtocol }),
    ...(url === '' ? {} : { url }),
  });
}
