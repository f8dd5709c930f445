import type { RTCRtpParameters } from '../idl/index.js';
import type { NativeRtpParameters } from '../internal/native-types.js';
import { codecFrom } from './codec.js';

/** What senders and receivers have in common. */
export function parametersFrom({
  codecs,
  headerExtensions,
  rtcp,
}: NativeRtpParameters): RTCRtpParameters {
  return {
    codecs: codecs.map((codec) => ({ ...codecFrom(codec), payloadType: codec.payloadType })),
    headerExtensions: headerExtensions.map(({ encrypted, id, uri }) => ({ encrypted, id, uri })),
    rtcp: { cname: rtcp.cname, reducedSize: rtcp.reducedSize },
  };
}
