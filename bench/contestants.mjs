import { createRequire } from 'node:module';

import { at } from '../scripts/lib/paths.mjs';
import { pushedTracks } from './driver/pushed-tracks.mjs';

/** The folder of the release build; `node-gyp-build` looks below it for build/Release. */
export const buildFolder = at('build/bench');

const program = at('build/bench/build/bench_native');
const child = at('bench/driver/child.mjs');
const script = (name) => [process.execPath, ['--expose-gc', child, name]];
const require = createRequire(import.meta.url);

/** By a legacy option of `createOffer`, as far as a library has media. */
const options = { offerToReceiveAudio: true, offerToReceiveVideo: true };
const mediaByOption = (connection) => connection.createOffer(options);
const tracks = ({ nonstandard }) => pushedTracks(nonstandard);

/**
 * Who is measured: by name, the command that takes a figure and `key=value`
 * arguments. JavaScript libraries share one driver and differ in what stands here:
 * `load` gives the library, `offerMedia` an offer with one audio and one video m-line,
 * `tracks` of the library what makes one track of each kind,
 * `longestBlock` is how many milliseconds of audio are written and read at once, when it can be
 * more than 10, `largest` is the largest message in bytes, when it is not 256 KiB.
 */
export const contestants = {
  'node-libwebrtc': {
    command: script('node-libwebrtc'),
    environment: { NODE_LIBWEBRTC_PREBUILD: buildFolder },
    load: () => require(at('dist/index.js')),
    offerMedia: mediaByOption,
    longestBlock: 100,
    tracks,
  },
  '@roamhq/wrtc': {
    command: script('@roamhq/wrtc'),
    load: () => require('@roamhq/wrtc'),
    offerMedia: mediaByOption,
    tracks,
  },
  'node-datachannel': {
    command: script('node-datachannel'),
    load: () => require('node-datachannel/polyfill'),
  },
  werift: {
    command: script('werift'),
    load: () => require('werift'),
    offerMedia: (connection) => {
      if (connection.getTransceivers().length === 0) {
        connection.addTransceiver('audio', { direction: 'recvonly' });
        connection.addTransceiver('video', { direction: 'recvonly' });
      }
      return connection.createOffer();
    },
    largest: 65_536,
  },
  /** libwebrtc as it is, with its own threads and sockets: the limit. */
  'C++': { command: [program, ['factory=plain']], largest: 262_144 },
  /** The project's engine without Node: what the binding costs. Measured on request only. */
  'C++ engine': { command: [program, ['factory=engine']], onRequest: true },
};
