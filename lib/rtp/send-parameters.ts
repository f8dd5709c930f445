import { randomUUID } from 'node:crypto';

import { RTCRtpSendParameters } from '../idl/index.js';
import type {
  ConvertedEncoding,
  ConvertedSendParameters,
  RTCDegradationPreference,
  RTCSetParameterOptions,
} from '../idl/index.js';
import { toException } from '../internal/errors.js';
import type {
  NativeDegradationPreference,
  NativeError,
  NativeSendParameters,
} from '../internal/native-types.js';
import { queueTask } from '../internal/queue-task.js';
import { isMediaCodec, isSameCodec } from './codec.js';
import { capabilitiesOf } from './capabilities.js';
import { encodingsFrom, nativeEncoding } from './encoding.js';
import { parametersFrom } from './parameters.js';
import { checkNotStopping } from './replace-track.js';
import { checkRanges, withScales } from './send-encodings.js';
import type { Transceiver } from './transceiver.js';

const context = 'RTCRtpSender.setParameters';

/** What a closed connection has left. */
const nothing: NativeSendParameters = {
  codecs: [],
  headerExtensions: [],
  rtcp: { cname: '', reducedSize: false },
  encodings: [],
  degradationPreference: null,
};

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpsender-getparameters */
export function getParameters(transceiver: Transceiver): RTCRtpSendParameters {
  // 2. If [[LastReturnedParameters]] is not null, return it: a copy, the program may change it.
  const { lastReturnedParameters: last } = transceiver;
  if (last !== null && transceiver.returnedInThisTask) {
    return RTCRtpSendParameters.convert(last, '');
  }
  // 3. Let result be a new RTCRtpSendParameters.
  const { connection, kind, native } = transceiver;
  const found = connection.isClosed ? nothing : native.getSendParameters();
  const { degradationPreference } = found;
  const result = RTCRtpSendParameters.convert(
    {
      ...parametersFrom(found),
      transactionId: randomUUID(),
      encodings: encodingsFrom(found.encodings, kind),
      ...(degradationPreference === null
        ? {}
        : { degradationPreference: preferenceFrom(degradationPreference) }),
    },
    '',
  );
  // 4. and 5. Set [[LastReturnedParameters]] to result. The text forgets it in a task; as in
  // Chrome, it can be set later, until it is asked for anew.
  transceiver.lastReturnedParameters = result;
  transceiver.returnedInThisTask = true;
  queueTask(() => {
    transceiver.returnedInThisTask = false;
  });
  // 6. Return result.
  return RTCRtpSendParameters.convert(result, '');
}

function preferenceFrom(native: NativeDegradationPreference): RTCDegradationPreference {
  return native === 'disabled' ? 'maintain-framerate-and-resolution' : native;
}

function nativePreference(
  preference: RTCDegradationPreference | undefined,
): NativeDegradationPreference | null {
  if (preference === undefined) return null;
  return preference === 'maintain-framerate-and-resolution' ? 'disabled' : preference;
}

function refuse(why: string): never {
  throw new DOMException(`${context}: ${why}`, 'InvalidModificationError');
}

/** What may not be changed, as it is compared. */
function readOnly(parameters: ConvertedSendParameters): string {
  const { transactionId, headerExtensions, rtcp, codecs, encodings } = parameters;
  const rids = encodings.map(({ rid }) => rid);
  return JSON.stringify([transactionId, headerExtensions, rtcp, codecs, rids]);
}

/** @see https://w3c.github.io/webrtc-pc/#dfn-setparameters-validation-steps */
function validate(
  { kind }: Transceiver,
  parameters: ConvertedSendParameters,
  last: ConvertedSendParameters,
): ConvertedEncoding[] {
  const { encodings } = parameters;
  // If the number of encodings is another one, reject with an InvalidModificationError.
  if (encodings.length !== last.encodings.length) {
    refuse(`parameters.encodings has ${encodings.length} entries, not ${last.encodings.length}`);
  }
  // If they were re-ordered, or a read-only parameter was changed, likewise.
  if (readOnly(parameters) !== readOnly(last)) {
    refuse('a read-only member of parameters differs from what getParameters() gave');
  }
  // If an encoding has a codec that is not to be chosen from, likewise.
  const codecs =
    parameters.codecs.length > 0 ? parameters.codecs : capabilitiesOf('send', kind).codecs;
  const choosableCodecs = codecs.filter(isMediaCodec);
  for (const { codec } of encodings) {
    if (codec === undefined || choosableCodecs.some((found) => isSameCodec(found, codec))) continue;
    refuse(`${codec.mimeType} cannot be chosen for an encoding`);
  }
  // Of audio, scaleResolutionDownBy and maxFramerate count for nothing.
  if (kind === 'audio') return encodings;
  // Of video, a scale that is not there is 1.0.
  const scaled = withScales(encodings, () => 1);
  // A scale below 1.0, or a frame rate below 0.0, is a RangeError.
  checkRanges(scaled, `${context}: parameters.encodings`);
  return scaled;
}

/** What libwebrtc refuses is an OperationError, but for what the text names. */
function settingError(error: NativeError): Error {
  const named = ['invalid-modification', 'invalid-state', 'invalid-range'].includes(error.type);
  return toException(named ? error : { ...error, type: 'internal-error' }, { context });
}

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpsender-setparameters */
export function setParameters(
  transceiver: Transceiver,
  parameters: ConvertedSendParameters,
  { encodingOptions = [] }: RTCSetParameterOptions,
): Promise<void> {
  const { connection, kind, native, lastReturnedParameters: last } = transceiver;
  // 4. If [[Stopping]] is true, reject with an InvalidStateError.
  checkNotStopping(transceiver, context);
  // 5. If [[LastReturnedParameters]] is null, reject with an InvalidStateError.
  if (last === null) {
    const message = `${context}: getParameters() was not called since the last change`;
    throw new DOMException(message, 'InvalidStateError');
  }
  // 6. Validate parameters.
  const encodings = validate(transceiver, parameters, last);
  // (webrtc-extensions) If there are options, but not one per encoding, reject.
  const options = kind === 'audio' ? [] : encodingOptions;
  if (options.length > 0 && options.length !== encodings.length) {
    refuse(`${options.length} encodingOptions do not go with ${encodings.length} encodings`);
  }
  // 8. In parallel, configure the media stack.
  return connection.operations.run<null, undefined>(
    (request) => {
      native.setSendParameters(
        request,
        encodings.map((encoding, index) =>
          nativeEncoding(encoding, kind, options[index]?.keyFrame ?? false),
        ),
        nativePreference(parameters.degradationPreference),
      );
    },
    (error) => {
      if (error !== null) throw settingError(error);
      // 8.1. Set [[LastReturnedParameters]] to null and [[SendEncodings]] to the encodings.
      transceiver.lastReturnedParameters = null;
      transceiver.isActive = encodings[0]?.active ?? true;
    },
  );
}
