import { spawnSync } from 'node:child_process';

/** Each prints `ok` and ends by itself, with this code. */
const programs = { load: 0, offer: 0, loopback: 0, worker: 0, exit: 7, alive: 0 };

/** Milliseconds that one may take; an emulator is slow. */
const limit = 120_000;

/**
 * Runs every program in a process of its own and prints a line for each.
 *
 * @param {string} name of the runtime
 * @param {import('./smoke-runtimes.mjs').Runtime} runtime
 * @param {Awaited<ReturnType<typeof import('./smoke-places.mjs').makePlace>>} place
 * @returns {number} how many failed that should not have
 */
export function runPrograms(name, runtime, place) {
  let failures = 0;
  for (const [program, code] of Object.entries(programs)) {
    const started = performance.now();
    const [file, ...args] = place.command;
    const child = spawnSync(file, [...args, `${place.folder}/${program}.mjs`], {
      env: place.env,
      encoding: 'utf8',
      timeout: limit,
      killSignal: 'SIGKILL',
    });
    const passed = child.status === code && child.stdout === 'ok\n' && child.stderr === '';
    const known = !passed && runtime.known?.symptom.test(child.stderr);
    const took = `${((performance.now() - started) / 1000).toFixed(1)} s`;
    const verdict = passed ? 'ok' : known ? `failed, known: ${runtime.known.reason}` : 'FAILED';
    console.log(`smoke: ${name}: ${program} ... ${verdict}, ${took}`);
    if (passed || known) continue;
    failures += 1;
    const end = child.signal ?? child.error?.message ?? `exit code ${child.status}, not ${code}`;
    console.log(`${end}\n${child.stdout}${child.stderr}`);
  }
  return failures;
}
