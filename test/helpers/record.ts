/** Records the events of a target, in order, as `name` or as what `describe` makes of them. */
export function record(
  target: EventTarget,
  types: readonly string[],
  describe: (event: Event) => string = ({ type }) => type,
): string[] {
  const seen: string[] = [];
  for (const type of types) {
    target.addEventListener(type, (event) => seen.push(describe(event)));
  }
  return seen;
}
