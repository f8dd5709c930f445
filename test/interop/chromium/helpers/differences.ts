/**
 * What Chromium does otherwise. Each has its row, with the reason, in
 * docs/deviations.md under "Behaviour beside Chromium".
 */
import { negotiationNeededLast, rolledBack, sameStreams, streamsUntilAnswer } from './edits.js';
import type { Lane } from './edits.js';

export interface Difference {
  /** The first cell of the row. */
  readonly row: string;
  /** Makes of a lane of Chromium's log what is expected here. */
  readonly expect: (entries: Lane, lane: string, scenario: string) => Lane;
}

type Edit = readonly [from: RegExp, to: string];

/** Lines that read otherwise, in some scenarios. */
function lines(row: string, scenarios: string | RegExp, ...edits: readonly Edit[]): Difference {
  const edit = (entry: string) => edits.reduce((text, [from, to]) => text.replace(from, to), entry);
  return {
    row,
    expect: (entries, _lane, played) => {
      const isIt = typeof scenarios === 'string' ? played === scenarios : scenarios.test(played);
      return isIt ? entries.map(edit).filter((entry) => entry !== '') : entries;
    },
  };
}

/** From the first line on that fits, others come, in one lane of one scenario. */
function instead(
  row: string,
  [scenario, lane]: readonly [scenario: string, lane: string],
  from: RegExp,
  ...others: Lane
): Difference {
  return {
    row,
    expect: (entries, played, name) => {
      const index = entries.findIndex((entry) => from.test(entry));
      const isIt = played === lane && name === scenario && index >= 0;
      return isIt ? [...entries.slice(0, index), ...others] : entries;
    },
  };
}

/** The bundle is that of the offer until the answer. */
function bundleOfOffer(entries: Lane, _lane: string, scenario: string): Lane {
  if (!scenario.startsWith('answers: provisional')) return entries;
  const isRejected = scenario.endsWith('rejected');
  const answer = entries.findIndex((entry) => /^set\w+Description\(answer/.test(entry));
  return entries.map((entry, index) =>
    index < answer || isRejected
      ? entry.replace(/^( {2}t1 .* over) T0(, receives \w+ over) T0/, '$1 T1$2 T1')
      : entry,
  );
}

function unmutedByRollback(entries: Lane, lane: string, scenario: string): Lane {
  if (scenario !== 'calls: an offer is rolled back') return entries;
  if (lane === 'b t0') return [...entries, 'unmute, live'];
  return entries.map((entry) => entry.replace(/^muted: \[true, false\]/, 'muted: [false, false]'));
}

function textAfterBlobs(entries: Lane, _lane: string, scenario: string): Lane {
  if (scenario !== 'channels: Blobs keep their place') return entries;
  const text = 'message string "four" | open';
  const others = entries.filter((entry) => entry !== text);
  return others.length === entries.length
    ? entries
    : [...others.slice(0, -1), text, ...others.slice(-1)];
}

export const differences: readonly Difference[] = [
  { row: 'negotiationneeded after a rollback', expect: negotiationNeededLast },
  { row: 'an implicit rollback passes through stable', expect: rolledBack },
  { row: 'streams of what is not to be received any more', expect: streamsUntilAnswer },
  { row: 'a remote stream that comes back', expect: sameStreams },
  lines('send() right after the connection was closed', 'close: with an open channel', [
    /^send \| open$/,
    'send threw InvalidStateError | closed',
  ]),
  { row: 'text sent after a Blob', expect: textAfterBlobs },
  lines('a priority that is none', 'channels: wrong options', [
    /("priority":"highest"}\)) \|/,
    '$1 threw TypeError |',
  ]),
  lines('SDP that does not parse', /^(errors: SDP that is none|answers: that fail)/, [
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

  lines(
    'a direction that is stopped from the start',
    'transceivers: stopped from the start',
    [/: t0 \|.*/, ' threw TypeError | stable local=-/- remote=-/-'],
    [/^negotiationneeded.*| {2}t0 .*/, ''],
  ),
  lines(
    'rids that are wrong',
    'simulcast: with wrong rids',
    [/^(''|'a', 'a')$/, '$1 threw TypeError'],
    [/threw InvalidAccessError$/, 'threw TypeError'],
  ),
  lines('removeTrack() of a transceiver that is gone', 'stop: what is left of it', [
    /^(removeTrack\(t0\)) threw InvalidAccessError/,
    '$1',
  ]),
  lines(
    'replaceTrack() and setParameters() that close() overtakes',
    /^(replaceTrack: and the connection is|parameters: of a) closed/,
    [/^(replaceTrack\(audio2\)|setParameters\(\)) fulfilled.*/, ''],
    [/^( {2}t0 .*sends) audio2/, '$1 audio1'],
  ),
  lines(
    'wrong arguments for a closed connection',
    /^(replaceTrack: and the connection|close with media: )/,
    [
      /^(replaceTrack\(video1\) rejected|addTransceiver\(nothing\) threw) InvalidStateError/,
      '$1 TypeError',
    ],
  ),
  { row: 'the bundle of a provisional answer', expect: bundleOfOffer },
  { row: 'media that comes back by a rollback', expect: unmutedByRollback },
  lines(
    'transports of a stopped transceiver after a rollback',
    /: a transceiver was stopped before/,
    [/^( {2}t0 audio, mid 0, stopped\/sendrecv, .* over) null(.* over) null$/, '$1 T0$2 T0'],
  ),
  lines('the track of a section that was rejected from the start', /^stop: /, [
    /^( {2}t\d \w+, mid null, stopped.* over null, receives) live/,
    '$1 ended',
  ]),
  instead(
    'an answer whose direction the offer does not allow',
    ['answers: whose direction the offer does not allow', 'a'],
    / rejected InvalidAccessError/,
    'signalingstatechange | stable local=offer/- remote=answer/- [0:sendonly/sendrecv]',
    'track t0 in [unnamed1] | stable local=offer/- remote=answer/- [0:sendonly/sendrecv]',
    'setRemoteDescription(answer[audio:sendrecv]) fulfilled | stable local=offer/- remote=answer/- [0:sendonly/sendrecv]',
    '  t0 audio, mid 0, sendonly/sendrecv, sends null over T0, receives live over T0',
    '  unnamed1 has [a.t0] active',
  ),
  instead(
    'offerToReceiveVideo above 1',
    ['answers: to old options that are numbers', 'a'],
    / rejected InvalidAccessError/,
    'createOffer({"offerToReceiveAudio":0,"offerToReceiveVideo":2}) fulfilled offer[video:recvonly] | stable local=-/- remote=-/- [-:recvonly/-]',
    'negotiationneeded | stable local=-/- remote=-/- [-:recvonly/-]',
    '  t0 video, mid null, recvonly/null, sends null over null, receives live over null',
  ),

  lines(
    'scaleResolutionDownBy of 1',
    /^(parameters: |simulcast: a)/,
    [
      /^((?!sends audio).*encodings: \[{active: .*, priority: \w+)(?=}\])/,
      '$1, scaleResolutionDownBy: 1',
    ],
    [/(?<=^encodings: \[- )-(?=\])/, '1'],
  ),
  lines(
    'encodings of a sender that a remote offer made',
    /^(parameters: as they are|simulcast: answered by a browser)$/,
    [/^(sends video: .*encodings: \[){.*}(\].* remote=(?:-\/)?offer)/, '$1$2'],
    [/^encodings: \[- 1\]/, 'encodings: []'],
  ),
  lines(
    'rtcp.reducedSize',
    'parameters: as they are',
    [/^(\w+ audio: .* rtcp: \[)true/, '$1false'],
    [/^(receives video: .* rtcp: \[)false(.*remote=-\/offer)/, '$1true$2'],
  ),
  lines(
    'getParameters() twice in a task',
    'parameters: with a time limit',
    [/^(got twice in a task: \[false,) false/, '$1 true'],
    [/^(setParameters\(\) at once) rejected \w+/, '$1 fulfilled'],
    [/^(setParameters\(\) again) rejected \w+/, '$1 rejected InvalidStateError'],
  ),
  lines('preferred codecs with none in common', 'codecs: preferred without one in common', [
    /(answer\[audio:)rejected/,
    '$1recvonly',
  ]),
  lines('header extensions that an answer does not have', 'codecs: of header extensions', [
    /^(to negotiate: \[sendrecv,) stopped(\] \| stable local=answer)/,
    '$1 sendrecv$2',
  ]),
  lines('header extensions of a closed connection', 'codecs: of header extensions', [
    /^(\w.*): \[sendrecv, stopped\] \| closed/,
    '$1: [none, none] | closed',
  ]),
  lines('applyConstraints() of a track that has ended', 'local media: a track that was stopped', [
    / rejected OverconstrainedError$/,
    ' fulfilled',
  ]),
  lines('a clone of video that has ended', 'local media: a track that was stopped', [
    /^(clone of it:) \[live/,
    '$1 [ended',
  ]),
];
