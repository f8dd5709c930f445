/**
 * One library in a process of its own: `child.mjs LIBRARY FIGURE key=value ...`.
 * Measures the figure and says `result JSON`, or is one side of a channel.
 */
import { contestants } from '../contestants.mjs';
import { say } from './lines.mjs';
import { countThreads } from './process.mjs';

const [name, figure, ...rest] = process.argv.slice(2);
const options = Object.fromEntries(rest.map((argument) => argument.split('=')));
const contestant = contestants[name];
const threads = countThreads();
const loaded = contestant.load();
const library = {
  RTCPeerConnection: loaded.RTCPeerConnection,
  MediaStream: loaded.MediaStream,
  nonstandard: loaded.nonstandard,
  longestBlock: contestant.longestBlock ?? 10,
  /** Undefined where the library has none. */
  MediaStreamTrackProcessor: loaded.MediaStreamTrackProcessor,
  offerMedia: contestant.offerMedia,
  /** Of one audio and one video track; null where the library has no sources. */
  makeTracks: contestant.tracks?.(loaded) ?? null,
  /** Of this process before the library was loaded. */
  threadsBefore: threads,
};

if (figure === 'channel') {
  const { serveChannel } = await import('./channel.mjs');
  await serveChannel(library, options.role);
} else {
  const { measure } = await import(`../figures/${figure}.mjs`);
  say('result', JSON.stringify(await measure(library, options)));
}
process.exit(0);
