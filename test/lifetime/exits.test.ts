import test from 'ava';

import { runProgram } from '../helpers/program.js';
import { runs } from '../helpers/size.js';

test.serial.beforeEach((t) => {
  t.timeout(300_000);
});

const loads = [
  { connections: 0, what: 'data' },
  { connections: 2, what: 'data' },
  { connections: 10, what: 'data' },
  { connections: 4, what: 'media' },
];

for (const { connections, what } of loads) {
  const withThem = `with ${String(connections)} open connections of ${what}`;
  const args = (way: string) => [way, String(connections), what];

  test.serial(`a process ends by itself ${withThem}, unreferenced`, async (t) => {
    for (let run = 0; run < runs; run += 1) {
      const exit = await runProgram('exits', { args: args('natural') });
      t.is(exit.signal, null, exit.stderr);
      t.is(exit.code, 0, exit.stderr);
      t.is(exit.stderr, '');
    }
  });

  test.serial(`a process ends by itself ${withThem} once closed`, async (t) => {
    for (let run = 0; run < runs; run += 1) {
      const exit = await runProgram('exits', { args: args('close') });
      t.is(exit.signal, null, exit.stderr);
      t.is(exit.code, 0, exit.stderr);
      t.is(exit.stderr, '');
    }
  });

  test.serial(`process.exit() keeps its code ${withThem}`, async (t) => {
    for (let run = 0; run < runs; run += 1) {
      const exit = await runProgram('exits', { args: args('exit') });
      t.is(exit.signal, null, exit.stderr);
      t.is(exit.code, 7, exit.stderr);
      t.is(exit.stderr, '');
    }
  });

  test.serial(`an uncaught throw ends with code 1 ${withThem}`, async (t) => {
    for (let run = 0; run < runs; run += 1) {
      const exit = await runProgram('exits', { args: args('throw') });
      t.is(exit.signal, null, exit.stderr);
      t.is(exit.code, 1, exit.stderr);
      t.regex(exit.stderr, /on purpose/);
    }
  });

  test.serial(`SIGTERM ends by the signal ${withThem}`, async (t) => {
    for (let run = 0; run < runs; run += 1) {
      const exit = await runProgram('exits', {
        args: args('signal'),
        signalWhenReady: 'SIGTERM',
      });
      t.is(exit.signal, 'SIGTERM', exit.stderr);
      t.is(exit.stderr, '');
    }
  });
}
