import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import { at } from './paths.mjs';
import { run } from './run.mjs';
import { mirrors } from './sysroot-apt.mjs';
import { find } from './setup-tools.mjs';

const suite = 'bookworm';

/**
 * A minimal Debian 12 below build/, kept for the next time, with this
 * machine's Node and npm added.
 *
 * @returns {Promise<string>} the folder to change the root to
 */
export async function makeMinimalRoot() {
  const folder = at('build/debian-12');
  const stamp = join(folder, 'ready');
  if (!existsSync(stamp)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const [mirror] = await mirrors();
    const args = ['--variant=minbase', suite, folder, mirror];
    await run(find('debootstrap'), args, { limit: 15 * 60_000 });
    writeFileSync(stamp, '');
  }
  // debootstrap makes the folder readable to root alone when umask says so.
  chmodSync(folder, 0o755);
  addNode(folder);
  return folder;
}

function addNode(folder) {
  const target = join(folder, 'usr/local');
  cpSync(realpathSync(process.execPath), join(target, 'bin/node'));
  const npm = dirname(dirname(realpathSync(find('npm'))));
  const copy = join(target, 'lib/node_modules/npm');
  rmSync(copy, { recursive: true, force: true });
  cpSync(npm, copy, { recursive: true, verbatimSymlinks: true });
}
