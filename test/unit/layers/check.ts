import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import test from 'ava';
import type { ExecutionContext } from 'ava';

const script = path.resolve(__dirname, '../../../..', 'scripts/lib/layer-check.mjs');

async function problemsOf(t: ExecutionContext, files: Record<string, string>): Promise<string[]> {
  const root = mkdtempSync(path.join(tmpdir(), 'layers-'));
  t.teardown(() => {
    rmSync(root, { recursive: true });
  });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  const { layerProblems } = (await import(pathToFileURL(script).href)) as {
    layerProblems: (root: string) => string[];
  };
  return layerProblems(root);
}

test('imports that go down are fine, types may go up where the table says so', async (t) => {
  const problems = await problemsOf(t, {
    'lib/stats/report.ts': "import { a } from '../internal/a.js';\nimport '../webidl/b.js';\n",
    'lib/idl/a.ts': "import type { C } from '../stats/c.js';\n",
    'lib/internal/a.ts': "import { addon } from '../native.js';\nimport fs from 'node:fs';\n",
    'native/handles/a.cc': '#include "native/convert/b.h"\n#include "native/napi.h"\n',
    'native/convert/b.h': '#include "native/napi.h"\n',
    'native/napi.h': '#include <napi.h>\n',
  });
  t.deepEqual(problems, []);
});

test('imports that go up, around the seam, or to unknown packages are told', async (t) => {
  const problems = await problemsOf(t, {
    'lib/stats/report.ts': "import type { A } from '../native.js';\n",
    'lib/webidl/a.ts': "import { b } from '../idl/b.js';\nimport x from 'left-pad';\n",
    'lib/idl/b.ts': "import { c } from '../events/c.js';\n",
    'lib/events/d.ts': "import webidl from 'webidl-conversions';\n",
    'lib/other/e.ts': '',
  });
  t.deepEqual(problems, [
    'lib/events/d.ts:1: webidl-conversions belongs in webidl only',
    'lib/idl/b.ts:1: idl may not import events (events/c.ts)',
    'lib/other/e.ts: its folder has no rule in scripts/lib/layers.mjs',
    'lib/stats/report.ts:1: stats may not import types of native.ts (native.ts)',
    'lib/webidl/a.ts:1: webidl may not import idl (idl/b.ts)',
    'lib/webidl/a.ts:2: left-pad is not a package that the library uses',
  ]);
});

test('a circle at run time is told, one of types is none', async (t) => {
  const problems = await problemsOf(t, {
    'lib/stats/a.ts': "import { b } from './b.js';\n",
    'lib/stats/b.ts': "import { a } from './a.js';\n",
    'lib/rtp/a.ts': "import { b } from './b.js';\n",
    'lib/rtp/b.ts': "import type { a } from './a.js';\n",
  });
  t.deepEqual(problems, ['lib/: a circle of imports: stats/a.ts -> stats/b.ts -> stats/a.ts']);
});

test('observers do not see napi.h, through any header', async (t) => {
  const problems = await problemsOf(t, {
    'native/observers/a.cc': '#include "native/env/b.h"\n',
    'native/env/b.h': '#include "native/napi.h"\n',
    'native/engine/c.cc': '#include "native/env/b.h"\n',
    'native/handles/d.cc': '#include <napi.h>\n',
    'native/napi.h': '#include <napi.h>\n',
  });
  t.deepEqual(problems, [
    'native/engine/c.cc:1: engine may not include env (env/b.h)',
    'native/handles/d.cc:1: only native/napi.h includes <napi.h>',
    'native/engine/c.cc: sees napi.h: engine/c.cc -> env/b.h -> napi.h',
    'native/observers/a.cc: sees napi.h: observers/a.cc -> env/b.h -> napi.h',
  ]);
});
