import { WebSocket, WebSocketServer } from 'ws';

import { Signal } from './shared/signal.mjs';

/**
 * Rooms of two over WebSockets: what one says the other hears, also what was
 * said before the other came.
 *
 * @param {import('node:http').Server} server
 * @param {{onroom?: (room: string) => void}} [options] `onroom`: somebody opened a room
 */
export function relay(server, { onroom } = {}) {
  const rooms = new Map();
  const sockets = new WebSocketServer({ server, path: '/signal' });
  sockets.on('connection', (socket, request) => {
    const name = new URL(request.url, 'http://localhost').searchParams.get('room') ?? 'demo';
    const room = rooms.get(name) ?? { members: [], early: [] };
    if (room.members.length === 2) return socket.close(1013, 'two are here already');
    rooms.set(name, room);
    room.members.push(socket);
    for (const message of room.early.splice(0)) socket.send(message);
    socket.on('message', (data) => {
      const other = room.members.find((member) => member !== socket);
      if (other) other.send(String(data));
      else room.early.push(String(data));
    });
    socket.on('close', () => {
      rooms.delete(name);
      for (const member of room.members) member.close();
    });
    if (room.members.length === 1) onroom?.(name);
  });
  return sockets;
}

/** @param {string} url of the relay @returns {Promise<Signal>} */
export const openSignal = (url) => Signal.open(url, WebSocket);
