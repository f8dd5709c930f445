import { RTCLocalIceCandidateInit } from '../idl/candidate.js';
import type { RTCIceCandidateInit } from '../idl/candidate.js';
import type {
  RTCIceCandidateType,
  RTCIceComponent,
  RTCIceProtocol,
  RTCIceServerTransportProtocol,
  RTCIceTcpCandidateType,
} from '../idl/enums.js';
import { defineInterface, toJSON } from '../webidl/index.js';
import type { Converted } from '../webidl/index.js';
import { parseCandidateAttribute } from './candidate-attribute.js';
import type { CandidateAttribute } from './candidate-attribute.js';

const CONTEXT = 'RTCIceCandidate constructor: candidateInitDict';

/**
 * An ICE candidate. What is read from the candidate line is `null` when the
 * line is not well formed.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcicecandidate-interface
 */
export class RTCIceCandidate {
  readonly #init: Readonly<Converted<typeof RTCLocalIceCandidateInit>>;
  /** Undefined until somebody reads of it. */
  #parsed: CandidateAttribute | null | undefined;

  /** @throws TypeError when neither `sdpMid` nor `sdpMLineIndex` is given */
  constructor(candidateInitDict: RTCLocalIceCandidateInit = {}) {
    const init = RTCLocalIceCandidateInit.convert(candidateInitDict, CONTEXT);
    // 1. If both sdpMid and sdpMLineIndex are null, throw a TypeError.
    if (init.sdpMid === null && init.sdpMLineIndex === null) {
      throw new TypeError(`${CONTEXT}: sdpMid and sdpMLineIndex are both null`);
    }
    // 2. Create an RTCIceCandidate.
    this.#init = init;
  }

  /** The candidate attribute of RFC 8839; empty: the end of candidates. */
  get candidate(): string {
    return this.#init.candidate;
  }

  get sdpMid(): string | null {
    return this.#init.sdpMid;
  }

  get sdpMLineIndex(): number | null {
    return this.#init.sdpMLineIndex;
  }

  get foundation(): string | null {
    return this.#line?.foundation ?? null;
  }

  get component(): RTCIceComponent | null {
    return this.#line?.component ?? null;
  }

  get priority(): number | null {
    return this.#line?.priority ?? null;
  }

  /** IPv4, IPv6 or a name, such as one that ends in `.local`. */
  get address(): string | null {
    return this.#line?.address ?? null;
  }

  get protocol(): RTCIceProtocol | null {
    return this.#line?.protocol ?? null;
  }

  get port(): number | null {
    return this.#line?.port ?? null;
  }

  get type(): RTCIceCandidateType | null {
    return this.#line?.type ?? null;
  }

  get tcpType(): RTCIceTcpCandidateType | null {
    return this.#line?.tcpType ?? null;
  }

  get relatedAddress(): string | null {
    return this.#line?.relatedAddress ?? null;
  }

  get relatedPort(): number | null {
    return this.#line?.relatedPort ?? null;
  }

  get usernameFragment(): string | null {
    return this.#init.usernameFragment;
  }

  /** Between this side and the TURN server, of a local relay candidate. */
  get relayProtocol(): RTCIceServerTransportProtocol | null {
    return this.#init.relayProtocol;
  }

  /** The STUN or TURN server that gave a local candidate. */
  get url(): string | null {
    return this.#init.url;
  }

  get #line(): CandidateAttribute | null {
    if (this.#parsed === undefined) this.#parsed = parseCandidateAttribute(this.#init.candidate);
    return this.#parsed;
  }

  toJSON(): RTCIceCandidateInit {
    return toJSON<RTCIceCandidate, keyof RTCIceCandidateInit>(this, [
      'candidate',
      'sdpMid',
      'sdpMLineIndex',
      'usernameFragment',
    ]);
  }

  static {
    defineInterface(this, { is: (value) => #init in value });
  }
}
