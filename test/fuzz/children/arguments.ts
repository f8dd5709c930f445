import fc from 'fast-check';

import * as library from '../../../lib/index.js';
import { attempt, settled } from './outcome.js';
import { target } from './target.js';
import { anyValue } from './values.js';

type Callable = (...args: unknown[]) => unknown;

/** A constructor, method, getter or setter of the public names. */
interface Member {
  readonly name: string;
  readonly call: (self: unknown, args: unknown[]) => unknown;
  /** The names of the interfaces whose objects it expects as `this`. */
  readonly owner: string;
}

function membersOf(owner: string, of: object): Member[] {
  return Object.entries(Object.getOwnPropertyDescriptors(of)).flatMap(([name, property]) => {
    const full = `${owner}.${name}`;
    const { get, set } = property;
    const value: unknown = property.value;
    const found: Member[] = [];
    if (get) found.push({ name: `get ${full}`, owner, call: (self) => get.call(self) as unknown });
    if (set)
      found.push({ name: `set ${full}`, owner, call: (self, [first]) => set.call(self, first) });
    if (typeof value === 'function' && name !== 'constructor') {
      found.push({
        name: full,
        owner,
        call: (self, args) => (value as Callable).apply(self, args),
      });
    }
    return found;
  });
}

type Constructor = new (...args: unknown[]) => object;

const classes = Object.entries<unknown>(library).filter(
  (entry): entry is [string, Constructor] => typeof entry[1] === 'function',
);

const members: ReadonlyMap<string, Member> = new Map(
  [
    ...classes.map(([name, constructor]): Member => {
      return { name: `new ${name}`, owner: name, call: (_self, args) => new constructor(...args) };
    }),
    ...classes.flatMap(([name, { prototype }]) => membersOf(name, prototype as object)),
    ...classes.flatMap(([name, constructor]) => membersOf(name, constructor)),
    ...membersOf('nonstandard', library.nonstandard),
  ]
    .filter(({ name }) => !name.includes('setLogger'))
    .map((member) => [member.name, member]),
);

/** Objects to call methods on, of this case. */
interface Objects {
  readonly own: Map<string, object>;
  readonly close: () => void;
}

function makeObjects(): Objects {
  const connection = new library.RTCPeerConnection();
  const channel = connection.createDataChannel('x');
  const track = library.nonstandard.createTestTrack('audio');
  const transceiver = connection.addTransceiver(track);
  const { sender, receiver } = transceiver;
  const own = new Map<string, object>([
    ['RTCPeerConnection', connection],
    ['RTCDataChannel', channel],
    ['MediaStream', new library.MediaStream([track])],
    ['MediaStreamTrack', track],
    ['RTCRtpTransceiver', transceiver],
    ['RTCRtpSender', sender],
    ['RTCRtpReceiver', receiver],
    ['RTCDTMFSender', sender.dtmf!],
    ['RTCIceCandidate', new library.RTCIceCandidate({ sdpMid: '0' })],
    ['RTCSessionDescription', new library.RTCSessionDescription({ type: 'offer' })],
    ['nonstandard', library.nonstandard],
  ]);
  const close = () => {
    connection.close();
    track.stop();
  };
  return { own, close };
}

/** One of the case's own objects, by the name of its interface. */
class Own {
  constructor(readonly name: string) {}
}

const argument = fc.oneof(
  { weight: 4, arbitrary: anyValue },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('MediaStream', 'MediaStreamTrack', 'RTCRtpSender', 'RTCPeerConnection')
      .map((name): unknown => new Own(name)),
  },
);

interface Calls {
  readonly calls: readonly { member: string; self: 'own' | 'other'; args: unknown[] }[];
  readonly other: unknown;
}

function isPromise(value: unknown): value is Promise<unknown> {
  return value instanceof Promise;
}

function end(value: unknown): void {
  if (value instanceof library.RTCPeerConnection) value.close();
  if (value instanceof library.MediaStreamTrack) value.stop();
}

/** Calls everything with anything. */
export const argumentsOfMethods = target<Calls>({
  arbitrary: fc.record({
    calls: fc.array(
      fc.record({
        member: fc.constantFrom(...members.keys()),
        self: fc.constantFrom('own', 'own', 'own', 'other'),
        args: fc.array(argument, { maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    other: anyValue,
  }),
  async run({ calls, other }) {
    const { own, close } = makeObjects();
    try {
      for (const { member, self, args } of calls) {
        const { call, owner } = members.get(member)!;
        const given = args.map((value) => (value instanceof Own ? own.get(value.name) : value));
        const result = attempt(() => call(self === 'own' ? own.get(owner) : other, given));
        // The promise of a closed connection may never settle: its methods are not waited for.
        if (isPromise(result)) void settled(result);
        end(result);
      }
      const connection = new library.RTCPeerConnection();
      await connection.createOffer();
      connection.close();
    } finally {
      close();
    }
  },
});
