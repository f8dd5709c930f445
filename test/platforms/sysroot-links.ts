import { mkdirSync, mkdtempSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import test from 'ava';

const script = path.resolve(__dirname, '../../..', 'scripts/lib/sysroot-links.mjs');

test("absolute links of unpacked packages stay below the sysroot's folder", async (t) => {
  const root = mkdtempSync(path.join(tmpdir(), 'links-'));
  t.teardown(() => {
    rmSync(root, { recursive: true });
  });
  const { makeLinksRelative } = (await import(pathToFileURL(script).href)) as {
    makeLinksRelative: (root: string) => void;
  };
  mkdirSync(path.join(root, 'usr/lib'), { recursive: true });
  mkdirSync(path.join(root, 'lib'));
  writeFileSync(path.join(root, 'lib/libm.so.6'), '');
  symlinkSync('/lib/libm.so.6', path.join(root, 'usr/lib/libm.so'));
  symlinkSync('libm.so', path.join(root, 'usr/lib/libm-2.so'));

  makeLinksRelative(root);

  t.is(readlinkSync(path.join(root, 'usr/lib/libm.so')), '../../lib/libm.so.6');
  t.is(readlinkSync(path.join(root, 'usr/lib/libm-2.so')), 'libm.so');
});
