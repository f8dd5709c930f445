import type {
  RTCRtpCapabilities,
  RTCRtpContributingSource,
  RTCRtpReceiveParameters,
  RTCRtpSynchronizationSource,
} from '../idl/index.js';
import type { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import { gatherStats } from '../peerconnection/get-stats.js';
import type { RTCStatsReport } from '../stats/RTCStatsReport.js';
import type { RTCDtlsTransport } from '../transports/RTCDtlsTransport.js';
import { checkConstruct, defineInterface, nullable, types } from '../webidl/index.js';
import { getCapabilities } from './capabilities.js';
import { parametersFrom } from './parameters.js';
import { Sources } from './sources.js';
import type { Transceiver } from './transceiver.js';

const Target = nullable(types.DOMHighResTimeStamp);

/** Milliseconds. */
const MAX_JITTER_BUFFER_TARGET = 4000;

/**
 * Receives and decodes a track of the remote peer.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcrtpreceiver-interface
 */
export class RTCRtpReceiver {
  readonly #transceiver: Transceiver;
  readonly #sources: Sources;
  #jitterBufferTarget: number | null = null;

  /** @internal */
  constructor(token: symbol, transceiver: Transceiver) {
    checkConstruct(token);
    this.#transceiver = transceiver;
    this.#sources = new Sources(transceiver);
  }

  get track(): MediaStreamTrack {
    return this.#transceiver.receiverTrack;
  }

  /** What it receives over; `null` until a description made it. */
  get transport(): RTCDtlsTransport | null {
    return this.#transceiver.transport;
  }

  /** Milliseconds, 0 to 4000, that media is buffered for; `null`: as long as the network asks for. */
  get jitterBufferTarget(): number | null {
    return this.#jitterBufferTarget;
  }

  /**
   * @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpreceiver-jitterbuffertarget
   * @throws RangeError for what is not within 0 to 4000
   */
  set jitterBufferTarget(value: number | null) {
    const context = 'RTCRtpReceiver.jitterBufferTarget';
    const target = Target.convert(value, context);
    // 3. If target is negative or larger than 4000, throw a RangeError.
    if (target !== null && (target < 0 || target > MAX_JITTER_BUFFER_TARGET)) {
      throw new RangeError(`${context}: ${target} is not within 0 to ${MAX_JITTER_BUFFER_TARGET}`);
    }
    // 4. Set [[JitterBufferTarget]] to target.
    this.#jitterBufferTarget = target;
    // 5. and 6. The implementation approaches it.
    const { connection, native } = this.#transceiver;
    if (!connection.isClosed) native.setJitterBufferTarget(target);
  }

  /** Codecs and header extensions that can be received; `null` for a kind that is none. */
  static getCapabilities(kind: string): RTCRtpCapabilities | null {
    const context = 'RTCRtpReceiver.getCapabilities: kind';
    return getCapabilities('receive', types.DOMString.convert(kind, context));
  }

  /** @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpreceiver-getparameters */
  getParameters(): RTCRtpReceiveParameters {
    const { connection, native } = this.#transceiver;
    if (connection.isClosed) {
      return { codecs: [], headerExtensions: [], rtcp: { reducedSize: false } };
    }
    const { codecs, headerExtensions, rtcp } = parametersFrom(native.getReceiveParameters());
    // rtcp.cname is left out.
    return { codecs, headerExtensions, rtcp: { reducedSize: rtcp.reducedSize ?? false } };
  }

  /** The CSRCs whose media was played within the last 10 seconds, newest first. */
  getContributingSources(): RTCRtpContributingSource[] {
    return this.#sources.read('csrc');
  }

  /** The SSRCs whose media was played within the last 10 seconds, newest first. */
  getSynchronizationSources(): RTCRtpSynchronizationSource[] {
    return this.#sources.read('ssrc');
  }

  /** Of what is received here. */
  getStats(): Promise<RTCStatsReport> {
    const { connection, native } = this.#transceiver;
    const selector = { transceiver: native, side: 'receiver' } as const;
    return gatherStats(connection, selector, 'RTCRtpReceiver.getStats');
  }

  static {
    defineInterface(this, {
      is: (value) => #transceiver in value,
      constructorLength: 0,
      promises: ['getStats'],
    });
  }
}
