import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import test from 'ava';
import type { ExecutionContext } from 'ava';

import { loadAddon, LoadError } from '../../../lib/internal/load.js';
import { explainLoad } from '../../../lib/internal/load-error.js';

const tuple = `${process.platform}-${process.arch}`;

/** A package folder that holds nothing, or one file in place of the addon. */
function packageWith(t: ExecutionContext, content: Buffer | null): string {
  const root = mkdtempSync(path.join(tmpdir(), 'load-'));
  t.teardown(() => {
    rmSync(root, { recursive: true });
  });
  writeFileSync(path.join(root, 'package.json'), '{"name":"tampered"}');
  const folder = path.join(root, 'prebuilds', tuple);
  mkdirSync(folder, { recursive: true });
  if (content !== null) writeFileSync(path.join(folder, 'node-libwebrtc.node'), content);
  return root;
}

function failure(t: ExecutionContext, root: string): LoadError {
  const error = t.throws(() => loadAddon(root), { instanceOf: LoadError });
  t.is(error.code, 'ERR_NODE_LIBWEBRTC_LOAD');
  t.true(error.cause instanceof Error);
  return error;
}

/** The first bytes of a shared object: 64 bit, little endian, section headers at `end`. */
function elf(machine: number, end = 4096): Buffer {
  const header = Buffer.alloc(4096);
  header.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  header.writeUInt16LE(3, 16);
  header.writeUInt16LE(machine, 18);
  header.writeBigUInt64LE(BigInt(end), 40);
  return header;
}

const [aarch64, x86] = [183, 62];
const isX64 = process.arch === 'x64';

test('a missing file: the places that were looked in, and what to do', (t) => {
  const root = packageWith(t, null);
  const error = failure(t, root);
  t.is(error.file, null);
  t.true(error.message.includes(path.join(root, 'prebuilds', tuple)));
  t.regex(error.message, new RegExp(`platform: +${process.platform} ${process.arch}, Node.js v`));
  t.regex(error.message, /loader: +No native build was found/);
  t.regex(error.message, /what to do: /);
});

test('a file that is no shared object: its name, and what to do', (t) => {
  const error = failure(t, packageWith(t, Buffer.from('<html>404</html>')));
  t.regex(error.file ?? '', /node-libwebrtc\.node$/);
  t.regex(error.message, /file: .*node-libwebrtc\.node/);
  t.regex(error.message, /loader: +it is not a shared object \(16 bytes\)/);
  t.regex(error.message, /what to do: +The file is damaged or made for another machine/);
});

test('a truncated file', (t) => {
  const error = failure(t, packageWith(t, elf(isX64 ? x86 : aarch64, 20_000_000)));
  t.regex(error.message, /loader: +it is cut short: 4096 bytes of 20000000/);
});

test('a file for another architecture', (t) => {
  const error = failure(t, packageWith(t, elf(isX64 ? aarch64 : x86)));
  t.regex(error.message, /loader: +it was made for (arm64|x64), this machine is (x64|arm64)/);
  t.regex(error.message, /what to do: +The file is damaged or made for another machine/);
});

test('a file that the loader refuses: its own message', (t) => {
  const error = failure(t, packageWith(t, elf(isX64 ? x86 : aarch64)));
  t.regex(error.message, /loader: .*node-libwebrtc\.node/);
});

test('the advice fits the system', (t) => {
  const facts = {
    platform: 'linux',
    arch: 'x64',
    libc: 'glibc 2.36',
    node: 'v20.0.0',
    root: '/package',
    file: null,
    message: 'No native build was found\n    loaded from: /package\n',
  };
  t.regex(explainLoad(facts), /Reinstall the package/);
  t.regex(explainLoad({ ...facts, arch: 'arm64' }), /no binary for linux-arm64/);
  t.regex(explainLoad({ ...facts, libc: 'musl' }), /need the GNU C library/);
  t.regex(explainLoad({ ...facts, libc: 'glibc 2.28' }), /need glibc 2\.31 or newer/);
  t.notRegex(explainLoad({ ...facts, libc: 'glibc 2.4' }), /damaged/);
  t.regex(explainLoad({ ...facts, platform: 'darwin', libc: null }), /no binary for darwin/);
  t.notRegex(explainLoad({ ...facts, platform: 'darwin', libc: null }), /C library:/);
  t.regex(explainLoad(facts), /loader: +No native build was found loaded from: \/package\n/);
});
