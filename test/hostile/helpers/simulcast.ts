/** What a remote peer says of rids and layers: lines of one section. */

/** One statement in each direction, as a peer that sends or as one that receives. */
export type Way = 'send' | 'recv';

const rids = (way: Way, ...names: string[]) => names.map((name) => `a=rid:${name} ${way}`);

/** By what is wrong with it; `way` is the peer's. */
export const layers: Readonly<Record<string, (way: Way) => string[]>> = {
  'as they are': (way) => [...rids(way, 'h', 'm', 'l'), `a=simulcast:${way} h;m;l`],
  none: () => [],
  'in another order': (way) => [...rids(way, 'l', 'm', 'h'), `a=simulcast:${way} l;h;m`],
  'one more': (way) => [...rids(way, 'h', 'm', 'l', 'x'), `a=simulcast:${way} h;m;l;x`],
  'two fewer': (way) => [...rids(way, 'm'), `a=simulcast:${way} m`],
  'the last alone, twice': (way) => [...rids(way, 'l', 'l'), `a=simulcast:${way} l;l`],
  'others alone': (way) => [...rids(way, 'x', 'y'), `a=simulcast:${way} x;y`],
  'a rid twice': (way) => [...rids(way, 'h', 'h', 'm', 'l'), `a=simulcast:${way} h;m;l`],
  'a layer twice': (way) => [...rids(way, 'h', 'm', 'l'), `a=simulcast:${way} h;h;m;l`],
  'a layer without a rid': (way) => [...rids(way, 'h'), `a=simulcast:${way} h;m;l`],
  'rids without layers': (way) => rids(way, 'h', 'm', 'l'),
  'layers without rids': (way) => [`a=simulcast:${way} h;m;l`],
  'rids of the other way': (way) => [
    ...rids(way === 'send' ? 'recv' : 'send', 'h', 'm', 'l'),
    `a=simulcast:${way} h;m;l`,
  ],
  'rids of both ways': (way) => [
    ...rids('send', 'h', 'm', 'l'),
    ...rids('recv', 'h', 'm', 'l'),
    `a=simulcast:${way} h;m;l`,
  ],
  'layers of both ways': () => [
    ...rids('send', 'h', 'm'),
    ...rids('recv', 'l', 'x'),
    'a=simulcast:send h;m recv l;x',
  ],
  'two statements': (way) => [
    ...rids(way, 'h', 'm', 'l'),
    `a=simulcast:${way} h;m`,
    `a=simulcast:${way} l`,
  ],
  'paused ones': (way) => [...rids(way, 'h', 'm', 'l'), `a=simulcast:${way} ~h;~m;~l`],
  alternatives: (way) => [...rids(way, 'h', 'm', 'l'), `a=simulcast:${way} h,m,l;l,m;~h`],
  'restricted ones': (way) => [
    `a=rid:h ${way} pt=96;max-width=-1`,
    `a=rid:m ${way} pt=999`,
    `a=rid:l ${way} depend=h,m,l`,
    `a=simulcast:${way} h;m;l`,
  ],
  'names of 200 letters': (way) => [
    ...rids(way, 'h'.repeat(200), 'm'.repeat(200)),
    `a=simulcast:${way} ${'h'.repeat(200)};${'m'.repeat(200)}`,
  ],
  'a hundred': (way) => {
    const names = Array.from({ length: 100 }, (_, index) => `r${index}`);
    return [...rids(way, ...names), `a=simulcast:${way} ${names.join(';')}`];
  },
  'empty ones': (way) => [`a=rid: ${way}`, `a=simulcast:${way} ;;`, `a=simulcast:${way}`],
};

/** The text with other statements in its sections of video; of what was there nothing is left. */
export function withLayers(sdp: string, lines: readonly string[]): string {
  const kept = sdp.split('\r\n').filter((line) => !/^a=(?:rid|simulcast):/.test(line));
  let inVideo = false;
  return kept
    .flatMap((line) => {
      if (line.startsWith('m=')) inVideo = line.startsWith('m=video');
      return inVideo && line.startsWith('a=mid:') ? [line, ...lines] : [line];
    })
    .join('\r\n');
}
