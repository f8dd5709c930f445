import type { Connection } from './connection.js';

/**
 * libwebrtc says that negotiation was needed when it posted the event; whether
 * it still is, it is asked just before the event fires. An answer that an
 * operation overtook counts for nothing.
 *
 * @see https://w3c.github.io/webrtc-pc/#dfn-update-the-negotiation-needed-flag
 */
export function negotiationNeeded(connection: Connection, eventId: number): void {
  const { native, operations } = connection;
  const started = operations.started;
  void operations.run(
    (request) => {
      native.shouldFireNegotiationNeeded(request, eventId);
    },
    (error, isNeeded: boolean) => {
      if (connection.isClosed || error !== null) return;
      if (operations.started !== started) {
        negotiationNeeded(connection, eventId);
      } else if (isNeeded) {
        connection.fire(new Event('negotiationneeded'));
      }
    },
  );
}
