import { toException } from '../internal/errors.js';
import { heldRequest } from '../internal/held-request.js';
import type { NativeStats, NativeTransceiver } from '../internal/native-types.js';
import type { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import { reportFrom } from '../stats/report.js';
import type { RTCStatsReport } from '../stats/RTCStatsReport.js';
import type { Connection } from './connection.js';

/** What statistics are wanted of: one side of a transceiver, or the whole connection. */
export interface StatsSelector {
  readonly transceiver: NativeTransceiver;
  readonly side: 'sender' | 'receiver';
}

/** @see https://w3c.github.io/webrtc-pc/#dfn-stats-selection-algorithm */
export async function gatherStats(
  { native, isClosed }: Connection,
  selector: StatsSelector | null,
  context: string,
): Promise<RTCStatsReport> {
  if (isClosed) return reportFrom([]);
  return heldRequest<readonly NativeStats[], RTCStatsReport>(
    (request) => {
      native.getStats(request, selector?.transceiver ?? null, selector?.side ?? null);
    },
    (error, stats) => {
      if (error !== null) throw toException(error, { context });
      return reportFrom(stats);
    },
  );
}

/** The one sender or receiver of a track. */
function selectorOf(
  { transceivers }: Connection,
  track: MediaStreamTrack,
  context: string,
): StatsSelector {
  const found = transceivers.list.flatMap(({ native, senderTrack, receiverTrack }) => [
    ...(senderTrack === track ? [{ transceiver: native, side: 'sender' } as const] : []),
    ...(receiverTrack === track ? [{ transceiver: native, side: 'receiver' } as const] : []),
  ]);
  const [selector] = found;
  if (selector !== undefined && found.length === 1) return selector;
  const count = selector === undefined ? 'no' : 'more than one';
  const message = `${context}: ${count} sender or receiver has the track`;
  throw new DOMException(message, 'InvalidAccessError');
}

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-getstats */
export async function getStats(
  connection: Connection,
  selectorArg: MediaStreamTrack | null,
): Promise<RTCStatsReport> {
  const context = 'RTCPeerConnection.getStats';
  // 3. and 4. The sender or receiver of the track; without exactly one, an InvalidAccessError.
  const selector = selectorArg === null ? null : selectorOf(connection, selectorArg, context);
  // 6. Gather the stats indicated by selector.
  return gatherStats(connection, selector, context);
}
