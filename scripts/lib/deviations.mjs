/** Reads docs/deviations.md: the names in code marks of each table row's first cell. */
import { existsSync, readFileSync } from 'node:fs';

import { at } from './paths.mjs';

/** The rows under this heading must each be a difference that scripts/check-idl finds. */
const CHECKED = /^#+ .*\bIDL\b/;

/** @returns {{known: Set<string>, checked: Set<string>}} of names such as `RTCError.sentAlert` */
export function readDeviations(file = at('docs/deviations.md')) {
  const known = new Set();
  const checked = new Set();
  let inChecked = false;
  for (const line of existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []) {
    if (line.startsWith('#')) inChecked = CHECKED.test(line);
    const cell = /^\|([^|]*)\|/.exec(line)?.[1] ?? '';
    for (const [, name] of cell.matchAll(/`([A-Za-z]\w*(?:\.\w+)?)(?:\(\))?`/g)) {
      known.add(name);
      if (inChecked) checked.add(name);
    }
  }
  return { known, checked };
}
