import { inspect } from 'node:util';

import type {
  MediaTrackCapabilities,
  MediaTrackConstraints,
  MediaTrackConstraintSet,
  MediaTrackSettings,
} from '../idl/index.js';
import { constraintsOf, isRequired } from './constraint.js';
import type { Bare, Constraint, ConstraintName, ConstraintValue } from './constraint.js';
import { describeDomain, domainOf, isInterval, narrow, nearest } from './domain.js';
import type { Domain } from './domain.js';
import { bestSize, hasSize } from './frame-size.js';
import type { FrameSizes } from './frame-size.js';
import { OverconstrainedError } from './OverconstrainedError.js';
import type { TrackSource } from './track-source.js';

/** The settings dictionaries that are candidates: every choice of one value per property. */
type Space = ReadonlyMap<ConstraintName, Domain>;

/** The constraint that no candidate satisfies, and what there is instead. */
interface Failure {
  readonly failed: ConstraintName;
  readonly reason: string;
}

const isFailure = (result: Space | Failure): result is Failure => 'failed' in result;

function spaceOf(capabilities: MediaTrackCapabilities): Space {
  const all = Object.entries(capabilities) as [ConstraintName, Parameters<typeof domainOf>[0]][];
  const domains = all.map(([name, capability]) => [name, domainOf(capability)] as const);
  return new Map(domains.filter((entry): entry is [ConstraintName, Domain] => entry[1] !== null));
}

/** The part of a space that is tied together; null for sources that make no frames. */
function sizesOf(space: Space): FrameSizes | null {
  const [width, height] = [space.get('width'), space.get('height')];
  const aspectRatio = space.get('aspectRatio') ?? { min: 0, max: Infinity };
  if (width === undefined || height === undefined) return null;
  const isSize = isInterval(width) && isInterval(height) && isInterval(aspectRatio);
  return isSize ? { width, height, aspectRatio } : null;
}

/** What of a space has a finite fitness distance to a set of constraints. */
function satisfy(
  space: Space,
  constraints: ReadonlyMap<ConstraintName, Constraint>,
): Space | Failure {
  const narrowed = new Map(space);
  for (const [name, constraint] of constraints) {
    if (!isRequired(constraint)) continue;
    const domain = space.get(name);
    if (domain === undefined) return { failed: name, reason: 'the source has no such setting' };
    const rest = narrow(domain, constraint);
    if (rest === null) {
      return { failed: name, reason: `the source can be ${describeDomain(domain)}` };
    }
    narrowed.set(name, rest);
  }
  const sizes = sizesOf(narrowed);
  if (sizes !== null && !hasSize(sizes)) {
    return { failed: 'aspectRatio', reason: 'no width and height have it' };
  }
  return narrowed;
}

/** One settings dictionary of a space that has the smallest fitness distance; members as usual. */
function choose(
  space: Space,
  constraints: ReadonlyMap<ConstraintName, Constraint>,
  usual: MediaTrackSettings,
): MediaTrackSettings {
  const settings: Partial<Record<ConstraintName, ConstraintValue>> = {};
  for (const [name, domain] of space) {
    if (usual[name] === undefined) continue;
    settings[name] = nearest(domain, constraints.get(name)?.ideal, usual[name]);
  }
  const sizes = sizesOf(space);
  if (sizes !== null) {
    const ideal = (name: ConstraintName) => {
      const value = constraints.get(name)?.ideal;
      return typeof value === 'number' ? value : undefined;
    };
    const size = bestSize(
      sizes,
      { width: ideal('width'), height: ideal('height'), aspectRatio: ideal('aspectRatio') },
      { width: usual.width ?? sizes.width.min, height: usual.height ?? sizes.height.min },
    );
    if (size !== null) Object.assign(settings, size, { aspectRatio: size.width / size.height });
  }
  return settings as MediaTrackSettings;
}

/**
 * Chooses what a track of a source becomes. Instead of all settings
 * dictionaries, the bounds of the candidates are kept.
 *
 * @see https://w3c.github.io/mediacapture-main/#dfn-selectsettings
 * @param constraints without empty ones (step 1)
 * @throws OverconstrainedError when a required constraint cannot be satisfied
 */
export function selectSettings(
  { kind, capabilities, settings }: TrackSource,
  constraints: MediaTrackConstraints,
  context: string,
): MediaTrackSettings {
  const { advanced = [], ...basic } = constraints;
  const read = (set: MediaTrackConstraintSet, bare: Bare) => constraintsOf(set, bare, kind);
  // 2. Let copy be an unconstrained copy of object.
  const copy = spaceOf(capabilities);
  // 3. Let candidates be those whose fitness distance is finite, bare values being ideal.
  const required = read(basic, 'ideal');
  const candidates = satisfy(copy, required);
  // 4. If there are none, return; a required constraint is the failed one.
  if (isFailure(candidates)) {
    const { failed, reason } = candidates;
    const wanted = inspect(required.get(failed), { breakLength: Infinity, maxStringLength: 64 });
    throw new OverconstrainedError(
      failed,
      `${context}: constraints.${failed}: ${wanted} is not possible (${reason})`,
    );
  }
  // 5. For each advanced set, bare values being exact: keep those that satisfy it, if any does.
  const kept = advanced.reduce<Space>((space, set) => {
    const satisfying = satisfy(space, read(set, 'exact'));
    return isFailure(satisfying) ? space : satisfying;
  }, candidates);
  // 6. Select one with the smallest fitness distance; of several, the source's own settings.
  return choose(kept, required, settings);
}
