import { isIterable } from './compound.js';
import type { WrappingType } from './compound.js';
import { describe } from './describe.js';
import { isObject } from './type.js';
import type { AnyType, Converted, Infer, Kind, Type } from './type.js';

export interface UnionType<In, Out> extends Type<In, Out> {
  readonly kind: 'union';
  /** Without unions and nullables: these are taken apart. */
  readonly flattened: readonly AnyType[];
  readonly nullable: boolean;
}

function flatten(type: AnyType): { types: readonly AnyType[]; nullable: boolean } {
  if (type.kind === 'nullable') {
    return { types: flatten((type as WrappingType<unknown, unknown>).inner).types, nullable: true };
  }
  if (type.kind === 'union') {
    const { flattened, nullable } = type as UnionType<unknown, unknown>;
    return { types: flattened, nullable };
  }
  return { types: [type], nullable: false };
}

/**
 * `(A or B or ...)`: picks the member type by what the value is, never by trying.
 *
 * @see https://webidl.spec.whatwg.org/#js-union
 */
export function union<const T extends readonly AnyType[]>(
  members: T,
): UnionType<Infer<T[number]>, Converted<T[number]>> {
  const parts = members.map(flatten);
  const flattened = parts.flatMap(({ types }) => types);
  const isNullable = parts.some(({ nullable }) => nullable);
  const name = `(${members.map((type) => type.name).join(' or ')})`;
  const byKind = new Map<Kind, AnyType>();
  for (const type of flattened) if (!byKind.has(type.kind)) byKind.set(type.kind, type);
  const platform = flattened.filter((type) => type.accepts !== undefined);

  function choose(value: unknown): AnyType | undefined {
    const any = byKind.get('any');
    if (any) return any;
    if (value === undefined && byKind.has('undefined')) return byKind.get('undefined');
    if ((value === undefined || value === null) && byKind.has('dictionary')) {
      return byKind.get('dictionary');
    }
    if (isObject(value)) {
      const accepting = platform.find((type) => type.accepts?.(value));
      if (accepting) return accepting;
      if (typeof value === 'function' && byKind.has('callback')) return byKind.get('callback');
      if (byKind.has('sequence') && isIterable(value)) return byKind.get('sequence');
      const structured = byKind.get('dictionary') ?? byKind.get('record') ?? byKind.get('object');
      if (structured) return structured;
    }
    if (typeof value === 'boolean' && byKind.has('boolean')) return byKind.get('boolean');
    if (typeof value === 'number' && byKind.has('numeric')) return byKind.get('numeric');
    return byKind.get('string') ?? byKind.get('numeric') ?? byKind.get('boolean');
  }

  return {
    name,
    kind: 'union',
    flattened,
    nullable: isNullable,
    convert(value, context) {
      if (isNullable && (value === null || value === undefined)) {
        return null as Converted<T[number]>;
      }
      const type = choose(value);
      if (type === undefined) {
        throw new TypeError(`${context}: ${describe(value)} is not of type ${name}`);
      }
      return type.convert(value, context) as Converted<T[number]>;
    },
  };
}
