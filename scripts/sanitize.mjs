/**
 * Runs tests on builds that watch memory and locks; what it found last stands
 * in docs/proof.md. All of it, or what is named: `-- addon valgrind`.
 *
 *   locks     compiles native/ with clang's -Wthread-safety
 *   native    test/native with AddressSanitizer, LeakSanitizer and UBSan
 *   addon     tests of test/ that load the addon, with AddressSanitizer and UBSan
 *   valgrind  test/native under memcheck
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { at } from './lib/paths.mjs';
import { buildNative } from './lib/build-native.mjs';
import { run } from './lib/run.mjs';
import { setUp } from './lib/setup.mjs';

const tools = [
  { program: 'clang++', package: 'clang' },
  { program: 'valgrind', package: 'valgrind' },
];
/** `node-gyp-build` looks below it for build/Release. */
const sanitized = at('build/sanitize');
const sanitizedBuild = join(sanitized, 'build');
const ubsan = 'print_stacktrace=1:halt_on_error=1';

/** Compiled tests, as ava takes them. */
const addonTests = ['api/*.js', 'hostile/*.js', 'lifetime/*.js', 'fuzz/fuzz.js'];

const jobs = { locks, native: sanitizedNative, addon, valgrind };
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in jobs));
if (unknown.length) throw new Error(`${unknown}: known are ${Object.keys(jobs)}`);

await setUp({ tests: true, tools });
let failures = 0;
for (const name of wanted.length ? wanted : Object.keys(jobs)) {
  const started = performance.now();
  try {
    await jobs[name]();
    console.log(`sanitize: ${name} ... ${took(started)}`);
  } catch (error) {
    failures += 1;
    console.log(`sanitize: ${name} ... FAILED after ${took(started)}\n${error.message}`);
  }
}
console.log(failures ? `sanitize: ${failures} failed` : 'sanitize: all passed');
process.exitCode = failures ? 1 : 0;

async function locks() {
  const definitions = { CMAKE_C_COMPILER: 'clang', CMAKE_CXX_COMPILER: 'clang++' };
  await buildNative({ folder: at('build/clang'), definitions });
}

async function buildSanitized() {
  await buildNative({
    folder: sanitizedBuild,
    definitions: { NLW_SANITIZE: 'address,undefined', NLW_BUILD_TESTS: 'ON' },
  });
}

async function sanitizedNative() {
  await buildSanitized();
  await testNative(sanitizedBuild, [], { UBSAN_OPTIONS: ubsan });
}

async function addon() {
  await buildSanitized();
  // Node itself is not built with it, so the runtime has to come first.
  const runtimes = await Promise.all(['libasan.so', 'libubsan.so'].map(runtimeFile));
  const ava = at('node_modules/ava/entrypoints/cli.mjs');
  const files = addonTests.map((pattern) => `build/test/${pattern}`);
  await run(process.execPath, [ava, '--timeout', '10m', ...files], {
    env: {
      ...process.env,
      NODE_LIBWEBRTC_PREBUILD: sanitized,
      NODE_LIBWEBRTC_SANITIZE: '1',
      LD_PRELOAD: runtimes.join(' '),
      // Node leaves much to the end of the process.
      ASAN_OPTIONS: 'detect_leaks=0:abort_on_error=1',
      UBSAN_OPTIONS: ubsan,
    },
    onLine: console.log,
    limit: 60 * 60_000,
  });
}

async function valgrind() {
  const folder = at('build/native-test');
  await buildNative({ folder, definitions: { NLW_BUILD_TESTS: 'ON' } });
  const memcheck = [
    'valgrind',
    '--quiet',
    '--error-exitcode=9',
    '--leak-check=full',
    '--errors-for-leak-kinds=definite',
    '--fair-sched=yes',
  ];
  await testNative(folder, memcheck, {});
}

/** @param {string[]} wrapper the program that runs each test, with its arguments */
async function testNative(folder, wrapper, environment) {
  const tests = readdirSync(folder).filter((name) => name.endsWith('_test'));
  for (const test of tests) {
    const [program, ...args] = [...wrapper, join(folder, test)];
    await run(program, args, { env: { ...process.env, ...environment }, limit: 15 * 60_000 });
    console.log(`  ${test}: ok`);
  }
}

/** Of the compiler that builds the addon. */
async function runtimeFile(name) {
  return (await run('g++', [`-print-file-name=${name}`])).trim();
}

function took(started) {
  return `${((performance.now() - started) / 1000).toFixed(0)} s`;
}
