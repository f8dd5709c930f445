/** Beeps and flashes that begin together, and how far apart they are where they come out. */
import { nonstandard } from '../../lib/index.js';
import type { MediaStreamTrack } from '../../lib/index.js';
import { flat } from './frames.js';
import { sine } from './tones.js';

const { RTCAudioSink, RTCAudioSource, RTCVideoSink, RTCVideoSource } = nonstandard;

const [sampleRate, blockRate, frameRate] = [48_000, 100, 25];
const [width, height] = [64, 48];
/** Frames from one beginning to the next, and how long there are light and a beep. */
const [period, on] = [13, 5];
const blocksPerFrame = blockRate / frameRate;
const isOn = (frame: number) => frame % period < on;

/** Seconds of sound that wait to leave: how late this thread may be without a gap. */
const ahead = 3;
/** Readings of the clock of the sound. */
const readings = 100;
export const monotonic = () => Number(process.hrtime.bigint()) / 1e9;

/** Sends sound ahead of time, and pictures stamped with when the sound leaves that they go with. */
export class Performance {
  readonly #sound = new RTCAudioSource();
  readonly #picture = new RTCVideoSource();
  readonly tracks = [this.#sound.createTrack(), this.#picture.createTrack()];
  readonly #timer: NodeJS.Timeout;
  /** When the sound would have begun, as the clock was read of late; seconds. */
  readonly #begins: number[] = [];
  readonly #light = flat(width, height, [235, 128, 128]);
  readonly #dark = flat(width, height, [16, 128, 128]);
  readonly #beep = sine(1000, sampleRate, sampleRate / blockRate);
  readonly #silence = new Int16Array(sampleRate / blockRate);
  #blocks = 0;
  #frames = 0;

  constructor() {
    this.#timer = setInterval(() => {
      this.#play();
    }, 5);
  }

  stop(): void {
    clearInterval(this.#timer);
    for (const track of this.tracks) track.stop();
  }

  /** When a block or frame left, or will; seconds. */
  leaves(position: number): number {
    // The earliest reading is the truest: a block was gone when the clock was read.
    return Math.min(...this.#begins) + position;
  }

  /** When the beginning left that is nearest to a time; milliseconds since the epoch. */
  nearestBeginning(epoch: number): number {
    const epochs = performance.timeOrigin + performance.now() - monotonic() * 1000;
    const start = epochs + this.leaves(0) * 1000;
    const duration = (period / frameRate) * 1000;
    return start + Math.round((epoch - start) / duration) * duration;
  }

  #play(): void {
    for (; this.#sound.buffered < ahead; this.#blocks += 1) {
      const frame = Math.floor(this.#blocks / blocksPerFrame);
      const samples = isOn(frame) ? this.#beep : this.#silence;
      this.#sound.onData({ samples, sampleRate });
    }
    const now = monotonic();
    this.#begins.push(now - (this.#blocks / blockRate - this.#sound.buffered));
    if (this.#begins.length > readings) this.#begins.shift();
    for (; this.leaves(this.#frames / frameRate) <= now; this.#frames += 1) {
      this.#picture.onFrame({
        ...{ width, height, data: isOn(this.#frames) ? this.#light : this.#dark },
        timestamp: Math.round(this.leaves(this.#frames / frameRate) * 1e6),
      });
    }
  }
}

/** What is seen or heard of beginnings: what had been off and is on. */
class Beginnings {
  #on = true;

  constructor(readonly begins: (seconds: number) => void) {}

  take(isOn: boolean, seconds: number): void {
    if (isOn && !this.#on) this.begins(seconds);
    this.#on = isOn;
  }
}

/** Reads two tracks, by their timestamps. */
export class Audience {
  /** From a beep to its flash, milliseconds. */
  readonly offsets: number[] = [];
  onoffset: () => void = () => undefined;
  /** Seconds. */
  readonly #beeps: number[] = [];
  readonly #flashes: number[] = [];
  readonly #ear;
  readonly #eye;

  constructor(tracks: readonly MediaStreamTrack[]) {
    const [audio, video] = ['audio', 'video'].map((kind) =>
      tracks.find((track) => track.kind === kind),
    );
    this.#ear = new RTCAudioSink(audio!, { channelCount: 1 });
    this.#eye = new RTCVideoSink(video!);
    const beeps = new Beginnings((seconds) => this.#beeps.push(seconds));
    this.#ear.ondata = ({ samples, sampleRate: rate, timestamp }) => {
      const first = samples.findIndex((sample) => Math.abs(sample) > 2000);
      beeps.take(first !== -1, timestamp / 1e6 + Math.max(first, 0) / rate);
      this.#match(timestamp / 1e6);
    };
    const flashes = new Beginnings((seconds) => this.#flashes.push(seconds));
    this.#eye.onframe = ({ frame }) => {
      const middle = frame.data[(frame.height / 2) * frame.width + frame.width / 2] ?? 0;
      flashes.take(middle > 128, frame.timestamp / 1e6);
    };
  }

  stop(): void {
    this.#ear.stop();
    this.#eye.stop();
  }

  /** The beep of a flash is the nearest one: it is heard by half a beginning later. */
  #match(heard: number): void {
    while ((this.#flashes[0] ?? Infinity) < heard - period / frameRate / 2) {
      const flash = this.#flashes.shift()!;
      const offsets = this.#beeps.map((beep) => (flash - beep) * 1000);
      const [nearest] = offsets.sort((a, b) => Math.abs(a) - Math.abs(b));
      if (nearest === undefined) continue;
      this.offsets.push(nearest);
      this.onoffset();
    }
    if (this.#beeps.length > 10) this.#beeps.shift();
  }
}
