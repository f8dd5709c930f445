/** What the standards do not have. */
import { certificateFromPEM, certificateToPEM } from '../certificate/pem.js';
import { takeWaits } from '../internal/environment.js';
import { connectionOf } from '../peerconnection/RTCPeerConnection.js';
import type { RTCPeerConnection } from '../peerconnection/RTCPeerConnection.js';
import { setBitrate } from './bitrate.js';
import { setCodecPolicy } from './codec-policy.js';
import { setLogger } from './logger.js';
import { createTestTrack, readTestTrack } from './test-track.js';

export type { CertificatePEM } from '../certificate/pem.js';
export type { BitrateSettings } from './bitrate.js';
export type { CodecPattern, CodecPolicy, CodecRules } from './codec-policy.js';
export type { LogEntry, LoggerOptions, LogLevel } from './logger.js';
export type { TestAudioOptions, TestVideoOptions } from './test-options.js';
export type { AudioReading, TrackReading, VideoReading } from '../mediastream/track-readers.js';

/** An open connection no longer keeps the process from ending, as `socket.unref()`. */
function unref(connection: RTCPeerConnection): void {
  connectionOf(connection, 'nonstandard.unref').keepAlive.unref();
}

/** Takes `unref` back. */
function ref(connection: RTCPeerConnection): void {
  connectionOf(connection, 'nonstandard.ref').keepAlive.ref();
}

export const nonstandard = Object.freeze({
  certificateFromPEM,
  certificateToPEM,
  createTestTrack,
  readTestTrack,
  ref,
  setBitrate,
  setCodecPolicy,
  setLogger,
  takeWaits,
  unref,
});
