import type { RTCSdpType, RTCSessionDescriptionInit } from '../idl/index.js';
import { attributes, parseSdp } from '../internal/sdp.js';

/** Fingerprints of certificates in a description, in one spelling. */
function fingerprints(sdp: string): string[] {
  const { session, media } = parseSdp(sdp);
  return [session, ...media].flatMap(({ text }) =>
    attributes(text, 'fingerprint').map((value) => value.trim().toLowerCase()),
  );
}

/**
 * Remembers what a connection's own descriptions say of its certificates, to
 * tell a local description that was edited from one that is another's.
 *
 * The text refuses every edit with InvalidModificationError. Programs edit
 * descriptions all the same, and browsers let them, but for the fingerprints.
 */
export class OwnFingerprints {
  /** The last of each type: a connection's certificate stays the same. */
  #offer = '';
  #answer = '';

  learn({ type, sdp = '' }: RTCSessionDescriptionInit): void {
    if (!sdp.includes('a=fingerprint:')) return;
    if (type === 'offer') this.#offer = sdp;
    else this.#answer = sdp;
  }

  /**
   * @throws InvalidModificationError for a description with another's fingerprint, or of a type
   *   of which none was created
   */
  check(type: RTCSdpType, sdp: string, context: string): void {
    const known = new Set(fingerprints(type === 'offer' ? this.#offer : this.#answer));
    if (fingerprints(sdp).every((fingerprint) => known.has(fingerprint))) return;
    throw new DOMException(
      `${context}: the SDP does not match the previously generated SDP for this type`,
      'InvalidModificationError',
    );
  }
}
