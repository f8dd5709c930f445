import { mkdirSync, readFileSync } from 'node:fs';

import { at } from './paths.mjs';
import { run } from './run.mjs';

/**
 * Packs the package's dependencies from node_modules, so that they can be
 * installed without a registry.
 *
 * @returns {Promise<string[]>} tarballs
 */
export async function offlinePackages() {
  const folder = at('build/offline');
  mkdirSync(folder, { recursive: true });
  const tarballs = [];
  for (const name of transitive(['.'])) {
    const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
    const output = await run('npm', [...args, at('node_modules', name)]);
    const json = output.slice(output.indexOf('[\n'));
    tarballs.push(at('build/offline', JSON.parse(json)[0].filename));
  }
  return tarballs;
}

/** Names of all packages that these need at run time. */
function transitive(folders, seen = new Set()) {
  for (const folder of folders) {
    const { dependencies = {} } = JSON.parse(readFileSync(at(folder, 'package.json'), 'utf8'));
    for (const name of Object.keys(dependencies)) {
      if (seen.has(name)) continue;
      seen.add(name);
      transitive([`node_modules/${name}`], seen);
    }
  }
  return [...seen];
}
