/** One side of the relay. What arrives before anybody listens is kept. */
export class Signal {
  #socket;
  #listener;
  #early = [];

  /** @param {WebSocket} socket of the browser or of `ws`, not open yet */
  constructor(socket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(data);
      if (this.#listener) this.#listener(message);
      else this.#early.push(message);
    });
  }

  /** @param {string} url @param {typeof WebSocket} WebSocket @returns {Promise<Signal>} */
  static open(url, WebSocket) {
    const socket = new WebSocket(url);
    const signal = new Signal(socket);
    return new Promise((resolve, reject) => {
      socket.addEventListener('open', () => resolve(signal));
      socket.addEventListener('error', () => reject(new Error(`no connection to ${url}`)));
    });
  }

  set onmessage(listener) {
    this.#listener = listener;
    for (const message of this.#early.splice(0)) listener(message);
  }

  set onclose(listener) {
    this.#socket.addEventListener('close', listener);
  }

  send(message) {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  close() {
    this.#socket.close();
  }
}
