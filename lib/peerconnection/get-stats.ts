import { toException } from '../internal/errors.js';
import { heldRequest } from '../internal/held-request.js';
import type { NativeStats } from '../internal/native-types.js';
import { reportFrom } from '../stats/report.js';
import type { RTCStatsReport } from '../stats/RTCStatsReport.js';
import type { Connection } from './connection.js';

const context = 'RTCPeerConnection.getStats';

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-getstats */
export async function getStats(
  { native, isClosed }: Connection,
  selector: unknown,
): Promise<RTCStatsReport> {
  if (selector !== null && selector !== undefined) {
    throw new TypeError(`${context}: selector is not a MediaStreamTrack`);
  }
  if (isClosed) return reportFrom([]);
  return heldRequest<readonly NativeStats[], RTCStatsReport>(
    (request) => {
      native.getStats(request);
    },
    (error, stats) => {
      if (error !== null) throw toException(error, { context });
      return reportFrom(stats);
    },
  );
}
