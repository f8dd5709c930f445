const MAX_SHOWN = 64;

/** A value as an error message shows it: short, and never running code of the value. */
export function describe(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value.length > MAX_SHOWN ? `'${value.slice(0, MAX_SHOWN)}…'` : `'${value}'`;
    case 'function':
      return 'a function';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? 'an array' : 'an object';
    case 'symbol':
      return 'a symbol';
    case 'bigint':
      return `${value.toString()}n`;
    case 'number':
    case 'boolean':
    case 'undefined':
      return String(value);
  }
}

/** `a`, `a or b`, `a, b or c`. */
export function alternatives(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}
