import test from 'ava';
import type { ExecutionContext } from 'ava';

import { runProgram } from '../helpers/program.js';
import { size, staysBelow } from '../helpers/size.js';

test.serial.beforeEach((t) => {
  t.timeout(600_000);
});

async function run(t: ExecutionContext, way: string, count: number): Promise<unknown> {
  const args = [way, String(count)];
  const deadline = 300_000;
  const exit = await runProgram('frames', { args, nodeArgs: ['--expose-gc'], deadline });
  t.is(exit.signal, null, exit.stderr);
  t.is(exit.code, 0, exit.stderr);
  return JSON.parse(exit.stdout);
}

/** Megabytes: a frame of 720p has 1.3, so each one that is kept would show. */
const bound = 60;

test.serial('frames that are forgotten are freed, and told of once', async (t) => {
  const { codes, grown } = (await run(t, 'forgotten', 400)) as { codes: string[]; grown: number };
  t.deepEqual(codes, ['NODE_LIBWEBRTC_FRAME_NOT_CLOSED']);
  t.true(staysBelow(grown, 100), String(grown));
});

for (const way of ['track', 'sink', 'bytes', 'unread']) {
  test.serial(`memory stays what it is over many frames: ${way}`, async (t) => {
    const { grown, all = true } = (await run(t, way, size(2000, 20_000))) as {
      grown: number;
      all?: boolean;
    };
    t.log(`${grown} MB`);
    t.true(staysBelow(grown, bound), String(grown));
    t.true(all);
  });
}

test.serial('bytes of frames are kept for as long as the program keeps them', async (t) => {
  t.deepEqual(await run(t, 'kept', 250), { right: 250 });
});

test.serial('a Worker ends while it holds bytes of frames', async (t) => {
  const { grown } = (await run(t, 'holders', size(10, 100))) as { grown: number };
  t.true(staysBelow(grown, bound), String(grown));
});

test.serial('a processor is collected unless somebody waits for its next frame', async (t) => {
  t.deepEqual(await run(t, 'processors', 20), { all: true, timestamp: 3 });
});

test.serial('frames go to a Worker and back, without their pixels being copied', async (t) => {
  const count = size(200, 2000);
  const { right, grown, sum } = (await run(t, 'transfer', count)) as Record<string, number>;
  t.is(right, count);
  t.is(sum, 6);
  t.true(staysBelow(grown!, bound), String(grown));
});

test.serial('a Worker that ends lets go of the frames that were on their way', async (t) => {
  const { grown } = (await run(t, 'death', size(10, 100))) as { grown: number };
  t.true(staysBelow(grown, bound), String(grown));
});

test.serial('a frame of a Worker that has ended is a frame, or a DataCloneError', async (t) => {
  const outcomes = (await run(t, 'sender', size(6, 50))) as string[];
  t.log(outcomes.join());
  t.deepEqual(
    outcomes.filter((outcome) => outcome !== 'frame' && outcome !== 'DataCloneError'),
    [],
  );
});

test.serial('ports with frames hold nothing up', async (t) => {
  t.deepEqual(await run(t, 'idle', 1), { port: 'object' });
});

test.serial('the process ends while frames and samples flow', async (t) => {
  for (let index = 0; index < size(3, 50); index += 1) {
    const exit = await runProgram('frames', { args: ['exit', '1'], deadline: 60_000 });
    t.is(exit.signal, null, exit.stderr);
    t.is(exit.code, 7, exit.stderr);
    t.is(exit.stderr, '');
  }
});
