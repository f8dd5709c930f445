/**
 * What Chromium does otherwise. Each has its row, with the reason, in
 * docs/deviations.md under "Behaviour beside Chromium".
 */
export interface Difference {
  /** The first cell of the row. */
  readonly row: string;
  /** Makes of a lane of Chromium's log what is expected here. */
  readonly expect: (entries: readonly string[], scenario: string) => readonly string[];
}

type Edit = readonly [from: RegExp, to: string];

/** Lines that read otherwise, in one scenario. */
function lines(row: string, scenario: string, ...edits: readonly Edit[]): Difference {
  const edit = (entry: string) => edits.reduce((text, [from, to]) => text.replace(from, to), entry);
  return {
    row,
    expect: (entries, played) =>
      played === scenario ? entries.map(edit).filter((entry) => entry !== '') : entries,
  };
}

/** `negotiationneeded`, `signalingstatechange`, settlement: the first comes last. */
function negotiationNeededLast(entries: readonly string[]): readonly string[] {
  const moved = [...entries];
  moved.forEach((entry, index) => {
    const [change, settled] = moved.slice(index + 1, index + 3);
    if (!entry.startsWith('negotiationneeded ') || !change || !settled) return;
    if (!change.startsWith('signalingstatechange | stable')) return;
    if (!/^set\w+Description\(rollback(\[\])?\) fulfilled/.test(settled)) return;
    moved.splice(
      index,
      3,
      change,
      settled,
      change.replace('signalingstatechange', entry.split(' ')[0]!),
    );
  });
  return moved;
}

function textAfterBlobs(entries: readonly string[], scenario: string): readonly string[] {
  if (scenario !== 'channels: Blobs keep their place') return entries;
  const text = 'message string "four" | open';
  const others = entries.filter((entry) => entry !== text);
  return others.length === entries.length
    ? entries
    : [...others.slice(0, -1), text, ...others.slice(-1)];
}

export const differences: readonly Difference[] = [
  { row: 'negotiationneeded after a rollback', expect: negotiationNeededLast },
  {
    row: 'an implicit rollback passes through stable',
    expect: (entries) =>
      entries.map((entry) =>
        entry.replace(/^(signalingstatechange \| stable .* remote=(?:\w+|-))\/offer$/, '$1/-'),
      ),
  },
  lines('send() right after the connection was closed', 'close: with an open channel', [
    /^send \| open$/,
    'send threw InvalidStateError | closed',
  ]),
  { row: 'text sent after a Blob', expect: textAfterBlobs },
  lines('a priority that is none', 'channels: wrong options', [
    /("priority":"highest"}\)) \|/,
    '$1 threw TypeError |',
  ]),
  lines('SDP that does not parse', 'errors: SDP that is none', [
    /rejected OperationError \|/,
    'rejected OperationError sdp-syntax-error |',
  ]),
  lines('a description without a type', 'errors: arguments of the wrong type', [
    /^(setRemoteDescription\((?:null|{"sdp".*)\) rejected) OperationError/,
    '$1 TypeError',
  ]),
  lines(
    'a description and one callback',
    'errors: one callback of two',
    [/^(setLocalDescription\(offer, function\)) fulfilled/, '$1 rejected TypeError'],
    [/^signalingstatechange.*/, ''],
  ),
  lines('the end of candidates before a remote description', 'errors: candidates', [
    /^(addIceCandidate\((?:null|{})\)) fulfilled( \| (?:stable|have-local-offer))/,
    '$1 rejected InvalidStateError$2',
  ]),
  lines('a candidate of an unknown generation', 'errors: candidates', [
    /^(addIceCandidate\(candidate .*"usernameFragment":"none"}\)) fulfilled/,
    '$1 rejected OperationError',
  ]),
  lines('the end of candidates of an unknown section', 'errors: candidates', [
    /^(addIceCandidate\(end of candidates {"sdpMid":"none"}\)) fulfilled/,
    '$1 rejected OperationError',
  ]),
  lines('rtcpMuxPolicy negotiate', 'errors: configurations', [
    /^rtcpMuxPolicy$/,
    'rtcpMuxPolicy threw TypeError',
  ]),
];
