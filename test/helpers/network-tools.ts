import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The path of a program or file that a test cannot do without. */
export function needs(program: string, debianPackage: string): string {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  const found = program.startsWith('/')
    ? [program]
    : folders.map((folder) => join(folder, program));
  const path = found.find((file) => existsSync(file));
  if (path !== undefined) return path;
  throw new Error(`${program} is missing: apt-get install ${debianPackage}`);
}
