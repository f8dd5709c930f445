/** @see https://w3c.github.io/webrtc-extensions/#rtp-header-extension-control */
import type { RTCRtpHeaderExtensionCapability } from '../idl/index.js';
import { isNativeError, toException } from '../internal/errors.js';
import type { NativeHeaderExtensionCapability } from '../internal/native-types.js';
import type { Transceiver } from './transceiver.js';

function extensionsFrom(
  natives: readonly NativeHeaderExtensionCapability[],
): RTCRtpHeaderExtensionCapability[] {
  return natives.map(({ uri, direction }) => ({ direction, uri }));
}

/** Of a closed connection, whose transceivers libwebrtc has no more: none. */
export function headerExtensionsToNegotiate({
  connection,
  native,
}: Transceiver): RTCRtpHeaderExtensionCapability[] {
  return connection.isClosed ? [] : extensionsFrom(native.getHeaderExtensionsToNegotiate());
}

/** As {@link headerExtensionsToNegotiate}. */
export function negotiatedHeaderExtensions({
  connection,
  native,
}: Transceiver): RTCRtpHeaderExtensionCapability[] {
  return connection.isClosed ? [] : extensionsFrom(native.getNegotiatedHeaderExtensions());
}

/** libwebrtc checks number, order and what is mandatory. */
export function setHeaderExtensionsToNegotiate(
  { connection, native }: Transceiver,
  extensions: readonly RTCRtpHeaderExtensionCapability[],
): void {
  const context = 'RTCRtpTransceiver.setHeaderExtensionsToNegotiate';
  if (extensions.some(({ uri }) => uri === '')) {
    throw new TypeError(`${context}: the uri of an extension is empty`);
  }
  if (connection.isClosed) return;
  connection.lastCreated.outdate();
  try {
    native.setHeaderExtensionsToNegotiate(extensions);
  } catch (error) {
    if (!isNativeError(error)) throw error;
    throw toException({ ...error, type: 'invalid-modification' }, { context });
  }
}
