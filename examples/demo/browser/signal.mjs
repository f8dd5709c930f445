/** @returns {Promise<object>} this page's side of the relay */
export function openSignal(room) {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  const socket = new WebSocket(`${scheme}://${location.host}/signal?room=${room}`);
  const signal = {
    send: (message) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    },
    onmessage: () => {},
  };
  socket.addEventListener('message', ({ data }) => signal.onmessage(JSON.parse(data)));
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve(signal));
    socket.addEventListener('error', () => reject(new Error('no connection to the server')));
  });
}
