import { RTCError } from '../events/RTCError.js';
import type { NativeError, NativeErrorType } from '../native.js';

/** The names of DOMException that the standards' methods use. */
export type ExceptionName =
  | 'DataCloneError'
  | 'InvalidAccessError'
  | 'InvalidModificationError'
  | 'InvalidStateError'
  | 'NetworkError'
  | 'NotReadableError'
  | 'NotSupportedError'
  | 'OperationError'
  | 'SyntaxError'
  | 'UnknownError';

/** What a native error becomes; one with a detail becomes an RTCError instead. */
const exceptions: Readonly<Record<NativeErrorType, ExceptionName | 'RangeError'>> = {
  none: 'OperationError',
  'unsupported-operation': 'OperationError',
  'unsupported-parameter': 'OperationError',
  'invalid-parameter': 'InvalidAccessError',
  'invalid-range': 'RangeError',
  'syntax-error': 'SyntaxError',
  'invalid-state': 'InvalidStateError',
  'invalid-modification': 'InvalidModificationError',
  'network-error': 'NetworkError',
  'resource-exhausted': 'OperationError',
  'internal-error': 'OperationError',
  'operation-error-with-data': 'OperationError',
  'certificate-error': 'NotReadableError',
};

export interface ExceptionOptions {
  /** What was being done, before the message: `RTCPeerConnection.createOffer`. */
  readonly context?: string;
  /** Names that the algorithm gives where it differs from the table. */
  readonly names?: Partial<Readonly<Record<NativeErrorType, ExceptionName>>>;
}

export function isNativeError(value: unknown): value is NativeError {
  const type = (value as Partial<NativeError> | null | undefined)?.type;
  return typeof type === 'string' && Object.hasOwn(exceptions, type);
}

/** The RTCError of a native error that has a detail. */
export function toRTCError(error: NativeError, context?: string): RTCError {
  const { detail, sctpCauseCode, sdpLineNumber } = error;
  return new RTCError(
    {
      errorDetail: detail === 'none' ? 'data-channel-failure' : detail,
      ...(sctpCauseCode === null ? {} : { sctpCauseCode }),
      ...(sdpLineNumber === null ? {} : { sdpLineNumber }),
    },
    withContext(error.message, context),
  );
}

/** What a failed native operation throws or rejects with. */
export function toException(
  error: NativeError,
  { context, names }: ExceptionOptions = {},
): DOMException | RangeError {
  const given = names?.[error.type];
  if (given === undefined && error.detail !== 'none') return toRTCError(error, context);
  const name = given ?? exceptions[error.type];
  const message = withContext(error.message, context);
  return name === 'RangeError' ? new RangeError(message) : exception(name, message);
}

/** A DOMException whose name is one of the standards'. */
export function exception(name: ExceptionName, message: string): DOMException {
  return new DOMException(message, name);
}

function withContext(message: string, context: string | undefined): string {
  return context === undefined ? message : `${context}: ${message}`;
}
