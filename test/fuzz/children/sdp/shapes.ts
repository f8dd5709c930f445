import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../../../../test/fuzz/fixtures');

/** Offers as other implementations write them, by the name of the file: lines without ends. */
export const shapes: ReadonlyMap<string, readonly string[]> = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.sdp'))
    .sort()
    .map((name) => [
      name.replace('.sdp', ''),
      readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'),
    ]),
);
