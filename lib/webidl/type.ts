/** How a type is told apart from the others of a union, after the distinguishing steps of WebIDL. */
export type Kind =
  | 'any'
  | 'undefined'
  | 'boolean'
  | 'numeric'
  | 'string'
  | 'object'
  | 'interface'
  | 'buffer'
  | 'view'
  | 'callback'
  | 'dictionary'
  | 'record'
  | 'sequence'
  | 'nullable'
  | 'union';

declare const input: unique symbol;

/**
 * A WebIDL type: its name and its conversion from a JavaScript value.
 *
 * `In` is what a caller may pass in TypeScript's eyes, `Out` what the conversion gives.
 */
export interface Type<In, Out = In> {
  readonly name: string;
  readonly kind: Kind;
  /**
   * @param context what is converted, for the message of the error, such as
   *   `RTCPeerConnection constructor: configuration.bundlePolicy`
   * @throws TypeError when the value does not fit
   */
  convert(value: unknown, context: string): Out;
  /** For interfaces and buffers: is the value one of these? */
  accepts?(value: unknown): boolean;
  /** Carries `In`; never present. */
  readonly [input]?: In;
}

export type AnyType = Type<unknown>;

/** What a caller passes for a type: of a dictionary, the object with its optional members. */
export type Infer<T> = T extends Type<infer In, unknown> ? In : never;

/** What the conversion gives: of a dictionary, the object with its defaults filled in. */
export type Converted<T> = T extends Type<unknown, infer Out> ? Out : never;

/** Type(V) is Object, as ECMAScript says it. */
export function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
