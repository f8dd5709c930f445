import { RTCRtpSendParameters, RTCSetParameterOptions } from '../idl/index.js';
import type { RTCRtpCapabilities } from '../idl/index.js';
import type { MediaStream } from '../mediastream/MediaStream.js';
import type { MediaStreamTrack } from '../mediastream/MediaStreamTrack.js';
import { gatherStats } from '../peerconnection/get-stats.js';
import type { RTCStatsReport } from '../stats/RTCStatsReport.js';
import type { RTCDtlsTransport } from '../transports/RTCDtlsTransport.js';
import {
  checkConstruct,
  defineInterface,
  interfaceType,
  kConstruct,
  nullable,
  types,
} from '../webidl/index.js';
import { getCapabilities } from './capabilities.js';
import { replaceTrack, setStreams } from './replace-track.js';
import { RTCDTMFSender } from './RTCDTMFSender.js';
import { getParameters, setParameters } from './send-parameters.js';
import type { Transceiver } from './transceiver.js';

const Track = nullable(interfaceType<MediaStreamTrack>('MediaStreamTrack'));
const Stream = interfaceType<MediaStream>('MediaStream');

/** The slots of the transceiver that a sender belongs to. */
export let transceiverOf: (sender: RTCRtpSender) => Transceiver;

/**
 * Encodes a track and sends it to the remote peer.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcrtpsender-interface
 */
export class RTCRtpSender {
  readonly #transceiver: Transceiver;
  readonly #dtmf: RTCDTMFSender | null;

  /** @internal */
  constructor(token: symbol, transceiver: Transceiver) {
    checkConstruct(token);
    this.#transceiver = transceiver;
    this.#dtmf = transceiver.kind === 'audio' ? new RTCDTMFSender(kConstruct, transceiver) : null;
  }

  get track(): MediaStreamTrack | null {
    return this.#transceiver.senderTrack;
  }

  /** What it sends over; `null` until a description made it. */
  get transport(): RTCDtlsTransport | null {
    return this.#transceiver.transport;
  }

  /** Sends the tones of a telephone's keys; `null` for video. */
  get dtmf(): RTCDTMFSender | null {
    return this.#dtmf;
  }

  /** Codecs and header extensions that can be sent; `null` for a kind that is none. */
  static getCapabilities(kind: string): RTCRtpCapabilities | null {
    const context = 'RTCRtpSender.getCapabilities: kind';
    return getCapabilities('send', types.DOMString.convert(kind, context));
  }

  /**
   * Changes how the track is sent, without negotiation.
   *
   * Rejects with InvalidStateError when the transceiver is stopped or `getParameters()` was not
   * called in this task, with InvalidModificationError when a read-only member was changed, with
   * RangeError for a scale below 1 or a negative frame rate, else with OperationError.
   *
   * @param parameters what `getParameters()` gave, changed
   * @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpsender-setparameters
   */
  setParameters(
    parameters: RTCRtpSendParameters,
    setParameterOptions: RTCSetParameterOptions = {},
  ): Promise<void> {
    const context = 'RTCRtpSender.setParameters';
    return setParameters(
      this.#transceiver,
      RTCRtpSendParameters.convert(parameters, `${context}: parameters`),
      RTCSetParameterOptions.convert(setParameterOptions, `${context}: setParameterOptions`),
    );
  }

  /** How the track is sent; in one task always the same. */
  getParameters(): RTCRtpSendParameters {
    return getParameters(this.#transceiver);
  }

  /**
   * Sends another track instead, or none, without negotiation.
   *
   * Rejects with TypeError for a track of another kind, with InvalidStateError when the
   * transceiver is stopped or the connection is closed, with InvalidModificationError when the
   * track cannot be sent as was negotiated.
   *
   * @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpsender-replacetrack
   */
  replaceTrack(withTrack: MediaStreamTrack | null): Promise<void> {
    const context = 'RTCRtpSender.replaceTrack';
    return replaceTrack(this.#transceiver, Track.convert(withTrack, `${context}: withTrack`));
  }

  /**
   * The streams that the remote peer's track is put in, by their ids.
   *
   * @throws InvalidStateError when the connection is closed
   */
  setStreams(...streams: MediaStream[]): void {
    const context = 'RTCRtpSender.setStreams: streams';
    setStreams(
      this.#transceiver,
      streams.map((stream, index) => Stream.convert(stream, `${context}[${index}]`)),
    );
  }

  /** Of what is sent here. */
  getStats(): Promise<RTCStatsReport> {
    const { connection, native } = this.#transceiver;
    return gatherStats(
      connection,
      { transceiver: native, side: 'sender' },
      'RTCRtpSender.getStats',
    );
  }

  static {
    transceiverOf = (sender) => sender.#transceiver;
    defineInterface(this, {
      is: (value) => #transceiver in value,
      constructorLength: 0,
      promises: ['setParameters', 'replaceTrack', 'getStats'],
    });
  }
}
