import { isNativeError, toException } from '../internal/errors.js';
import { connectionOf } from '../peerconnection/RTCPeerConnection.js';
import type { RTCPeerConnection } from '../peerconnection/RTCPeerConnection.js';
import { dictionary, enforceRange, member, types } from '../webidl/index.js';
import type { Infer } from '../webidl/index.js';

/** Bits per second; what is left out stays as it is. */
export const BitrateSettings = dictionary('BitrateSettings', {
  min: member(enforceRange(types.long)),
  start: member(enforceRange(types.long)),
  max: member(enforceRange(types.long)),
});
export type BitrateSettings = Infer<typeof BitrateSettings>;

/**
 * Bounds of the bandwidth estimation of a connection.
 *
 * @throws InvalidAccessError when the bounds do not fit each other
 */
export function setBitrate(connection: RTCPeerConnection, settings: BitrateSettings): void {
  const context = 'nonstandard.setBitrate';
  const state = connectionOf(connection, context);
  const { min, start, max } = BitrateSettings.convert(settings, `${context}: settings`);
  state.checkOpen(context);
  try {
    state.native.setBitrate(min ?? null, start ?? null, max ?? null);
  } catch (error) {
    throw isNativeError(error) ? toException(error, { context }) : error;
  }
}
