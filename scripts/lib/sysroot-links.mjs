import { readdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';

/**
 * Absolute links of unpacked packages point into the machine's own root;
 * afterwards they point to the same place below `root`.
 *
 * @param {string} root
 */
export function makeLinksRelative(root) {
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) continue;
    const link = join(entry.parentPath, entry.name);
    const target = readlinkSync(link);
    if (!isAbsolute(target)) continue;
    rmSync(link);
    symlinkSync(relative(dirname(link), join(root, target)), link);
  }
}
