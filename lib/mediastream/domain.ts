import type { DoubleRange } from '../idl/index.js';
import { alternatives } from '../webidl/describe.js';
import type { Constraint, ConstraintValue } from './constraint.js';

export interface Interval {
  readonly min: number;
  readonly max: number;
}

/** What a property can be: anything between two numbers, or one of some values. */
export type Domain = Interval | readonly ConstraintValue[];

type Capability = DoubleRange | readonly ConstraintValue[] | string;

export function isInterval(domain: Domain): domain is Interval {
  return !Array.isArray(domain);
}

function isList(capability: Capability): capability is readonly ConstraintValue[] {
  return Array.isArray(capability);
}

/** Null when it can be nothing. */
export function domainOf(capability: Capability): Domain | null {
  if (typeof capability === 'string') return [capability];
  if (isList(capability)) return capability.length === 0 ? null : capability;
  const { min = 0, max = Infinity } = capability;
  return { min, max };
}

function asList(value: ConstraintValue | readonly string[]): readonly ConstraintValue[] {
  return typeof value === 'object' ? value : [value];
}

/** What of a domain satisfies a required constraint; null: nothing. */
export function narrow(domain: Domain, { min, max, exact }: Constraint): Domain | null {
  if (!isInterval(domain)) {
    if (exact === undefined) return domain;
    const allowed = asList(exact);
    const values = domain.filter((value) => allowed.includes(value));
    return values.length === 0 ? null : values;
  }
  const lowest = [domain.min, min, exact].filter((bound) => typeof bound === 'number');
  const highest = [domain.max, max, exact].filter((bound) => typeof bound === 'number');
  const narrowed = { min: Math.max(...lowest), max: Math.min(...highest) };
  return narrowed.min > narrowed.max ? null : narrowed;
}

export function within({ min, max }: Interval, value: number): number {
  return Math.min(Math.max(value, min), max);
}

/** The value with the smallest fitness distance; `preferred` where several have it. */
export function nearest(
  domain: Domain,
  ideal: Constraint['ideal'],
  preferred: ConstraintValue | undefined,
): ConstraintValue {
  if (isInterval(domain)) {
    const wanted = ideal ?? preferred;
    return within(domain, typeof wanted === 'number' ? wanted : domain.min);
  }
  const wanted = [...(ideal === undefined ? [] : asList(ideal)), preferred];
  return wanted.find((value) => value !== undefined && domain.includes(value)) ?? domain[0] ?? '';
}

/** `16 to 4096`, `'none' or 'crop-and-scale'`. */
export function describeDomain(domain: Domain): string {
  if (!isInterval(domain)) return alternatives(domain.map((value) => JSON.stringify(value)));
  return domain.min === domain.max ? String(domain.min) : `${domain.min} to ${domain.max}`;
}
