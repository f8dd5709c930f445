import { setNativeLogger } from '../internal/environment.js';
import { reportException } from '../internal/queue-task.js';
import {
  callback,
  dictionary,
  enumeration,
  member,
  nullable,
  required,
  types,
} from '../webidl/index.js';
import type { Infer } from '../webidl/index.js';

export const LogLevel = enumeration('LogLevel', ['verbose', 'info', 'warning', 'error']);
export type LogLevel = Infer<typeof LogLevel>;

/** One line of libwebrtc's log. */
export interface LogEntry {
  readonly level: LogLevel;
  /** The file of libwebrtc that it comes from, such as `p2p_transport_channel.cc`. */
  readonly source: string;
  readonly message: string;
}

export const LoggerOptions = dictionary('LoggerOptions', {
  /** The least severe level that is wanted. */
  level: member(LogLevel, 'warning'),
  /** A part of the names of the sources that are wanted; empty: all. */
  source: member(types.DOMString, ''),
  callback: required(callback<(entry: LogEntry) => void>('LogCallback')),
});
export type LoggerOptions = Infer<typeof LoggerOptions>;

/**
 * Hands libwebrtc's log to a function; `null` stops that. There is one logger
 * in a process: the last call counts, in whichever thread it was made.
 */
export function setLogger(options: LoggerOptions | null): void {
  const context = 'nonstandard.setLogger: options';
  const converted = nullable(LoggerOptions).convert(options, context);
  if (converted === null) {
    setNativeLogger(null, '', () => undefined);
    return;
  }
  const { level, source, callback: log } = converted;
  setNativeLogger(level, source, (entry) => {
    try {
      log(entry);
    } catch (exception) {
      reportException(exception);
    }
  });
}
