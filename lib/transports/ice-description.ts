/** What the descriptions of a connection say of one ICE transport. */
import type { RTCIceParameters } from '../idl/index.js';
import { attributes, inheritedAttribute, parseSdp } from '../internal/sdp.js';
import type { Sdp, SdpSection } from '../internal/sdp.js';
import { RTCIceCandidate } from '../peerconnection/RTCIceCandidate.js';

/** The section that speaks for a transport: the first of its bundle group that is there. */
function sectionOf(sdp: Sdp, mids: readonly string[]): SdpSection | undefined {
  for (const mid of mids) {
    const section = sdp.media.find((media) => media.mid === mid);
    if (section !== undefined) return section;
  }
  return undefined;
}

export function iceParameters(sdp: string, mids: readonly string[]): RTCIceParameters | null {
  const parsed = parseSdp(sdp);
  const section = sectionOf(parsed, mids);
  if (section === undefined) return null;
  const usernameFragment = inheritedAttribute(parsed, section, 'ice-ufrag');
  const password = inheritedAttribute(parsed, section, 'ice-pwd');
  if (usernameFragment === null || password === null) return null;
  return { usernameFragment, password };
}

/** Gives the same object for the same candidate. */
export class CandidateList {
  #known = new Map<string, RTCIceCandidate>();

  read(sdp: string, mids: readonly string[]): RTCIceCandidate[] {
    const parsed = parseSdp(sdp);
    const section = sectionOf(parsed, mids);
    const next = new Map<string, RTCIceCandidate>();
    for (const line of section ? attributes(section.text, 'candidate') : []) {
      const candidate = this.#known.get(line) ?? candidateOf(parsed, section, line);
      next.set(line, candidate);
    }
    this.#known = next;
    return [...next.values()];
  }
}

function candidateOf(sdp: Sdp, section: SdpSection | undefined, line: string): RTCIceCandidate {
  const own = / ufrag (\S+)/.exec(line)?.[1];
  return new RTCIceCandidate({
    candidate: `candidate:${line}`,
    sdpMid: section?.mid ?? null,
    sdpMLineIndex: section?.index ?? 0,
    usernameFragment: own ?? (section ? inheritedAttribute(sdp, section, 'ice-ufrag') : null),
  });
}
