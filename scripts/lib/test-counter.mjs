import { stripVTControlCharacters } from 'node:util';

/** Reads ava's closing lines: `12 tests passed`, `1 test failed`, `2 uncaught exceptions`. */
export class TestCounter {
  #text = '';

  take(text) {
    this.#text = (this.#text + text).slice(-20_000);
  }

  /** @param {boolean} failed what ava's exit code says */
  closingLine(failed) {
    const text = stripVTControlCharacters(this.#text);
    const count = (what) => {
      const found = [...text.matchAll(new RegExp(`^\\s*(\\d+) ${what}`, 'gm'))].at(-1);
      return found ? Number(found[1]) : 0;
    };
    const passed = count('tests? passed') + count('known failures?');
    const failures = [
      'tests? failed',
      'unhandled rejections?',
      'uncaught exceptions?',
      'tests? timed',
    ]
      .map(count)
      .reduce((sum, one) => sum + one, 0);
    const skipped = count('tests? skipped') + count('tests? todo');
    const line = `${passed} passed, ${failed ? Math.max(failures, 1) : failures} failed`;
    return skipped ? `${line}, ${skipped} skipped` : line;
  }
}
