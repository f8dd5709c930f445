import { attributes, parseSdp } from '../internal/sdp.js';

/** Fingerprints of certificates in a description, in one spelling. */
function fingerprints(sdp: string): string[] {
  const { session, media } = parseSdp(sdp);
  return [session, ...media].flatMap(({ lines }) =>
    attributes(lines, 'fingerprint').map((value) => value.trim().toLowerCase()),
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
  readonly #known = new Set<string>();

  learn(sdp: string): void {
    for (const fingerprint of fingerprints(sdp)) this.#known.add(fingerprint);
  }

  /** @throws InvalidModificationError for a description with another's fingerprint */
  check(sdp: string, context: string): void {
    if (fingerprints(sdp).every((fingerprint) => this.#known.has(fingerprint))) return;
    throw new DOMException(
      `${context}: the SDP does not match the previously generated SDP for this type`,
      'InvalidModificationError',
    );
  }
}
