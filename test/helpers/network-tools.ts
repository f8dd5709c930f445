import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The path of a program or file that a test cannot do without. The system's
 * folders come first: npm puts programs of packages on the PATH, an `nft` too.
 */
export function needs(program: string, debianPackage: string): string {
  const folders = ['/usr/sbin', '/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)];
  const found = program.startsWith('/')
    ? [program]
    : folders.map((folder) => join(folder, program));
  const path = found.find((file) => existsSync(file));
  if (path !== undefined) return path;
  throw new Error(`${program} is missing: apt-get install ${debianPackage}`);
}
