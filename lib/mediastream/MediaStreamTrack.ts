import { randomUUID } from 'node:crypto';

import type { MediaStreamTrackHandlers } from '../events/handlers.js';
import { typedEventTarget } from '../events/TypedEventTarget.js';
import { MediaTrackCapabilities, MediaTrackConstraints, MediaTrackSettings } from '../idl/index.js';
import type { MediaStreamTrackState } from '../idl/index.js';
import { defineEventHandlers } from '../internal/event-handlers.js';
import type {
  NativeMediaKind,
  NativeReaderOptions,
  NativeTrack,
} from '../internal/native-types.js';
import { queueTask } from '../internal/queue-task.js';
import { checkConstruct, defineInterface, kConstruct, types } from '../webidl/index.js';
import { withoutEmpty } from './constraint.js';
import { RemoteSource } from './remote-source.js';
import { selectSettings } from './select-settings.js';
import { TrackReaders } from './track-readers.js';
import type { ReaderEvent, ReadTrack } from './track-readers.js';
import type { TrackSource } from './track-source.js';

export interface MediaStreamTrackEventMap {
  ended: Event;
  mute: Event;
  unmute: Event;
}

/** @see https://w3c.github.io/mst-content-hint/ */
const contentHints: Readonly<Record<NativeMediaKind, readonly string[]>> = {
  audio: ['', 'speech', 'speech-recognition', 'music'],
  video: ['', 'motion', 'detail', 'text'],
};

/** A track of a new source. */
export let createTrack: (source: TrackSource, native: NativeTrack, id: string) => MediaStreamTrack;
/** The track of a receiver: muted at first. */
export let newRemoteTrack: (
  native: NativeTrack,
  kind: NativeMediaKind,
  id: string,
) => MediaStreamTrack;
export let nativeTrackOf: (track: MediaStreamTrack) => NativeTrack;
/**
 * Its source gives media, or none, from now on. Fires `mute` or `unmute` at
 * once where that changes: at the track and at its clones, the live ones.
 *
 * @see https://w3c.github.io/mediacapture-main/#set-track-muted
 */
export let setMuted: (track: MediaStreamTrack, muted: boolean) => void;
/**
 * Its source gives nothing any more: the track and its clones end, at once.
 *
 * @see https://w3c.github.io/mediacapture-main/#ends-nostop
 */
export let endTrack: (track: MediaStreamTrack, options: { event: boolean }) => void;
/**
 * Hands over what native reads of the track until it ends, or until the result is called. `ended`
 * runs when the track ends before.
 */
export let readTrack: (
  track: MediaStreamTrack,
  options: NativeReaderOptions,
  read: ReadTrack,
  ended?: () => void,
) => () => void;

/**
 * Audio or video of one source.
 *
 * @see https://w3c.github.io/mediacapture-main/#mediastreamtrack
 */
export class MediaStreamTrack extends typedEventTarget<
  MediaStreamTrackEventMap,
  MediaStreamTrackHandlers
>() {
  readonly #source: TrackSource;
  readonly #native: NativeTrack;
  readonly #id: string;
  readonly #readers: TrackReaders;
  #readyState: MediaStreamTrackState = 'live';
  #enabled = true;
  #muted: boolean;
  #contentHint = '';
  #constraints: MediaTrackConstraints = {};
  /** What the constraints selected; the rest is as the source has it. */
  #selected: MediaTrackSettings = {};

  /**
   * @internal
   * @see https://w3c.github.io/mediacapture-main/#dfn-create-a-mediastreamtrack
   */
  constructor(token: symbol, source: TrackSource, native: NativeTrack, id: string) {
    checkConstruct(token);
    super();
    this.#source = source;
    this.#native = native;
    this.#id = id;
    this.#muted = source.muted;
    this.#readers = new TrackReaders(this, native);
    source.tracks.add(this);
  }

  get kind(): string {
    return this.#source.kind;
  }

  get id(): string {
    return this.#id;
  }

  get label(): string {
    return this.#source.label;
  }

  /** False: it gives black frames or silence. */
  get enabled(): boolean {
    return this.#enabled;
  }

  set enabled(value: boolean) {
    this.#enabled = types.boolean.convert(value, 'MediaStreamTrack.enabled');
    this.#native.setEnabled(this.#enabled);
  }

  /** The source gives no media at the moment. */
  get muted(): boolean {
    return this.#muted;
  }

  get readyState(): MediaStreamTrackState {
    return this.#readyState;
  }

  /**
   * What the track shows or sounds like, for those that encode it: `motion`, `detail` or `text`;
   * `speech`, `speech-recognition` or `music`. Other values are ignored.
   *
   * @see https://w3c.github.io/mst-content-hint/#dom-mediastreamtrack-contenthint
   */
  get contentHint(): string {
    return this.#contentHint;
  }

  set contentHint(value: string) {
    const hint = types.DOMString.convert(value, 'MediaStreamTrack.contentHint');
    // 1. and 2. If it is none of the kind's hints, abort these steps.
    if (!contentHints[this.#source.kind].includes(hint)) return;
    // 3. Set the application-set content hint.
    this.#contentHint = hint;
    // 4. The implementation adapts to it.
    this.#native.setContentHint(hint);
  }

  /** @see https://w3c.github.io/mediacapture-main/#track-clone */
  clone(): MediaStreamTrack {
    // 2. and 3. Create a track with the same source.
    const id = randomUUID();
    const clone = new MediaStreamTrack(kConstruct, this.#source, this.#native.clone(id), id);
    if (!this.#enabled) clone.enabled = false;
    if (this.#contentHint !== '') clone.contentHint = this.#contentHint;
    // 4. Set its [[ReadyState]] to this one's.
    if (this.#readyState === 'ended') clone.#end();
    // 5. to 7. Set its [[Constraints]] and [[Settings]] to clones of this one's.
    clone.#constraints = this.#constraints;
    clone.#select(this.#selected);
    return clone;
  }

  /** @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-stop */
  stop(): void {
    // 2. to 4. If it has not ended, notify the source and set [[ReadyState]] to "ended".
    this.#end();
  }

  /** @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-getcapabilities */
  getCapabilities(): MediaTrackCapabilities {
    return MediaTrackCapabilities.convert(this.#source.capabilities, '');
  }

  /** @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-getconstraints */
  getConstraints(): MediaTrackConstraints {
    return MediaTrackConstraints.convert(this.#constraints, '');
  }

  /** @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-getsettings */
  getSettings(): MediaTrackSettings {
    const settings = MediaTrackSettings.convert(
      { ...this.#source.settings, ...this.#selected },
      '',
    );
    if (this.#readyState === 'live') return settings;
    // 2. Of an ended track only the inherent constrainable track properties.
    const { deviceId, facingMode, groupId } = settings;
    return MediaTrackSettings.convert({ deviceId, facingMode, groupId }, '');
  }

  /**
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-applyconstraints
   * @throws OverconstrainedError when the source cannot be what is required of it
   */
  applyConstraints(constraints: MediaTrackConstraints = {}): Promise<void> {
    const context = 'MediaStreamTrack.applyConstraints';
    const converted = MediaTrackConstraints.convert(constraints, `${context}: constraints`);
    // 2. If the track has ended, return a promise resolved with undefined.
    if (this.#readyState === 'ended') return Promise.resolve();
    // 3. In a task, in the order of the calls: run the ApplyConstraints algorithm.
    return new Promise((resolve, reject) => {
      queueTask(() => {
        try {
          this.#apply(withoutEmpty(converted), context);
          resolve();
        } catch (exception) {
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as it was thrown
          reject(exception);
        }
      });
    });
  }

  /** @see https://w3c.github.io/mediacapture-main/#dfn-applyconstraints-algorithm */
  #apply(newConstraints: MediaTrackConstraints, context: string): void {
    // 1. and 2. Run SelectSettings; the existing constraints stay when it fails.
    const successfulSettings = selectSettings(this.#source, newConstraints, context);
    // 3. Remove the existing constraints, apply the new ones and the settings.
    this.#constraints = newConstraints;
    this.#select(successfulSettings);
  }

  #select(settings: MediaTrackSettings): void {
    this.#selected = settings;
    const isAsMade = Object.keys(settings).length === 0;
    if (this.#readyState === 'live' && !isAsMade) this.#source.configure(this.#native, settings);
  }

  #learn(...[type, read]: ReaderEvent): void {
    if (type === 'videoreading') this.#source.learnFrameSize?.(read.width, read.height);
    if (type === 'videoframe') {
      this.#source.learnFrameSize?.(read.pixels.width, read.pixels.height);
    }
  }

  #setMuted(muted: boolean): void {
    // 2. If [[Muted]] is that already, abort these steps.
    if (this.#muted === muted) return;
    // 3. to 5. Set [[Muted]] and fire an event named mute or unmute.
    this.#muted = muted;
    this.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
  }

  /** @returns whether it had not ended before */
  #end(): boolean {
    if (this.#readyState === 'ended') return false;
    this.#readyState = 'ended';
    this.#source.tracks.delete(this);
    this.#readers.end();
    this.#native.stop();
    if (this.#source.tracks.size === 0) this.#source.released?.();
    return true;
  }

  static {
    createTrack = (source, native, id) => new MediaStreamTrack(kConstruct, source, native, id);
    newRemoteTrack = (native, kind, id) => createTrack(new RemoteSource(kind, id), native, id);
    nativeTrackOf = (track) => track.#native;
    setMuted = (track, muted) => {
      const source = track.#source;
      source.muted = muted;
      for (const each of [...source.tracks]) {
        // A listener of another one may have stopped it.
        if (each.#readyState === 'live') each.#setMuted(muted);
      }
    };
    endTrack = (track, { event }) => {
      for (const each of [...track.#source.tracks]) {
        if (each.#end() && event) each.dispatchEvent(new Event('ended'));
      }
    };
    readTrack = (track, options, read, ended = () => undefined) =>
      track.#readers.add(
        options,
        options.what === 'samples'
          ? read
          : (...event) => {
              track.#learn(...event);
              read(...event);
            },
        ended,
      );
    defineEventHandlers(this, ['mute', 'unmute', 'ended']);
    defineInterface(this, {
      is: (value) => #native in value,
      promises: ['applyConstraints'],
      constructorLength: 0,
    });
  }
}
