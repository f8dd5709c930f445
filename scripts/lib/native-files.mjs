import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

import { at, root } from './paths.mjs';

const folders = ['native', 'test/native', 'bench/native'];

/** @returns {string[]} the C and C++ files that git knows, or would add */
export function nativeFiles() {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', ...folders];
  const list = execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  return list.split('\n').filter((file) => /\.(cc|c|h)$/.test(file) && existsSync(at(file)));
}
