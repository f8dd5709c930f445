import type { RTCRtpCodec } from '../idl/index.js';
import type { NativeCodec } from '../internal/native-types.js';

/** What goes with a codec of media, and is none itself; comfort noise too, as in Chrome. */
const resiliency = ['rtx', 'red', 'ulpfec', 'flexfec-03', 'cn'];

export function codecFrom({
  mimeType,
  clockRate,
  channels,
  sdpFmtpLine,
}: NativeCodec): RTCRtpCodec {
  return {
    ...(channels === null ? {} : { channels }),
    clockRate,
    mimeType,
    ...(sdpFmtpLine === null ? {} : { sdpFmtpLine }),
  };
}

export function nativeCodec({
  mimeType,
  clockRate,
  channels,
  sdpFmtpLine,
}: RTCRtpCodec): NativeCodec {
  return {
    mimeType,
    clockRate,
    channels: channels ?? null,
    sdpFmtpLine: sdpFmtpLine ?? null,
  };
}

/** A codec that media is sent in, not one that only helps another. */
export function isMediaCodec({ mimeType }: RTCRtpCodec): boolean {
  return !resiliency.includes(mimeType.slice(mimeType.indexOf('/') + 1).toLowerCase());
}

/** As {@link matchesCodec}, whatever the parameters are: these libwebrtc compares by the codec. */
export function isSameCodec(first: RTCRtpCodec, second: RTCRtpCodec): boolean {
  return (
    // 1. to 3. Its MIME type (which knows no case), clock rate and channels are the same.
    first.mimeType.toLowerCase() === second.mimeType.toLowerCase() &&
    first.clockRate === second.clockRate &&
    first.channels === second.channels
  );
}

/** @see https://w3c.github.io/webrtc-pc/#dfn-codec-match */
export function matchesCodec(first: RTCRtpCodec, second: RTCRtpCodec): boolean {
  if (!isSameCodec(first, second)) return false;
  // 4. Its parameters are the same, or both have none.
  return parameters(first.sdpFmtpLine) === parameters(second.sdpFmtpLine);
}

/** The order of parameters says nothing. */
function parameters(line: string | undefined): string | undefined {
  const list = line?.split(';').map((parameter) => parameter.trim());
  return list?.sort().join(';');
}
