import type {
  NativeDtlsTransport,
  NativeIceTransport,
  NativeSctpTransport,
  NativeSnapshot,
  TargetId,
} from '../internal/native-types.js';
import { kConstruct } from '../webidl/index.js';
import type { Connection } from '../peerconnection/connection.js';
import { closeDtlsTransport, RTCDtlsTransport } from './RTCDtlsTransport.js';
import { closeIceTransport, RTCIceTransport, updateIceTransport } from './RTCIceTransport.js';
import { closeSctpTransport, RTCSctpTransport, updateSctpTransport } from './RTCSctpTransport.js';

/**
 * The transports of a connection: one native transport is one object. They are
 * made when a description brings them, so that no event of theirs is missed;
 * what a later description says of their state is left to those events.
 */
export class Transports {
  readonly #connection: Connection;
  readonly #ice = new Map<TargetId, RTCIceTransport>();
  readonly #dtls = new Map<TargetId, RTCDtlsTransport>();
  /** Media sections by the ICE transport that carries them, the group's first one first. */
  readonly #mids = new Map<TargetId, string[]>();
  readonly #byMid = new Map<string, RTCDtlsTransport>();
  #sctp: RTCSctpTransport | null = null;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get sctp(): RTCSctpTransport | null {
    return this.#sctp;
  }

  /** The media sections that an ICE transport carries. */
  mids(iceTransport: TargetId): readonly string[] {
    return this.#mids.get(iceTransport) ?? [];
  }

  /** The transport of a media section; `null` when it has none, as one that is rejected. */
  of(mid: string | null): RTCDtlsTransport | null {
    return (mid === null ? undefined : this.#byMid.get(mid)) ?? null;
  }

  apply({ transports, sctp, signalingState }: NativeSnapshot): void {
    this.#mids.clear();
    this.#byMid.clear();
    for (const { mid, transport } of transports) {
      this.#byMid.set(mid, this.#dtlsTransport(transport));
      const mids = this.#mids.get(transport.iceTransport.id);
      if (mids) mids.push(mid);
      else this.#mids.set(transport.iceTransport.id, [mid]);
    }
    this.#applySctp(sctp, signalingState);
  }

  /** @see https://w3c.github.io/webrtc-pc/#dfn-close-the-connection (steps 6 to 9) */
  close(): void {
    if (this.#sctp) closeSctpTransport(this.#sctp);
    for (const transport of this.#dtls.values()) closeDtlsTransport(transport);
    for (const transport of this.#ice.values()) closeIceTransport(transport);
  }

  /** Only an answer makes the association, so an offer leaves `sctp` as it is. */
  #applySctp(native: NativeSctpTransport | null, signalingState: string): void {
    if (native === null) {
      this.#sctp = null;
      return;
    }
    const isAnswered = signalingState === 'stable' || signalingState.endsWith('pranswer');
    if (this.#sctp !== null && updateSctpTransport(this.#sctp, native)) return;
    if (!isAnswered) return;
    const transport = this.#dtlsTransport(native.transport);
    this.#sctp = new RTCSctpTransport(kConstruct, this.#connection, native, transport);
  }

  #dtlsTransport(native: NativeDtlsTransport): RTCDtlsTransport {
    const known = this.#dtls.get(native.id);
    const iceTransport = this.#iceTransport(native.iceTransport);
    if (known !== undefined) return known;
    const made = new RTCDtlsTransport(kConstruct, this.#connection, native, iceTransport);
    this.#dtls.set(native.id, made);
    return made;
  }

  #iceTransport(native: NativeIceTransport): RTCIceTransport {
    const known = this.#ice.get(native.id);
    if (known !== undefined) {
      updateIceTransport(known, native);
      return known;
    }
    const made = new RTCIceTransport(kConstruct, this.#connection, native);
    this.#ice.set(native.id, made);
    return made;
  }
}
