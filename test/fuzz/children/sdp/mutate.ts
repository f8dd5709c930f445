import fc from 'fast-check';

import { hostileLine, hostileNumber, mid } from './hostile-lines.js';

/** A change of a text; `at` and `to` are places in it, from 0 to 1. */
export type Mutation =
  | { readonly do: 'drop' | 'double' | 'cut line' | 'end here'; readonly at: number }
  | {
      readonly do: 'move' | 'move section' | 'copy section';
      readonly at: number;
      readonly to: number;
    }
  | { readonly do: 'drop section'; readonly at: number }
  | { readonly do: 'insert' | 'replace'; readonly at: number; readonly line: string }
  | { readonly do: 'number' | 'mid' | 'kind'; readonly at: number; readonly value: string }
  | { readonly do: 'character'; readonly at: number; readonly to: number; readonly value: string };

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

const character = fc.constantFrom(
  ...['\0', '\r', '\n', ' ', ':', '/', ';', '=', '\ud800', '\u{1f600}', '\u00e9', '-', 'a'],
  'x'.repeat(70_000),
);

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('drop', 'double', 'cut line'), at: place }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('move', 'move section', 'copy section'),
      at: place,
      to: place,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('drop section'), at: place }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('insert', 'replace'),
      at: place,
      line: hostileLine,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('number'), at: place, value: hostileNumber }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('mid'), at: place, value: mid }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('kind'),
      at: place,
      value: fc.constantFrom('audio', 'video', 'application', 'text'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('character'), at: place, to: place, value: character }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('end here'),
      at: fc.double({ min: 0.5, max: 1, noNaN: true }),
    }),
  },
);

/** None for some texts: what is well formed has to go on being taken. */
export const mutations = fc.array(mutation, { maxLength: 6, size: 'max' });

/** The `m=` lines' numbers, and where the text ends. */
function bounds(lines: readonly string[]): number[] {
  const starts = lines.flatMap((line, index) => (line.startsWith('m=') ? [index] : []));
  return [...starts, lines.length];
}

/** A section's first line and the line after it; of a text without sections nothing. */
function section(lines: readonly string[], at: number): [number, number] {
  const all = bounds(lines);
  const index = Math.floor(at * (all.length - 1));
  const start = all[index] ?? lines.length;
  return [start, all[index + 1] ?? start];
}

function lineMatching(lines: readonly string[], at: number, form: RegExp): number {
  const found = lines.flatMap((line, index) => (form.test(line) ? [index] : []));
  return found[Math.floor(at * found.length)] ?? -1;
}

/** Replaces one of the matches in a line, the one that lies at `at`. */
function replaceOne(line: string, form: RegExp, at: number, value: string): string {
  const all = [...line.matchAll(form)];
  const match = all[Math.floor(at * all.length)];
  if (match === undefined) return line;
  return line.slice(0, match.index) + value + line.slice(match.index + match[0].length);
}

function apply(lines: string[], change: Mutation): void {
  const index = Math.floor(change.at * lines.length);
  const line = lines[index] ?? '';
  switch (change.do) {
    case 'drop':
      lines.splice(index, 1);
      break;
    case 'double':
      lines.splice(index, 0, line);
      break;
    case 'cut line':
      lines[index] = line.slice(0, line.length / 2);
      break;
    case 'end here':
      lines.length = index;
      break;
    case 'move':
      lines.splice(index, 1);
      lines.splice(Math.floor(change.to * lines.length), 0, line);
      break;
    case 'move section': {
      const [start, end] = section(lines, change.at);
      const moved = lines.splice(start, end - start);
      lines.splice(section(lines, change.to)[0], 0, ...moved);
      break;
    }
    case 'copy section': {
      const [start, end] = section(lines, change.at);
      lines.splice(section(lines, change.to)[0], 0, ...lines.slice(start, end));
      break;
    }
    case 'drop section': {
      const [start, end] = section(lines, change.at);
      lines.splice(start, end - start);
      break;
    }
    case 'insert':
      lines.splice(index, 0, change.line);
      break;
    case 'replace':
      lines[index] = change.line;
      break;
    case 'number': {
      const found = lineMatching(lines, change.at, /\d/);
      const fraction = (change.at * 7919) % 1;
      if (found >= 0) {
        lines[found] = replaceOne(lines[found] ?? '', /\d+/g, fraction, change.value);
      }
      break;
    }
    case 'mid': {
      const found = lineMatching(lines, change.at, /^a=mid:/);
      if (found >= 0) lines[found] = `a=mid:${change.value}`;
      break;
    }
    case 'kind': {
      const found = lineMatching(lines, change.at, /^m=/);
      if (found >= 0) lines[found] = (lines[found] ?? '').replace(/^m=\S*/, `m=${change.value}`);
      break;
    }
    case 'character': {
      const position = Math.floor(change.to * line.length);
      lines[index] = line.slice(0, position) + change.value + line.slice(position + 1);
      break;
    }
  }
}

/** The text with all changes, each made to what the one before left. */
export function mutate(lines: readonly string[], changes: readonly Mutation[]): string {
  const changed = [...lines];
  for (const change of changes) apply(changed, change);
  return changed.map((line) => `${line}\r\n`).join('');
}

export function linesOf(sdp: string): string[] {
  return sdp.trimEnd().split('\r\n');
}
