import { createRequire } from 'node:module';
import path from 'node:path';

import { elfProblem } from './elf.js';
import { describePlatform, explainLoad } from './load-error.js';
import type { LoadFacts } from './load-error.js';

const requireAddon = createRequire(__filename);

interface NodeGypBuild {
  /** The file for this platform; throws when there is none. */
  resolve(directory: string): string;
}

/** The addon is missing, damaged, or made for another machine. */
export class LoadError extends Error {
  readonly code = 'ERR_NODE_LIBWEBRTC_LOAD';
  /** The file that the loader refused; null when none was found. */
  readonly file: string | null;

  constructor(facts: LoadFacts, options: ErrorOptions) {
    super(explainLoad(facts), options);
    this.name = 'LoadError';
    this.file = facts.file;
  }
}

/**
 * Loads the addon from `build/Release` or from `prebuilds` of the package.
 *
 * @throws LoadError which says what was looked for, what was found and what to do
 */
export function loadAddon(root = path.resolve(__dirname, '..', '..')): unknown {
  const finder = requireAddon('node-gyp-build') as NodeGypBuild;
  let file: string | null = null;
  try {
    file = finder.resolve(root);
    const problem = process.platform === 'linux' ? elfProblem(file) : null;
    if (problem !== null) throw new Error(problem);
    return requireAddon(file);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new LoadError({ ...describePlatform(), root, file, message }, { cause: error });
  }
}
