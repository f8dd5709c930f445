import type { RTCRtpCapabilities } from '../idl/index.js';
import { nativeCapabilities } from '../internal/capabilities.js';
import type { NativeMediaKind } from '../internal/native-types.js';
import { codecFrom } from './codec.js';

type Direction = 'send' | 'receive';

export function isMediaKind(kind: string): kind is NativeMediaKind {
  return kind === 'audio' || kind === 'video';
}

/** A new dictionary for each caller: it may change it. */
export function capabilitiesOf(direction: Direction, kind: NativeMediaKind): RTCRtpCapabilities {
  const { codecs, headerExtensions } = nativeCapabilities(direction, kind);
  return {
    codecs: codecs.map(codecFrom),
    headerExtensions: headerExtensions.map(({ uri, direction }) => ({ direction, uri })),
  };
}

/**
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpsender-getcapabilities
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpreceiver-getcapabilities
 */
export function getCapabilities(direction: Direction, kind: string): RTCRtpCapabilities | null {
  // 2. If kind is neither "video" nor "audio", return null.
  // 3. Return a new RTCRtpCapabilities with the implemented codecs and header extensions.
  return isMediaKind(kind) ? capabilitiesOf(direction, kind) : null;
}
