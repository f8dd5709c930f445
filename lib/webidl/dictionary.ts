import { describe } from './describe.js';
import { isObject } from './type.js';
import type { AnyType, Type } from './type.js';

type Presence = 'optional' | 'default' | 'required';

/** One member of a dictionary's table. */
export interface Member<In = unknown, Out = unknown, P extends Presence = Presence> {
  readonly type: Type<In, Out>;
  readonly presence: P;
  /** As it stands in the text: converted when the table is made. */
  readonly default?: In | undefined;
}

/** A member that may be left out; with a default, it is then filled in. */
export function member<In, Out>(type: Type<In, Out>): Member<In, Out, 'optional'>;
export function member<In, Out>(
  type: Type<In, Out>,
  defaultValue: NoInfer<In>,
): Member<In, Out, 'default'>;
export function member<In, Out>(type: Type<In, Out>, ...rest: readonly In[]): Member<In, Out> {
  if (rest.length === 0) return { type, presence: 'optional' };
  return { type, presence: 'default', default: rest[0] };
}

/** A member whose absence is a TypeError. */
export function required<In, Out>(type: Type<In, Out>): Member<In, Out, 'required'> {
  return { type, presence: 'required' };
}

type Table = Readonly<Record<string, Member>>;
type Simplify<T> = { [K in keyof T]: T[K] };
type InOf<M> = M extends Member<infer In> ? In : never;
type OutOf<M> = M extends Member<unknown, infer Out> ? Out : never;
type KeysOf<T extends Table, P extends Presence> = {
  [K in keyof T]: T[K]['presence'] extends P ? K : never;
}[keyof T];

type TableIn<T extends Table> = {
  -readonly [K in keyof T as K extends KeysOf<T, 'required'> ? K : never]: InOf<T[K]>;
} & {
  -readonly [K in keyof T as K extends KeysOf<T, 'required'> ? never : K]?: InOf<T[K]>;
};
type TableOut<T extends Table> = {
  -readonly [K in keyof T as K extends KeysOf<T, 'optional'> ? never : K]: OutOf<T[K]>;
} & {
  -readonly [K in keyof T as K extends KeysOf<T, 'optional'> ? K : never]?: OutOf<T[K]>;
};

/** A dictionary of whatever members. */
export interface AnyDictionary extends AnyType {
  readonly kind: 'dictionary';
  /** Own members by name; inherited ones are the parent's. */
  readonly members: Table;
  readonly parent: AnyDictionary | null;
  /** Every member, inherited ones first, each level in the order of conversion. */
  readonly keys: readonly string[];
}

/** Generic over the table itself, so that the members' comments come through to editors. */
export interface DictionaryType<
  T extends Table,
  ParentIn = unknown,
  ParentOut = unknown,
> extends Type<Simplify<ParentIn & TableIn<T>>, Simplify<ParentOut & TableOut<T>>> {
  readonly kind: 'dictionary';
  readonly members: T;
  readonly parent: AnyDictionary | null;
  readonly keys: readonly string[];
}

interface Step {
  readonly key: string;
  readonly suffix: string;
  readonly type: AnyType;
  readonly required: boolean;
  /** Gives the default; null when there is none. */
  readonly fill: (() => unknown) | null;
}

/** Objects and arrays are made anew for every value that is converted. */
function filler({ type, presence, default: value }: Member): (() => unknown) | null {
  if (presence !== 'default') return null;
  const make = () => type.convert(value, type.name);
  if (isObject(value)) return make;
  const constant = make();
  return () => constant;
}

function stepsOf(table: Table): Step[] {
  return Object.entries(table)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => ({
      key,
      suffix: `.${key}`,
      type: entry.type,
      required: entry.presence === 'required',
      fill: filler(entry),
    }));
}

const steps = new WeakMap<AnyDictionary, readonly Step[]>();

export function dictionary<const T extends Table>(name: string, members: T): DictionaryType<T>;
export function dictionary<const T extends Table, ParentIn, ParentOut>(
  name: string,
  members: T,
  parent: Type<ParentIn, ParentOut> & AnyDictionary,
): DictionaryType<T, ParentIn, ParentOut>;
/**
 * A dictionary as data. Members are read as the text asks: inherited ones
 * first, each level in lexicographic order, each member once.
 *
 * @see https://webidl.spec.whatwg.org/#js-dictionary
 */
export function dictionary(
  name: string,
  members: Table,
  parent: AnyDictionary | null = null,
): AnyDictionary {
  const inherited = parent === null ? [] : (steps.get(parent) ?? []);
  const all = [...inherited, ...stepsOf(members)];

  const type: AnyDictionary = {
    name,
    kind: 'dictionary',
    members,
    parent,
    keys: all.map(({ key }) => key),
    convert(value, context) {
      const absent = value === undefined || value === null;
      if (!absent && !isObject(value)) {
        throw new TypeError(`${context}: ${describe(value)} is not an object (${name})`);
      }
      const from = value as Record<string, unknown>;
      const to: Record<string, unknown> = {};
      for (const step of all) {
        const given = absent ? undefined : from[step.key];
        if (given !== undefined) {
          to[step.key] = step.type.convert(given, context + step.suffix);
        } else if (step.fill !== null) {
          to[step.key] = step.fill();
        } else if (step.required) {
          throw new TypeError(`${context}${step.suffix} is required in ${name}`);
        }
      }
      return to;
    },
  };
  steps.set(type, all);
  return type;
}
