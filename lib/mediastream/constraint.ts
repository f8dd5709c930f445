/**
 * Constraints as SelectSettings sees them.
 *
 * @see https://w3c.github.io/mediacapture-main/#constraints
 */
import type { MediaTrackConstraints, MediaTrackConstraintSet } from '../idl/index.js';
import type { NativeMediaKind } from '../internal/native-types.js';

export type ConstraintName = keyof MediaTrackConstraintSet;
export type ConstraintValue = number | boolean | string;

/** One constraint, its bare value given its meaning. */
export interface Constraint {
  readonly min?: number;
  readonly max?: number;
  readonly exact?: ConstraintValue | readonly string[];
  readonly ideal?: ConstraintValue | readonly string[];
}

/** What a bare value means: exact in advanced sets, ideal else. */
export type Bare = 'exact' | 'ideal';

/** Properties that tracks of one kind have alone. */
const kinds: Readonly<Partial<Record<ConstraintName, NativeMediaKind>>> = {
  width: 'video',
  height: 'video',
  aspectRatio: 'video',
  frameRate: 'video',
  facingMode: 'video',
  resizeMode: 'video',
  backgroundBlur: 'video',
  sampleRate: 'audio',
  sampleSize: 'audio',
  echoCancellation: 'audio',
  autoGainControl: 'audio',
  noiseSuppression: 'audio',
  latency: 'audio',
  channelCount: 'audio',
};

export function applies(name: ConstraintName, kind: NativeMediaKind): boolean {
  return (kinds[name] ?? kind) === kind;
}

function isBare(value: object | ConstraintValue): value is ConstraintValue | readonly string[] {
  return typeof value !== 'object' || Array.isArray(value);
}

/** The constraints of one set, by name; those for the other kind of track do not count. */
export function constraintsOf(
  set: MediaTrackConstraintSet,
  bare: Bare,
  kind: NativeMediaKind,
): Map<ConstraintName, Constraint> {
  const all = Object.entries(set) as [ConstraintName, Constraint | ConstraintValue][];
  return new Map(
    all
      .filter(([name]) => applies(name, kind))
      .map(([name, value]) => [name, isBare(value) ? { [bare]: value } : value]),
  );
}

export function isRequired({ min, max, exact }: Constraint): boolean {
  return min !== undefined || max !== undefined || exact !== undefined;
}

/** Undefined for what asks for nothing: an empty list, a dictionary without members. */
function prune(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(prune).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  const entries = Object.entries(value)
    .map(([key, inner]) => [key, prune(inner)] as const)
    .filter(([, inner]) => inner !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** The same constraints without those that are none, as Chrome keeps them. */
export function withoutEmpty(constraints: MediaTrackConstraints): MediaTrackConstraints {
  return (prune(constraints) as MediaTrackConstraints | undefined) ?? {};
}
