import { checkArguments, defineInterface, types } from '../webidl/index.js';

const CONTEXT = 'OverconstrainedError constructor';

/**
 * A track's source cannot be what was required of it.
 *
 * @see https://w3c.github.io/mediacapture-main/#overconstrainederror-interface
 */
export class OverconstrainedError extends DOMException {
  readonly #constraint: string;

  constructor(constraint: string, message = '') {
    checkArguments(arguments.length, 1, CONTEXT);
    const name = types.DOMString.convert(constraint, `${CONTEXT}: constraint`);
    // 1. Let e be a DOMException with the message, named "OverconstrainedError".
    super(types.DOMString.convert(message, `${CONTEXT}: message`), 'OverconstrainedError');
    // 2. Initialize the constraint attribute.
    this.#constraint = name;
  }

  /** The constraint that cannot be satisfied; empty when no single one is to blame. */
  get constraint(): string {
    return this.#constraint;
  }

  static {
    defineInterface(this, { is: (value) => #constraint in value });
  }
}
