/**
 * Who may import whom. A folder may always import itself; `types` are imports
 * that leave no trace at run time (`import type`).
 */

/** One folder of lib/ per part of the standards, one interface a file. */
const interfaces = [
  'certificate',
  'datachannel',
  'media',
  'mediastream',
  'nonstandard',
  'peerconnection',
  'rtp',
  'stats',
  'transports',
];
const below = ['internal', 'events', 'idl', 'webidl'];

/** By the first folder under lib/; a file there counts by its own name. */
export const typescript = {
  'index.ts': { imports: [...interfaces, ...below], types: [] },
  'globals.ts': { imports: ['index.ts', ...interfaces, ...below], types: [] },
  ...Object.fromEntries(
    interfaces.map((name) => [name, { imports: [...interfaces, ...below], types: [] }]),
  ),
  internal: { imports: ['native.ts', 'events', 'idl', 'webidl'], types: interfaces },
  'native.ts': { imports: ['internal'], types: ['native-frames.ts', 'native-media.ts'] },
  'native-frames.ts': { imports: [], types: ['native.ts', 'native-media.ts'] },
  'native-media.ts': { imports: [], types: ['native.ts', 'native-frames.ts'] },
  events: { imports: ['idl', 'webidl'], types: interfaces },
  idl: { imports: ['webidl'], types: ['events', ...interfaces] },
  webidl: { imports: [], types: [] },
};

/** Packages, and the only folders or files that may import them. */
export const packages = {
  'node-gyp-build': ['internal'],
  'webidl-conversions': ['webidl'],
};

const linkUp = ['convert', 'env', 'engine', 'codecs', 'link'];

/** By the first folder under native/; a file there counts by its own name. */
export const cpp = {
  'addon.cc': ['handles', 'media', 'observers', 'napi.h', ...linkUp],
  handles: ['observers', 'media', 'napi.h', ...linkUp],
  observers: ['media', ...linkUp],
  media: ['engine', 'codecs', 'link'],
  convert: ['env', 'engine', 'napi.h'],
  env: ['engine', 'napi.h'],
  engine: ['codecs', 'link'],
  codecs: [],
  link: [],
  'napi.h': [],
};

/** Folders of native/ that must not see napi.h, through any chain of includes. */
export const withoutNapi = ['observers', 'media', 'engine', 'codecs', 'link'];
