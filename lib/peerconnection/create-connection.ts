import { listen } from '../internal/dispatcher.js';
import { createNativePeerConnection, prepareServers } from '../internal/environment.js';
import { isNativeError, toException } from '../internal/errors.js';
import {
  changedConfiguration,
  checkCertificates,
  convertConfiguration,
  nativeConfiguration,
} from './configuration.js';
import { Connection } from './connection.js';
import { receivePeerConnectionEvent } from './native-events.js';
import type { RTCPeerConnection } from './RTCPeerConnection.js';

function rethrow(error: unknown, context: string): never {
  throw isNativeError(error) ? toException(error, { context }) : error;
}

/**
 * @param receive finds the slots of the object again, which is held weakly
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-constructor
 */
export function createConnection(
  target: RTCPeerConnection,
  configuration: unknown,
  connectionOf: (target: RTCPeerConnection) => Connection,
): Connection {
  const context = 'RTCPeerConnection constructor';
  const converted = convertConfiguration(configuration, context);
  // 4. If a certificate has expired, throw an InvalidAccessError.
  checkCertificates(converted, context);
  // 10. Set the configuration specified by configuration.
  const wanted = nativeConfiguration(converted, context);
  let connection: Connection;
  try {
    connection = new Connection(target, createNativePeerConnection(wanted), converted);
  } catch (error) {
    return rethrow(error, context);
  }
  listen<'peerConnection', RTCPeerConnection>(connection.native.id, target, (found, ...event) => {
    receivePeerConnectionEvent(connectionOf(found), ...event);
  });
  return connection;
}

/** @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-setconfiguration */
export function setConfiguration(connection: Connection, configuration: unknown): void {
  const context = 'RTCPeerConnection.setConfiguration';
  const given = convertConfiguration(configuration, context);
  // 2. If [[IsClosed]] is true, throw an InvalidStateError.
  connection.checkOpen(context);
  // 3. Set the configuration specified by configuration.
  const { configuration: old, hasSetLocal } = connection;
  const changed = changedConfiguration(old, given, hasSetLocal, context);
  const wanted = nativeConfiguration(changed, context);
  prepareServers(wanted);
  connection.lastCreated.outdate();
  try {
    connection.native.setConfiguration(wanted);
  } catch (error) {
    rethrow(error, context);
  }
  connection.configuration = changed;
}
