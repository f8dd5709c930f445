import { addon } from '../native.js';
import type { NativeCapabilities, NativeMediaKind } from '../native.js';

const known = new Map<string, NativeCapabilities>();

/** What can be sent or received of a kind: asked once, the same until the codec policy changes. */
export function nativeCapabilities(
  direction: 'send' | 'receive',
  kind: NativeMediaKind,
): NativeCapabilities {
  const key = `${direction} ${kind}`;
  let capabilities = known.get(key);
  if (capabilities === undefined) {
    capabilities = addon.getCapabilities(direction, kind);
    known.set(key, capabilities);
  }
  return capabilities;
}

export function forgetCapabilities(): void {
  known.clear();
}
