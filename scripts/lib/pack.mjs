import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

import { at, root } from './paths.mjs';

let packed;

/** Packs the package as it stands, once a process. @returns {string} the tarball's path */
export function packPackage() {
  if (packed) return packed;
  const folder = at('build/package');
  mkdirSync(folder, { recursive: true });
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const output = execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  packed = at('build/package', JSON.parse(output)[0].filename);
  return packed;
}
