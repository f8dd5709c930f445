/** The types of the seam, for the interfaces: only `lib/internal` touches the addon itself. */
import type { NativeEvents } from '../native.js';

export type * from '../native.js';

/** The events of one kind of target, as the arguments that deliver them. */
export type NativeEvent<K extends keyof NativeEvents> = {
  [Type in keyof NativeEvents[K]]: [type: Type, payload: NativeEvents[K][Type]];
}[keyof NativeEvents[K]];
