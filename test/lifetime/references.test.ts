import test from 'ava';

import { runProgram } from '../helpers/program.js';
import { runs } from '../helpers/size.js';

for (const state of ['new', 'offered', 'closed']) {
  test.serial(`a dropped connection is collected: ${state}`, async (t) => {
    t.timeout(runs * 60_000);
    for (let run = 0; run < runs; run += 1) {
      const exit = await runProgram('collected', { args: [state], nodeArgs: ['--expose-gc'] });
      t.is(exit.code, 0, exit.stderr);
      t.is(exit.stdout, '10');
    }
  });
}

for (const what of [
  'never-negotiated',
  'created-offer',
  'open-unref',
  'open-closed',
  'closed-while-pending',
]) {
  test.serial(`does not keep the process alive: ${what}`, async (t) => {
    t.timeout(runs * 60_000);
    for (let run = 0; run < runs; run += 1) {
      const exit = await runProgram('keep-alive', { args: [what] });
      t.is(exit.code, 0, exit.stderr);
      t.is(exit.stdout, 'ready\n');
    }
  });
}

test.serial('an open connection keeps the process alive', async (t) => {
  t.timeout(60_000);
  // Nothing else holds it: only the signal, sent a second after, can end it.
  await t.throwsAsync(runProgram('keep-alive', { args: ['open'], deadline: 3000 }), {
    message: /did not end/,
  });
});
