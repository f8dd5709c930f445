import { addon } from '../native.js';
import type { NativeCodecPolicy, NativeCodecRules, NativeMediaKind } from '../native.js';
import { forgetCapabilities, nativeCapabilities } from './capabilities.js';

const none: NativeCodecRules = { prefer: [], allow: [], deny: [] };

let current: NativeCodecPolicy = { audio: none, video: none };

interface Empty {
  readonly direction: 'send' | 'receive';
  readonly kind: NativeMediaKind;
}

function firstEmpty(): Empty | null {
  for (const kind of ['audio', 'video'] as const) {
    for (const direction of ['send', 'receive'] as const) {
      if (nativeCapabilities(direction, kind).codecs.length === 0) return { direction, kind };
    }
  }
  return null;
}

function apply(policy: NativeCodecPolicy): void {
  addon.setCodecPolicy(policy);
  forgetCapabilities();
}

/** Changes nothing where it returns what would be left without a codec. */
export function setNativeCodecPolicy(policy: NativeCodecPolicy): Empty | null {
  apply(policy);
  const empty = firstEmpty();
  if (empty === null) current = policy;
  else apply(current);
  return empty;
}
