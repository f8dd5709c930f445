import { parseSdp } from '../internal/sdp.js';
import type { Sdp } from '../internal/sdp.js';
import type {
  NativeAmendment,
  NativeDescription,
  NativeDescriptions,
} from '../internal/native-types.js';
import { RTCSessionDescription } from './RTCSessionDescription.js';

interface Slot {
  /** As libwebrtc has it; the program may have assigned to the object. */
  readonly native: NativeDescription;
  readonly object: RTCSessionDescription;
  /** But for candidates, which may have come since. */
  parsed?: Sdp;
}

type Name = keyof NativeDescriptions;

const sides: readonly (readonly Name[])[] = [
  ['currentLocal', 'pendingLocal'],
  ['currentRemote', 'pendingRemote'],
];

/** The four descriptions of a connection. */
export class Descriptions {
  #slots: Partial<Record<Name, Slot>> = {};

  get(name: Name): RTCSessionDescription | null {
    return this.#slots[name]?.object ?? null;
  }

  get local(): RTCSessionDescription | null {
    return this.get('pendingLocal') ?? this.get('currentLocal');
  }

  get remote(): RTCSessionDescription | null {
    return this.get('pendingRemote') ?? this.get('currentRemote');
  }

  /** What libwebrtc has, untouched by the program. */
  get nativeLocal(): NativeDescription | null {
    return (this.#slots.pendingLocal ?? this.#slots.currentLocal)?.native ?? null;
  }

  get nativeRemote(): NativeDescription | null {
    return this.#remoteSlot?.native ?? null;
  }

  /** The remote one's sections and their attributes, but for candidates. */
  get parsedRemote(): Sdp | null {
    const slot = this.#remoteSlot;
    return slot ? (slot.parsed ??= parseSdp(slot.native.sdp)) : null;
  }

  get #remoteSlot(): Slot | undefined {
    return this.#slots.pendingRemote ?? this.#slots.currentRemote;
  }

  /** A description was set: an object stays where its description does, or becomes the current one. */
  replace(next: NativeDescriptions): void {
    const slots: Partial<Record<Name, Slot>> = {};
    for (const side of sides) {
      const known = side.flatMap((name) => this.#slots[name] ?? []);
      for (const name of side) {
        const native = next[name];
        if (native === null) continue;
        const same = known.find(
          (slot) => slot.native.type === native.type && slot.native.sdp === native.sdp,
        );
        slots[name] = same ?? { native, object: new RTCSessionDescription(native) };
      }
    }
    this.#slots = slots;
  }

  /** Candidates came to a description that was set before: the object stays. */
  amend(amendment: NativeAmendment | null): void {
    if (amendment === null) return;
    const { slot: name, description: native } = amendment;
    const slot = this.#slots[name];
    if (slot?.native.type !== native.type || slot.native.sdp === native.sdp) return;
    slot.object.sdp = native.sdp;
    this.#slots[name] = { ...slot, native };
  }

  /** @see https://w3c.github.io/webrtc-pc/#dfn-rollback-a-session-description */
  rollBackLocal(): void {
    delete this.#slots.pendingLocal;
  }
}
