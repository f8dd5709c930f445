/** Everything that a program may do to media, each with what it is done with. */
import fc from 'fast-check';

import { nonstandard } from '../../../../lib/index.js';
import { codecOf } from './side.js';
import type { Place, Side } from './side.js';
import * as values from './values.js';

interface Call {
  readonly given: fc.Arbitrary<unknown>;
  readonly run: (side: Side, given: unknown) => unknown;
}

/** The type of what is given goes from its arbitrary to what runs, and is forgotten after. */
function call<T>(given: fc.Arbitrary<T>, run: (side: Side, given: T) => unknown): Call {
  return { given, run: (side, value) => run(side, value as T) };
}

const place: fc.Arbitrary<Place> = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
/** Arguments go to the method as they are: what they are is its business. */
const at = <T>(value: fc.Arbitrary<T>) => fc.record({ at: place, to: place, value });
const nothing = at(fc.constant(null));
const kind = fc.constantFrom('audio', 'video');

export const calls: Readonly<Record<string, Call>> = {
  addTrack: call(at(fc.nat(3)), ({ connection, ...side }, given) => {
    const streams = side.streams.slice(0, given.value);
    return connection.addTrack(side.tracks[Math.floor(given.at * side.tracks.length)]!, ...streams);
  }),
  addTransceiver: call(at(values.transceiverInit), (side, given) =>
    side.isFull
      ? undefined
      : side.connection.addTransceiver(side.track(given.at), given.value as object),
  ),
  'addTransceiver of a kind': call(
    fc.record({ kind, init: values.transceiverInit }),
    (side, { kind: wanted, init }) =>
      side.isFull ? undefined : side.connection.addTransceiver(wanted, init as object),
  ),
  removeTrack: call(nothing, (side, given) => {
    const sender = side.sender(given.at);
    return sender && side.connection.removeTrack(sender);
  }),
  replaceTrack: call(at(fc.boolean()), (side, given) =>
    side.sender(given.at)?.replaceTrack(given.value ? side.track(given.to) : null),
  ),
  setStreams: call(nothing, (side, given) =>
    side.sender(given.at)?.setStreams(side.stream(given.to), side.stream(1 - given.to - 1e-9)),
  ),
  direction: call(at(values.direction), (side, given) => {
    const transceiver = side.transceiver(given.at);
    if (transceiver) transceiver.direction = given.value;
  }),
  stop: call(nothing, (side, given) => side.transceiver(given.at)?.stop()),
  setCodecPreferences: call(at(fc.array(values.codec, { maxLength: 12 })), (side, given) =>
    side.transceiver(given.at)?.setCodecPreferences(given.value.map(codecOf)),
  ),
  setHeaderExtensionsToNegotiate: call(
    at(fc.array(fc.tuple(fc.nat(12), values.direction), { maxLength: 4 })),
    (side, given) => {
      const transceiver = side.transceiver(given.at);
      const extensions = transceiver?.getHeaderExtensionsToNegotiate() ?? [];
      for (const [index, direction] of given.value) {
        const extension = extensions[index % extensions.length];
        if (extension) extension.direction = index > 9 ? 'stopped' : direction;
      }
      transceiver?.setHeaderExtensionsToNegotiate(extensions);
      return transceiver?.getNegotiatedHeaderExtensions();
    },
  ),
  setParameters: call(
    at(fc.array(fc.oneof(values.tuning, values.encoding), { maxLength: 3 })),
    (side, given) => {
      const sender = side.sender(given.at);
      const parameters = sender?.getParameters();
      if (!parameters) return undefined;
      given.value.forEach((changes, index) => {
        const encoding = parameters.encodings[index];
        if (encoding) Object.assign(encoding, changes);
      });
      const options = { encodingOptions: parameters.encodings.map(() => ({ keyFrame: true })) };
      return sender?.setParameters(parameters, given.to < 0.5 ? options : {});
    },
  ),
  'setParameters with a codec': call(at(values.codec), (side, given) => {
    const sender = side.sender(given.at);
    const parameters = sender?.getParameters();
    const encoding = parameters?.encodings[Math.floor(given.to * parameters.encodings.length)];
    if (!parameters || !encoding) return undefined;
    encoding.codec = codecOf(given.value);
    return sender?.setParameters(parameters);
  }),
  'setParameters with a member changed': call(
    at(fc.tuple(fc.nat(6), values.anyValue)),
    (side, given) => {
      const sender = side.sender(given.at);
      const parameters = sender?.getParameters() as unknown as Record<string, unknown> | undefined;
      if (!sender || !parameters) return undefined;
      const names = Object.keys(parameters);
      parameters[names[given.value[0] % names.length]!] = given.value[1];
      return sender.setParameters(parameters as never);
    },
  ),
  insertDTMF: call(at(fc.tuple(values.tones, values.number, values.number)), (side, given) =>
    side
      .sender(given.at)
      ?.dtmf?.insertDTMF(...(given.value as [tones: string, duration: number, gap: number])),
  ),
  jitterBufferTarget: call(at(values.number), (side, given) => {
    const receiver = side.receiver(given.at);
    if (receiver) receiver.jitterBufferTarget = given.value as number;
  }),
  'what a receiver tells': call(nothing, (side, given) => {
    const receiver = side.receiver(given.at);
    receiver?.getSynchronizationSources();
    receiver?.getContributingSources();
    receiver?.getParameters();
    return receiver?.getStats();
  }),
  'what a sender tells': call(nothing, (side, given) => side.sender(given.at)?.getStats()),
  createTestTrack: call(
    fc.oneof(
      fc.tuple(fc.constant('video'), values.videoOptions),
      fc.tuple(fc.constant('audio'), values.audioOptions),
    ),
    (side, [wanted, options]) =>
      side.addTrack(nonstandard.createTestTrack(wanted as 'audio', options as object)),
  ),
  clone: call(nothing, (side, given) => side.addTrack(side.track(given.at).clone())),
  'stop a track': call(nothing, (side, given) => {
    side.track(given.at).stop();
  }),
  enabled: call(at(fc.boolean()), (side, given) => {
    side.track(given.at).enabled = given.value;
  }),
  contentHint: call(at(fc.constantFrom('motion', 'detail', 'text', 'music', '')), (side, given) => {
    side.track(given.at).contentHint = given.value;
  }),
  applyConstraints: call(at(values.constraints), (side, given) =>
    side.track(given.at).applyConstraints(given.value as object),
  ),
  readTestTrack: call(at(fc.boolean()), (side, given) => {
    const stop = nonstandard.readTestTrack(side.track(given.at), () => undefined);
    if (given.value) setImmediate(stop);
  }),
  setBitrate: call(
    fc.record({ min: values.number, start: values.number, max: values.number }),
    (side, given) => nonstandard.setBitrate(side.connection, given as object),
  ),
  restartIce: call(nothing, (side) => side.connection.restartIce()),
  'a pause': call(nothing, () => undefined),
};
