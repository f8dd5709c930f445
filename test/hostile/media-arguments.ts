/** What programs give to the methods of media and should not: an error by its name, or a meaning. */
import { inspect } from 'node:util';

import test from 'ava';
import type { ExecutionContext } from 'ava';

import {
  MediaStream,
  RTCPeerConnection,
  RTCRtpReceiver,
  RTCRtpSender,
  nonstandard,
} from '../../lib/index.js';
import type { RTCRtpCodec, RTCRtpSendParameters, RTCRtpTransceiver } from '../../lib/index.js';
import { connectCall, firstReading } from '../helpers/call.js';
import { within } from '../helpers/wait.js';

/** What a call came to: `taken`, or the name of its error. */
async function outcome(call: () => unknown): Promise<string> {
  try {
    await within(Promise.resolve(call()), 'a settlement');
    return 'taken';
  } catch (error) {
    return (error as Error).name;
  }
}

interface Case<T> {
  readonly what: string;
  readonly run: (subject: T) => unknown;
  readonly is: string;
}

async function checkAll<T>(t: ExecutionContext, cases: readonly Case<T>[], subject: T) {
  for (const { what, run, is } of cases) {
    t.is(await outcome(() => run(subject)), is, what);
  }
}

/** The three that send simulcast. */
function videoOf(t: ExecutionContext): RTCRtpTransceiver {
  const connection = new RTCPeerConnection();
  t.teardown(() => connection.close());
  return connection.addTransceiver('video', {
    sendEncodings: [{ rid: 'h' }, { rid: 'm' }, { rid: 'l' }],
  });
}

type Change = (parameters: RTCRtpSendParameters) => unknown;

/** The encodings are the program's to change; what it gives is what it got, or something else. */
const parameters: readonly { what: string; change: Change; is: string }[] = [
  { what: 'nothing', change: () => undefined, is: 'taken' },
  { what: 'null', change: () => null, is: 'TypeError' },
  { what: 'a number', change: () => 7, is: 'TypeError' },
  { what: 'an empty object', change: () => ({}), is: 'TypeError' },
  { what: 'a copy', change: (p) => ({ ...p }), is: 'taken' },
  { what: 'a foreign member', change: (p) => ({ ...p, x: 1 }), is: 'taken' },
  {
    what: 'another transaction',
    change: (p) => ({ ...p, transactionId: 'x' }),
    is: 'InvalidModificationError',
  },
  {
    what: 'codecs of nobody',
    change: (p) => ({ ...p, codecs: [{ mimeType: 'video/x', clockRate: 1, payloadType: 1 }] }),
    is: 'InvalidModificationError',
  },
  {
    what: 'no encodings',
    change: (p) => ({ ...p, encodings: [] }),
    is: 'InvalidModificationError',
  },
  {
    what: 'a hundred thousand encodings',
    change: (p) => ({ ...p, encodings: Array(100_000).fill(p.encodings[0]) }),
    is: 'InvalidModificationError',
  },
  {
    what: 'encodings in another order',
    change: (p) => ({ ...p, encodings: [...p.encodings].reverse() }),
    is: 'InvalidModificationError',
  },
  { what: 'encodings of null', change: (p) => ({ ...p, encodings: null }), is: 'TypeError' },
  {
    what: 'encodings without an end',
    change: (p) => ({ ...p, encodings: { [Symbol.iterator]: () => ({ next: () => 1 }) } }),
    is: 'TypeError',
  },
  {
    what: 'another preference',
    change: (p) => ({ ...p, degradationPreference: 'all' }),
    is: 'TypeError',
  },
  {
    what: 'another priority',
    change: (p) => setting(p, 'priority', 'highest'),
    is: 'TypeError',
  },
  { what: 'a rid', change: (p) => setting(p, 'rid', 'x'), is: 'InvalidModificationError' },
  { what: 'maxBitrate -1', change: (p) => setting(p, 'maxBitrate', -1), is: 'taken' },
  { what: 'maxBitrate NaN', change: (p) => setting(p, 'maxBitrate', NaN), is: 'taken' },
  { what: 'maxBitrate 0', change: (p) => setting(p, 'maxBitrate', 0), is: 'taken' },
  { what: 'maxBitrate 2^32-1', change: (p) => setting(p, 'maxBitrate', 2 ** 32 - 1), is: 'taken' },
  { what: 'maxBitrate 10n', change: (p) => setting(p, 'maxBitrate', 10n), is: 'TypeError' },
  { what: 'maxFramerate NaN', change: (p) => setting(p, 'maxFramerate', NaN), is: 'TypeError' },
  {
    what: 'maxFramerate Infinity',
    change: (p) => setting(p, 'maxFramerate', Infinity),
    is: 'TypeError',
  },
  { what: 'maxFramerate -1', change: (p) => setting(p, 'maxFramerate', -1), is: 'RangeError' },
  { what: 'maxFramerate 1e308', change: (p) => setting(p, 'maxFramerate', 1e308), is: 'taken' },
  { what: 'maxFramerate 5e-324', change: (p) => setting(p, 'maxFramerate', 5e-324), is: 'taken' },
  { what: 'a scale of 0', change: (p) => setting(p, 'scaleResolutionDownBy', 0), is: 'RangeError' },
  {
    what: 'a scale of 0.99',
    change: (p) => setting(p, 'scaleResolutionDownBy', 0.99),
    is: 'RangeError',
  },
  {
    what: 'a scale of 1e308',
    change: (p) => setting(p, 'scaleResolutionDownBy', 1e308),
    is: 'taken',
  },
  {
    what: 'a mode of no codec',
    change: (p) => setting(p, 'scalabilityMode', 'L9T9'),
    is: 'InvalidModificationError',
  },
  {
    what: 'a codec of audio',
    change: (p) => setting(p, 'codec', { mimeType: 'audio/opus', clockRate: 48000, channels: 2 }),
    is: 'InvalidModificationError',
  },
  {
    what: 'RTX as a codec',
    change: (p) => setting(p, 'codec', { mimeType: 'video/rtx', clockRate: 90000 }),
    is: 'InvalidModificationError',
  },
];

function setting(given: RTCRtpSendParameters, member: string, value: unknown) {
  const [first, ...rest] = [...given.encodings];
  return { ...given, encodings: [{ ...first, [member]: value }, ...rest] };
}

test('setParameters', async (t) => {
  const { sender } = videoOf(t);
  for (const { what, change, is } of parameters) {
    const given = sender.getParameters();
    const result = change(given);
    const set = result === undefined ? given : result;
    t.is(await outcome(() => sender.setParameters(set as RTCRtpSendParameters)), is, what);
  }
  const [options] = [{ encodingOptions: [{ keyFrame: true }] }];
  const tooFew = () => sender.setParameters(sender.getParameters(), options);
  t.is(await outcome(tooFew), 'InvalidModificationError');
});

test('setParameters with the parameters of another', async (t) => {
  const [one, other] = [videoOf(t).sender, videoOf(t).sender];
  one.getParameters();
  t.is(await outcome(() => one.setParameters(other.getParameters())), 'InvalidModificationError');
});

const codecs = RTCRtpSender.getCapabilities('video')!.codecs;
const named = (name: string) => codecs.find(({ mimeType }) => mimeType === `video/${name}`)!;
const opus = RTCRtpReceiver.getCapabilities('audio')!.codecs[0]!;

const preferences: readonly Case<RTCRtpTransceiver>[] = [
  [[], 'taken', 'none'],
  [codecs, 'taken', 'all'],
  [[...codecs, ...codecs], 'taken', 'all twice'],
  [Array(10_000).fill(named('VP8')), 'taken', 'one ten thousand times'],
  [[named('rtx')], 'InvalidModificationError', 'RTX alone'],
  [[opus], 'InvalidModificationError', 'a codec of audio'],
  [[named('VP8'), opus], 'InvalidModificationError', 'a codec of audio beside'],
  [[{ ...named('VP8'), clockRate: 1 }], 'InvalidModificationError', 'another clock'],
  [[{ ...named('VP9'), sdpFmtpLine: 'profile-id=7' }], 'InvalidModificationError', 'a profile'],
  [[{ ...named('VP8'), sdpFmtpLine: 'x'.repeat(1e6) }], 'InvalidModificationError', 'a long line'],
  [[{ mimeType: 'video/VP8' }], 'TypeError', 'half a codec'],
  [[null], 'TypeError', 'null'],
  [null, 'TypeError', 'no list'],
  ['VP8', 'TypeError', 'a name'],
].map(([given, is, what]) => ({
  what: what as string,
  run: (transceiver: RTCRtpTransceiver) => {
    transceiver.setCodecPreferences(given as RTCRtpCodec[]);
  },
  is: is as string,
}));

test('setCodecPreferences', async (t) => {
  const transceiver = videoOf(t);
  await checkAll(t, preferences, transceiver);
  t.is(
    await outcome(() => new RTCPeerConnection().addTransceiver(named('VP8') as never)),
    'TypeError',
  );
});

const inits: readonly Case<RTCPeerConnection>[] = [
  ['video', { direction: 'stopped' }, 'TypeError'],
  ['video', { direction: 'both' }, 'TypeError'],
  ['video', { streams: [{}] }, 'TypeError'],
  ['video', { streams: null }, 'TypeError'],
  ['video', { sendEncodings: {} }, 'TypeError'],
  ['video', { sendEncodings: [null] }, 'taken'],
  ['video', { sendEncodings: [7] }, 'TypeError'],
  ['video', { sendEncodings: Array(1000).fill({}) }, 'taken'],
  ['video', { sendEncodings: [{ rid: '' }] }, 'TypeError'],
  ['video', { sendEncodings: [{ rid: 'a b' }] }, 'TypeError'],
  ['video', { sendEncodings: [{ rid: 'a' }, { rid: 'a' }] }, 'TypeError'],
  ['video', { sendEncodings: [{ rid: 'a' }, {}] }, 'TypeError'],
  ['video', { sendEncodings: [{ scaleResolutionDownBy: 0.5 }] }, 'RangeError'],
  ['video', { sendEncodings: [{ maxFramerate: -0.1 }] }, 'RangeError'],
  ['video', { sendEncodings: [{ codec: opus }] }, 'OperationError'],
  ['video', { sendEncodings: [{ scalabilityMode: 'L9T9' }] }, 'OperationError'],
  ['audio', { sendEncodings: [{ scaleResolutionDownBy: 0.5 }] }, 'taken'],
  ['audio', { sendEncodings: Array(9).fill({}) }, 'taken'],
  ['data', {}, 'TypeError'],
  [{}, {}, 'TypeError'],
  [undefined, {}, 'TypeError'],
].map(([kind, init, is], index) => ({
  what: `${index}`,
  run: (connection: RTCPeerConnection) =>
    connection.addTransceiver(kind as 'video', init as object),
  is: is as string,
}));

test('addTransceiver', async (t) => {
  const connection = new RTCPeerConnection();
  t.teardown(() => connection.close());
  await checkAll(t, inits, connection);
  t.is(await outcome(() => connection.createOffer()), 'taken');
});

test('setStreams, replaceTrack and removeTrack take their own kind alone', async (t) => {
  const connection = new RTCPeerConnection();
  const other = new RTCPeerConnection();
  t.teardown(() => {
    connection.close();
    other.close();
  });
  const { sender } = connection.addTransceiver('audio');
  const none = {} as never;
  const video = nonstandard.createTestTrack('video');
  const set = sender.setStreams.bind(sender) as (...streams: unknown[]) => void;
  t.is(await outcome(() => set(...Array<unknown>(1000).fill(new MediaStream()))), 'taken');
  t.is(await outcome(() => set(video)), 'TypeError');
  t.is(await outcome(() => set(null)), 'TypeError');
  t.is(await outcome(() => sender.replaceTrack(video)), 'TypeError');
  t.is(await outcome(() => sender.replaceTrack(none)), 'TypeError');
  t.is(await outcome(() => other.removeTrack(sender)), 'InvalidAccessError');
  t.is(await outcome(() => connection.removeTrack(none)), 'TypeError');
});

test('insertDTMF and jitterBufferTarget in a call', async (t) => {
  const pair = await connectCall();
  t.teardown(() => pair.close());
  const { dtmf } = pair.offerer.getSenders().find((sender) => sender.dtmf !== null)!;
  const insert = dtmf!.insertDTMF.bind(dtmf) as (...args: unknown[]) => void;
  const tones: [unknown[], string][] = [
    [['1'], 'taken'],
    [['0123456789ABCDabcd#*,'], 'taken'],
    [['1'.repeat(100_000)], 'taken'],
    [['1', NaN, Infinity], 'taken'],
    [['1', -1, 2 ** 40], 'taken'],
    [[''], 'taken'],
    [['x'], 'InvalidCharacterError'],
    [['\0'], 'InvalidCharacterError'],
    [['\ud800'], 'InvalidCharacterError'],
    [[], 'TypeError'],
    [[Symbol('x')], 'TypeError'],
    [['1', 10n], 'TypeError'],
  ];
  for (const [args, is] of tones) t.is(await outcome(() => insert(...args)), is);
  const receiver = pair.answerer.getReceivers()[0]!;
  const targets: [unknown, string][] = [
    [0, 'taken'],
    [5e-324, 'taken'],
    [4000, 'taken'],
    [null, 'taken'],
    [undefined, 'taken'],
    [4000.1, 'RangeError'],
    [-1, 'RangeError'],
    [NaN, 'TypeError'],
    [Infinity, 'TypeError'],
    ['x', 'TypeError'],
    [10n, 'TypeError'],
  ];
  for (const [value, is] of targets) {
    const set = () => {
      receiver.jitterBufferTarget = value as number;
    };
    t.is(await outcome(set), is, String(value));
  }
  // The call goes on.
  await Promise.all(pair.received.map(firstReading));
});

test('applyConstraints', async (t) => {
  const track = nonstandard.createTestTrack('video');
  const constraints: [unknown, string][] = [
    [undefined, 'taken'],
    [null, 'taken'],
    [{}, 'taken'],
    [{ width: 1e9 }, 'taken'],
    [{ width: { exact: 1e9 } }, 'OverconstrainedError'],
    [{ width: { min: 5, max: 4 } }, 'OverconstrainedError'],
    [{ width: 'wide' }, 'taken'],
    [{ width: { exact: NaN } }, 'OverconstrainedError'],
    [{ frameRate: Infinity }, 'TypeError'],
    [{ frameRate: { exact: 0 } }, 'OverconstrainedError'],
    [{ aspectRatio: { exact: -1 } }, 'OverconstrainedError'],
    [{ facingMode: { exact: 'user' } }, 'OverconstrainedError'],
    [{ advanced: Array(10_000).fill({ width: 1 }) }, 'taken'],
    [{ advanced: null }, 'TypeError'],
    [7, 'TypeError'],
  ];
  for (const [given, is] of constraints) {
    const apply = () => track.applyConstraints(given as object);
    t.is(await outcome(apply), is, inspect(given));
  }
  await firstReading(track);
  track.stop();
});
