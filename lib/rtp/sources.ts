import type { RTCRtpContributingSource } from '../idl/index.js';
import type { NativeRtpSource } from '../internal/native-types.js';
import { queueTask } from '../internal/queue-task.js';
import type { Transceiver } from './transceiver.js';

/** Milliseconds that a source is remembered for. */
const MAX_AGE = 10_000;

interface Source {
  readonly kind: NativeRtpSource['kind'];
  readonly dictionary: RTCRtpContributingSource;
}

/**
 * What was played of which source; in one task always the same.
 *
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpcontributingsource
 */
export class Sources {
  readonly #transceiver: Transceiver;
  #read: readonly Source[] | null = null;

  constructor(transceiver: Transceiver) {
    this.#transceiver = transceiver;
  }

  read(wanted: NativeRtpSource['kind']): RTCRtpContributingSource[] {
    const { connection, native } = this.#transceiver;
    if (connection.isClosed) return [];
    if (this.#read === null) {
      this.#read = sourcesFrom(native.getSources());
      queueTask(() => {
        this.#read = null;
      });
    }
    return this.#read
      .filter(({ kind }) => kind === wanted)
      .map(({ dictionary }) => ({ ...dictionary }));
  }
}

function sourcesFrom(natives: readonly NativeRtpSource[]): Source[] {
  const now = performance.timeOrigin + performance.now();
  return natives
    .filter(({ age }) => age <= MAX_AGE)
    .sort((a, b) => a.age - b.age)
    .map(({ kind, source, age, rtpTimestamp, ...rest }) => {
      const { audioLevel, captureTimestamp, senderCaptureTimeOffset } = rest;
      return {
        kind,
        dictionary: {
          ...(audioLevel !== null && { audioLevel }),
          ...(captureTimestamp !== null && { captureTimestamp }),
          rtpTimestamp,
          ...(senderCaptureTimeOffset !== null && { senderCaptureTimeOffset }),
          source,
          timestamp: now - age,
        },
      };
    });
}
