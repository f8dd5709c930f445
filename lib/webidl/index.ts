/**
 * WebIDL's conversions and interface rules, written once.
 *
 * Dictionaries, enumerations and unions are tables; the TypeScript types come
 * from them: `type RTCDataChannelInit = Infer<typeof RTCDataChannelInit>`.
 */
export {
  AllowSharedBufferSource,
  ArrayBufferType,
  ArrayBufferViewType,
  BufferSource,
  Uint8ArrayType,
} from './buffers.js';
export { callback, nullable, record, sequence } from './compound.js';
export { dictionary, member, required } from './dictionary.js';
export type { AnyDictionary, DictionaryType, Member } from './dictionary.js';
export { enumeration } from './enumeration.js';
export type { EnumerationType } from './enumeration.js';
export {
  checkArguments,
  checkConstruct,
  defineInterface,
  kConstruct,
  toJSON,
} from './interface.js';
export type { InterfaceDefinition } from './interface.js';
export { interfaceType } from './interface-type.js';
export { clamp, enforceRange, types } from './primitives.js';
export type { IntegerType } from './primitives.js';
export { isObject } from './type.js';
export type { AnyType, Converted, Infer, Kind, Type } from './type.js';
export { union } from './union.js';
