import test from 'ava';

import { runProgram } from '../helpers/program.js';
import { runs, size } from '../helpers/size.js';

test.serial.beforeEach((t) => {
  t.timeout(runs * 120_000);
});

for (const way of [
  'close',
  'remove',
  'replace by null',
  'replace by others',
  'stop transceivers',
  'stop and replace',
  'clone and stop',
  'read and close',
]) {
  test.serial(`tracks in two connections, one of which ends: ${way}`, async (t) => {
    for (let run = 0; run < size(1, 50); run += 1) {
      const exit = await runProgram('shared-track', { args: [way], nodeArgs: ['--expose-gc'] });
      t.is(exit.signal, null, exit.stderr);
      t.is(exit.code, 0, exit.stderr);
      t.is(exit.stdout, 'done');
    }
  });
}

test.serial('what a program can reach stays what it was while garbage is collected', async (t) => {
  for (let run = 0; run < runs; run += 1) {
    const seed = 1 + Math.floor(Math.random() * 2 ** 31);
    const exit = await runProgram('reachable', {
      args: [String(seed), '4'],
      nodeArgs: ['--expose-gc'],
      deadline: 120_000,
    });
    t.is(exit.signal, null, `seed ${seed}: ${exit.stderr}`);
    t.is(exit.code, 0, `seed ${seed}: ${exit.stderr}`);
    const { marks, dropped, collected } = JSON.parse(exit.stdout) as Record<string, number>;
    t.true(marks! > 0);
    t.is(collected, dropped, `seed ${seed}`);
  }
});

for (const way of [
  'never taken',
  'stopped reading',
  'stopped track',
  'clone',
  'sender that was never negotiated',
  'sender of a closed connection',
]) {
  test.serial(`forgotten tracks are collected: ${way}`, async (t) => {
    const count = size(40, 400);
    const exit = await runProgram('forgotten', {
      args: [String(count), way],
      nodeArgs: ['--expose-gc'],
      deadline: 120_000,
    });
    t.is(exit.code, 0, exit.stderr);
    const { collected, one, all } = JSON.parse(exit.stdout) as Record<string, number>;
    t.is(collected, count);
    t.log(`threads: ${one} then ${all}`);
    t.is(all, one);
  });
}
