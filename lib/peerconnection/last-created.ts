type Kind = 'offer' | 'answer';

/**
 * `[[LastCreatedOffer]]` and `[[LastCreatedAnswer]]`, and whether they still say
 * how things are: what came between their creation and now is counted.
 */
export class LastCreated {
  #changes = 0;
  readonly #sdp = { offer: '', answer: '' };
  readonly #createdAt = { offer: -1, answer: -1 };

  /** Something that offers and answers tell of is being changed. */
  outdate(): void {
    this.#changes += 1;
  }

  /**
   * One is asked for: the ones before are not the last any more.
   *
   * @returns what takes it, once it is there
   */
  ask(kind: Kind): (sdp: string) => void {
    const askedAt = this.#changes;
    this.#createdAt[kind] = -1;
    return (sdp) => {
      this.#sdp[kind] = sdp;
      this.#createdAt[kind] = askedAt;
    };
  }

  sdp(kind: Kind): string {
    return this.#sdp[kind];
  }

  /** Empty when there is none, or when it is outdated. */
  current(kind: Kind): string {
    return this.#createdAt[kind] === this.#changes ? this.#sdp[kind] : '';
  }

  /** A negotiation is complete. */
  clear(): void {
    this.#sdp.offer = '';
    this.#sdp.answer = '';
  }
}
