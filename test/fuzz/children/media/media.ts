import fc from 'fast-check';

import { settled, attempt } from '../outcome.js';
import { shapes } from '../sdp/shapes.js';
import { linesOf, mutate, mutation } from '../sdp/mutate.js';
import type { Mutation } from '../sdp/mutate.js';
import { target } from '../target.js';
import { calls } from './calls.js';
import { Side } from './side.js';

interface Run {
  readonly do: 'call';
  readonly by: Who;
  readonly name: string;
  readonly given: unknown;
  /** Whether the next step waits for what it returned. */
  readonly wait: boolean;
}
interface Negotiate {
  readonly do: 'negotiate';
  readonly by: Who;
  readonly offer: readonly Mutation[];
  readonly answer: readonly Mutation[];
}
interface Hear {
  readonly do: 'hear a stranger';
  readonly by: Who;
  readonly shape: string;
  readonly changes: readonly Mutation[];
}
interface RollBack {
  readonly do: 'offer and roll back';
  readonly by: Who;
}
type Who = 'a' | 'b';
type Step = Run | Negotiate | Hear | RollBack;

const by = fc.constantFrom<Who>('a', 'a', 'b');
const changes = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 2, arbitrary: fc.array(mutation, { minLength: 1, maxLength: 3 }) },
);

const run: fc.Arbitrary<Step> = fc.oneof(
  ...Object.entries(calls).map(([name, { given }]) =>
    fc.record({
      do: fc.constant('call' as const),
      by,
      name: fc.constant(name),
      given,
      wait: fc.boolean(),
    }),
  ),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: run },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('negotiate' as const),
      by,
      offer: changes,
      answer: changes,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('hear a stranger' as const),
      by,
      shape: fc.constantFrom(...shapes.keys()),
      changes: fc.array(mutation, { maxLength: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('offer and roll back' as const), by }),
  },
);

type Sides = Readonly<Record<Who, Side>>;

function trickle(from: Side, to: Side): void {
  from.connection.addEventListener('icecandidate', ({ candidate }) => {
    if (to.connection.signalingState !== 'closed') {
      void settled(to.connection.addIceCandidate(candidate));
    }
  });
}

/** Back to stable, so that the next step has something to begin with. */
async function calm({ connection }: Side): Promise<void> {
  const { signalingState } = connection;
  if (signalingState === 'have-local-offer') {
    await settled(connection.setLocalDescription({ type: 'rollback' }));
  } else if (signalingState === 'have-remote-offer') {
    await settled(connection.setRemoteDescription({ type: 'rollback' }));
  }
}

async function negotiate(offerer: Side, answerer: Side, { offer, answer }: Negotiate) {
  const [from, to] = [offerer.connection, answerer.connection];
  if (!(await settled(from.setLocalDescription()))) return;
  const offered = mutate(linesOf(from.localDescription?.sdp ?? ''), offer);
  if (!(await settled(to.setRemoteDescription({ type: 'offer', sdp: offered })))) return;
  if (!(await settled(to.setLocalDescription()))) return;
  const answered = mutate(linesOf(to.localDescription?.sdp ?? ''), answer);
  await settled(from.setRemoteDescription({ type: 'answer', sdp: answered }));
}

async function take(sides: Sides, next: Step): Promise<void> {
  const [own, other] = next.by === 'a' ? [sides.a, sides.b] : [sides.b, sides.a];
  const { connection } = own;
  switch (next.do) {
    case 'call': {
      const { run: runCall } = calls[next.name]!;
      const result = attempt(() => runCall(own, next.given));
      if (!(result instanceof Promise)) return;
      const end = settled(result);
      if (next.wait) await end;
      return;
    }
    case 'negotiate':
      await negotiate(own, other, next);
      break;
    case 'hear a stranger': {
      const sdp = mutate(shapes.get(next.shape)!, next.changes);
      if (await settled(connection.setRemoteDescription({ type: 'offer', sdp }))) {
        await settled(connection.setLocalDescription());
      }
      break;
    }
    case 'offer and roll back':
      await settled(connection.setLocalDescription());
      await settled(connection.setLocalDescription({ type: 'rollback' }));
  }
  await Promise.all([calm(own), calm(other)]);
}

/** Two connections that send each other media, and programs that do anything to them meanwhile. */
export const media = target<readonly Step[]>({
  arbitrary: fc.array(step, { minLength: 2, maxLength: 25, size: 'max' }),
  async run(steps) {
    const sides = { a: new Side(), b: new Side() };
    trickle(sides.a, sides.b);
    trickle(sides.b, sides.a);
    try {
      for (const next of steps) await take(sides, next);
      for (const { connection } of Object.values(sides)) {
        await settled(connection.getStats());
        await settled(connection.createOffer());
        for (const sender of connection.getSenders()) sender.getParameters();
      }
    } finally {
      sides.a.close();
      sides.b.close();
    }
  },
});
