/** What the standards do not have. */
import { certificateFromPEM, certificateToPEM } from '../certificate/pem.js';
import { takeWaits } from '../internal/environment.js';
import { connectionOf } from '../peerconnection/RTCPeerConnection.js';
import type { RTCPeerConnection } from '../peerconnection/RTCPeerConnection.js';
import { setBitrate } from './bitrate.js';
import { setCodecPolicy } from './codec-policy.js';
import { i420ToRgba, rgbaToI420 } from './i420.js';
import { setLogger } from './logger.js';
import { RTCAudioSink } from './RTCAudioSink.js';
import { RTCAudioSource } from './RTCAudioSource.js';
import { RTCVideoSink } from './RTCVideoSink.js';
import { RTCVideoSource } from './RTCVideoSource.js';
import { createTestTrack, readTestTrack } from './test-track.js';
import { fromTransferable, toTransferable } from './transferable.js';

export type { CertificatePEM } from '../certificate/pem.js';
export type { BitrateSettings } from './bitrate.js';
export type { CodecPattern, CodecPolicy, CodecRules } from './codec-policy.js';
export type { RTCVideoFrameBytes } from './i420.js';
export type { LogEntry, LoggerOptions, LogLevel } from './logger.js';
export type {
  AudioSinkEvent,
  RTCAudioSink,
  RTCAudioSinkEventMap,
  RTCAudioSinkOptions,
} from './RTCAudioSink.js';
export type {
  RTCAudioSource,
  RTCAudioSourceData,
  RTCAudioSourceEventMap,
  UnderrunEvent,
} from './RTCAudioSource.js';
export type { RTCVideoSink, RTCVideoSinkEventMap } from './RTCVideoSink.js';
export type { RTCVideoSource, RTCVideoSourceFrame, RTCVideoSourceInit } from './RTCVideoSource.js';
export type { RTCVideoFrame, VideoSinkEvent } from './video-events.js';
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
  RTCAudioSink,
  RTCAudioSource,
  RTCVideoSink,
  RTCVideoSource,
  certificateFromPEM,
  certificateToPEM,
  createTestTrack,
  fromTransferable,
  i420ToRgba,
  readTestTrack,
  ref,
  rgbaToI420,
  setBitrate,
  setCodecPolicy,
  setLogger,
  takeWaits,
  toTransferable,
  unref,
});
