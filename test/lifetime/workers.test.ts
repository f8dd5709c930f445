import test from 'ava';
import type { ExecutionContext } from 'ava';

import { runProgram } from '../helpers/program.js';
import { runs, size } from '../helpers/size.js';

const deadline = 300_000;

test.serial.beforeEach((t) => {
  t.timeout(runs * deadline);
});

async function finishes(t: ExecutionContext, args: string[]): Promise<void> {
  for (let run = 0; run < runs; run += 1) {
    const exit = await runProgram('workers', { args, deadline });
    t.is(exit.signal, null, exit.stderr);
    t.is(exit.code, 0, exit.stderr);
    t.is(exit.stderr, '');
    t.regex(exit.stdout, /done/);
  }
}

test.serial('Workers start, connect and are terminated in a row', (t) =>
  finishes(t, [String(size(10, 100)), '1']),
);

test.serial('four Workers hold connections at once', (t) => finishes(t, ['1', '4']));

test.serial('Workers are terminated in mid-call, with audio and video', (t) =>
  finishes(t, [String(size(2, 50)), '2', '', 'media']),
);

test.serial('the main thread and a Worker have calls together', (t) =>
  finishes(t, [String(size(1, 20)), '1', 'main', 'media']),
);

test.serial('the main thread and a Worker hold connections together', (t) =>
  finishes(t, [String(size(3, 20)), '1', 'main']),
);
