/**
 * The receiving side of simulcast, as no browser has it: libwebrtc receives
 * one stream per section. So signaling shows the receiver a section per layer,
 * in which packets are told apart by the header extension that carries the
 * layer's rid; the sender sees an answer that takes all layers.
 */
import type { RTCIceCandidateInit, RTCSessionDescriptionInit } from '../../../../lib/index.js';

const names = {
  mid: 'urn:ietf:params:rtp-hdrext:sdes:mid',
  rid: 'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
  repaired: 'urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id',
};

type Lines = readonly string[];

export interface SignalingMessage {
  readonly description?: RTCSessionDescriptionInit;
  readonly candidate?: RTCIceCandidateInit | null;
}

/** Of one video section, the first, whose mid is `0`. */
export class SimulcastSections {
  readonly #rids: Lines;
  /** Ids of the header extensions in the sender's offer. */
  #ids = { mid: '', rid: '' };

  constructor(rids: Lines) {
    this.#rids = rids;
  }

  toReceiver({ description, candidate }: SignalingMessage): SignalingMessage {
    if (candidate) return { candidate: { ...candidate, sdpMid: this.#rids[0]! } };
    if (!description) return { candidate: null };
    const [session, section] = parts(description.sdp!);
    this.#ids = { mid: idOf(section!, names.mid), rid: idOf(section!, names.rid) };
    const shared = section!.filter(
      (line) =>
        !/^a=(rid|simulcast|mid|msid):/.test(line) &&
        !line.endsWith(names.mid) &&
        !line.endsWith(names.repaired),
    );
    const sections = this.#rids.map((rid) => [
      ...shared.map((line) => line.replace(names.rid, names.mid)),
      `a=mid:${rid}`,
    ]);
    const bundled = withBundle(session!, this.#rids);
    return { description: { ...description, sdp: joined([bundled, ...sections]) } };
  }

  toSender({ description, candidate }: SignalingMessage): SignalingMessage {
    if (candidate) return { candidate: { ...candidate, sdpMid: '0' } };
    if (!description) return { candidate: null };
    const [session, first] = parts(description.sdp!);
    const { mid, rid } = this.#ids;
    const section = [
      ...first!.filter((line) => !line.startsWith('a=mid:') && !line.endsWith(names.mid)),
      'a=mid:0',
      `a=extmap:${mid} ${names.mid}`,
      `a=extmap:${rid} ${names.rid}`,
      ...this.#rids.map((each) => `a=rid:${each} recv`),
      `a=simulcast:recv ${this.#rids.join(';')}`,
    ];
    const bundled = withBundle(session!, ['0']);
    return { description: { ...description, sdp: joined([bundled, section]) } };
  }
}

/** The session's lines, then those of each section. */
function parts(sdp: string): string[][] {
  return sdp.split(/^(?=m=)/m).map((part) => part.split('\r\n').filter((line) => line !== ''));
}

function joined(sections: readonly Lines[]): string {
  return sections
    .flat()
    .map((line) => `${line}\r\n`)
    .join('');
}

function withBundle(session: Lines, mids: Lines): Lines {
  return session.map((line) =>
    line.startsWith('a=group:BUNDLE') ? `a=group:BUNDLE ${mids.join(' ')}` : line,
  );
}

function idOf(section: Lines, name: string): string {
  const line = section.find((each) => each.startsWith('a=extmap:') && each.endsWith(name));
  return /^a=extmap:(\d+)/.exec(line ?? '')![1]!;
}
