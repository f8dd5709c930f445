/**
 * Edits of a lane of Chromium's log that hold for every scenario: what Chromium
 * does otherwise wherever it happens.
 */

export type Lane = readonly string[];

/** What follows an entry's text: ` | stable local=...`. */
const stateOf = (entry: string) => entry.slice(entry.indexOf(' | '));

/**
 * `negotiationneeded`, `signalingstatechange`, events of media, settlement: the
 * first comes last.
 */
export function negotiationNeededLast(entries: Lane): Lane {
  const moved = [...entries];
  moved.forEach((entry, index) => {
    if (!entry.startsWith('negotiationneeded ')) return;
    if (!moved[index + 1]?.startsWith('signalingstatechange | stable')) return;
    const length = moved
      .slice(index + 1)
      .findIndex((later) => /^set\w+Description\(rollback(\[\])?\) fulfilled/.test(later));
    if (length < 0 || moved.slice(index, index + length).some(isCall)) return;
    const settled = moved[index + 1 + length]!;
    moved.splice(index, 1);
    moved.splice(index + 1 + length, 0, `negotiationneeded${stateOf(settled)}`);
  });
  return moved;
}

const isCall = (entry: string) => entry.includes(' called | ');

/**
 * The `stable` between two offers is that of a rollback: no remote offer yet,
 * and no mid that only the own offer gave.
 */
export function rolledBack(entries: Lane): Lane {
  return entries.map((entry, index) => {
    const [, start] =
      /^(signalingstatechange \| stable .* remote=(?:\w+|-))\/offer/.exec(entry) ?? [];
    if (start === undefined) return entry;
    const before = entries.slice(0, index).findLast((each) => each.includes(' | have-local-offer'));
    const summary = / \[.*\]$/.exec(before ?? '')?.[0] ?? '';
    return `${start}/-${summary.replace(/[^ [:]+(:\w+\/-)/g, '-$1')}`;
  });
}

/** Entries that come one after the other in one task, from an event of the state on. */
function runs(entries: Lane): string[][] {
  const found: string[][] = [];
  for (const entry of entries) {
    const isMedia = /^(mute|removetrack|addtrack|track) /.test(entry);
    if (isMedia && found.length > 0) found.at(-1)!.push(entry);
    else found.push([entry]);
  }
  return found;
}

interface TrackEvent {
  readonly track: string;
  readonly streams: readonly string[];
}

/** Of `track t0 in [s1 s2 again] | ...`. */
function trackEvent(entry: string): TrackEvent | null {
  const [, track, list] = /^track (t\d+) in \[(.*?)\]/.exec(entry) ?? [];
  if (track === undefined || list === undefined) return null;
  return { track, streams: list.match(/\S+( again)?/g) ?? [] };
}

const withoutAgain = (stream: string) => stream.replace(' again', '');

/** A stream that comes back is the same object: `addtrack` tells of it. */
export function sameStreams(entries: Lane, lane: string): Lane {
  return runs(entries).flatMap((run) => {
    const events = run.map(trackEvent);
    const back = new Set(
      events.flatMap((event) => event?.streams.filter((each) => each.endsWith(' again')) ?? []),
    );
    if (back.size === 0) return run;
    const known = new Set([...back].map(withoutAgain));
    const added: string[] = [];
    run.forEach((entry, index) => {
      for (const stream of events[index]?.streams ?? []) {
        const text = `addtrack of ${withoutAgain(stream)}: ${lane}.${events[index]!.track}`;
        const isTold = run.some((each) => each.startsWith(`${text} |`));
        if (isTold || known.has(withoutAgain(stream))) added.push(text + stateOf(entry));
      }
    });
    const others = run.filter((entry) => !entry.startsWith('addtrack '));
    const first = others.findIndex((entry) => entry.startsWith('track '));
    const told = others.slice(first).map((entry) => entry.replaceAll(' again', ''));
    return [...others.slice(0, first), ...added, ...told];
  });
}

/**
 * Tracks stay in their streams until an answer says that they are not received:
 * Chromium looks at the own direction instead, with each description.
 */
export function streamsUntilAnswer(entries: Lane, lane: string): Lane {
  let held: string[] = [];
  const all = runs(entries);
  return all.flatMap((run, index) => {
    const kept = withoutReturns(run, lane);
    const settled = all.slice(index + 1).map(([entry]) => entry!);
    if (run[0]!.startsWith('signalingstatechange | stable')) {
      const isRollback = /^\w+\(rollback/.test(settled[0] ?? '');
      const mutes = kept.filter((entry) => /^(signalingstatechange|mute) /.test(entry));
      const told = isRollback ? [] : held.map((entry) => entry + stateOf(run[0]!));
      held = [];
      return [...mutes, ...told, ...kept.filter((entry) => !mutes.includes(entry))];
    }
    const isOffer = run[0]!.startsWith('signalingstatechange | have-local-offer');
    const left = isOffer ? kept.filter((entry) => entry.startsWith('removetrack ')) : [];
    held = [...held, ...left.map((entry) => entry.slice(0, entry.indexOf(' | ')))];
    return kept.filter((entry) => !left.includes(entry));
  });
}

/** A track leaves a stream and comes back to it in one task: both are left out. */
function withoutReturns(run: string[], lane: string): string[] {
  return run.filter((entry, _index, all) => {
    const event = trackEvent(entry);
    const left = (stream: string, track: string) =>
      all.some((each) => each.startsWith(`removetrack of ${stream}: ${track} |`));
    if (event) {
      const { track, streams } = event;
      const isBack = (each: string) =>
        each.endsWith(' again') && left(withoutAgain(each), `${lane}.${track}`);
      return streams.length === 0 || !streams.every(isBack);
    }
    const [, stream, track] = /^removetrack of (\S+): (\S+) \|/.exec(entry) ?? [];
    if (stream === undefined || track === undefined) return true;
    return !all.some((each) => {
      const other = trackEvent(each);
      return (
        other !== null &&
        `${lane}.${other.track}` === track &&
        other.streams.includes(`${stream} again`)
      );
    });
  });
}
