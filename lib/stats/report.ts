import { RTCStatsType, statsTable } from '../idl/index.js';
import type { RTCStats } from '../idl/index.js';
import type { NativeStats } from '../internal/native-types.js';
import { kConstruct } from '../webidl/index.js';
import { RTCStatsReport } from './RTCStatsReport.js';

/**
 * The members that the text has for a stats object, in its order; null for an
 * object whose type it does not have. What libwebrtc adds is left out.
 */
function statsFrom(native: NativeStats): RTCStats | null {
  if (!RTCStatsType.has(native.type)) return null;
  const stats: Record<string, unknown> = {};
  for (const key of statsTable(native.type, native['kind']).keys) {
    const value = native[key];
    if (value !== undefined) stats[key] = value;
  }
  if (native.type === 'inbound-rtp') countDroppedFrames(stats);
  return stats as unknown as RTCStats;
}

/** libwebrtc counts frames as received that it decoded; those that it dropped came too. */
function countDroppedFrames(stats: Record<string, unknown>): void {
  const { framesReceived, framesDecoded, framesDropped } = stats as Record<string, number>;
  if (framesReceived === undefined) return;
  stats['framesReceived'] = Math.max(framesReceived, (framesDecoded ?? 0) + (framesDropped ?? 0));
}

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-getstats */
export function reportFrom(natives: readonly NativeStats[]): RTCStatsReport {
  const entries = new Map<string, RTCStats>();
  for (const native of natives) {
    const stats = statsFrom(native);
    if (stats !== null) entries.set(native.id, stats);
  }
  return new RTCStatsReport(kConstruct, entries);
}
