import type { RTCRtpCodec } from '../idl/index.js';
import { isNativeError, toException } from '../internal/errors.js';
import { capabilitiesOf } from './capabilities.js';
import { isMediaCodec, matchesCodec, nativeCodec } from './codec.js';
import type { Transceiver } from './transceiver.js';

const context = 'RTCRtpTransceiver.setCodecPreferences';

function refuse(why: string): never {
  throw new DOMException(`${context}: ${why}`, 'InvalidModificationError');
}

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcrtptransceiver-setcodecpreferences */
export function setCodecPreferences(
  { connection, kind, native, stopped }: Transceiver,
  given: readonly RTCRtpCodec[],
): void {
  // 4. Remove duplicates; the first of each stays.
  const codecs = given.filter(
    (codec, index) => !given.slice(0, index).some((earlier) => matchesCodec(earlier, codec)),
  );
  // 3. An empty list is the default again.
  if (codecs.length > 0) check(codecs, kind);
  // 9. Set [[PreferredCodecs]]; of a closed connection and when stopped nobody asks for them.
  if (connection.isClosed || stopped) return;
  connection.lastCreated.outdate();
  try {
    native.setCodecPreferences(codecs.map(nativeCodec));
  } catch (error) {
    throw isNativeError(error) ? toException(error, { context }) : error;
  }
}

function check(codecs: readonly RTCRtpCodec[], kind: Transceiver['kind']): void {
  const sides = (['send', 'receive'] as const).map((side) => capabilitiesOf(side, kind).codecs);
  const isIn = (codec: RTCRtpCodec, side: readonly RTCRtpCodec[]) =>
    side.some((capability) => matchesCodec(codec, capability));
  // 6. If what can be sent of them, or received, has no codec of media, throw.
  for (const side of sides) {
    if (codecs.some((codec) => isMediaCodec(codec) && isIn(codec, side))) continue;
    refuse(`there is no ${kind} codec that can be sent and received, beside RTX, RED and FEC`);
  }
  // 8. If a codec is in neither, throw.
  for (const codec of codecs) {
    if (sides.some((side) => isIn(codec, side))) continue;
    refuse(`${codec.mimeType} with these parameters is not in the capabilities`);
  }
}
