import type { RTCStatsReport } from '../../lib/index.js';
import { within } from './wait.js';

export type Stats = Readonly<Record<string, unknown>> & { readonly type: string };

interface Source {
  getStats(): Promise<RTCStatsReport>;
}

/** All stats of a type, of one kind of media where that is given. */
export async function statsOf(
  source: Source,
  type: string,
  kind?: 'audio' | 'video',
): Promise<Stats[]> {
  const all = [...(await source.getStats()).values()] as Stats[];
  return all.filter((each) => each.type === type && (!kind || each['kind'] === kind));
}

/** The first stats of a type that fit; they are looked at until there are some. */
export async function statsUntil(
  source: Source,
  type: string,
  fits: (stats: Stats) => boolean,
): Promise<Stats> {
  let last: Stats[] = [];
  const search = async () => {
    for (;;) {
      last = await statsOf(source, type);
      const found = last.find(fits);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return within(search(), `${type} that fits`).catch((error: unknown) => {
    throw new Error(`${String(error)}: ${JSON.stringify(last)}`);
  });
}

/**
 * The codecs in use, by kind of media, in lower case: a peer names them as it
 * likes. `read` gives the stats of a type.
 */
export async function codecsOf(
  read: (type: string) => Promise<readonly Stats[]>,
  direction: 'inbound-rtp' | 'outbound-rtp',
): Promise<Record<string, string>> {
  const [streams, codecs] = [await read(direction), await read('codec')];
  return Object.fromEntries(
    streams.map(({ kind, codecId }) => [
      kind,
      String(codecs.find(({ id }) => id === codecId)?.['mimeType']).toLowerCase(),
    ]),
  ) as Record<string, string>;
}
