import { stripVTControlCharacters } from 'node:util';

const failures = [
  'tests? failed',
  'tests? remained pending',
  'unhandled rejections?',
  'uncaught exceptions?',
];
const skipped = ['tests? skipped', 'tests? todo'];

/** Reads what ava prints: a mark for each test, and closing lines like `1 test failed`. */
export class TestCounter {
  #rest = '';
  #ticks = 0;
  #closing = new Map();

  take(text) {
    const lines = (this.#rest + stripVTControlCharacters(text)).split('\n');
    this.#rest = lines.pop();
    for (const line of lines) this.#line(line);
  }

  #line(line) {
    if (/^\s*✔ /.test(line)) this.#ticks += 1;
    const closing = /^\s*(\d+) ([a-z ]+)$/.exec(line);
    if (closing) this.#closing.set(closing[2], Number(closing[1]));
  }

  /** @param {boolean} failed what ava's exit code says */
  closingLine(failed) {
    const sum = (...names) =>
      [...this.#closing]
        .filter(([text]) => names.some((name) => new RegExp(`^${name}$`).test(text)))
        .reduce((total, [, count]) => total + count, 0);
    // ava counts what passed in its closing lines when nothing failed.
    const passed = sum('tests? passed', 'known failures?') || this.#ticks;
    const line = `${passed} passed, ${Math.max(sum(...failures), failed ? 1 : 0)} failed`;
    const left = sum(...skipped);
    return left ? `${line}, ${left} skipped` : line;
  }
}
