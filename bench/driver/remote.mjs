/**
 * The other side as one connection hears of it. Candidates wait for the remote
 * description, which not every library does by itself.
 */
export class Remote {
  #connection;
  #described = false;
  #waiting = [];

  /** @param {RTCPeerConnection} connection */
  constructor(connection) {
    this.#connection = connection;
  }

  async describe(description) {
    await this.#connection.setRemoteDescription(description);
    this.#described = true;
    for (const candidate of this.#waiting.splice(0)) this.#add(candidate);
  }

  addCandidate(candidate) {
    if (this.#described) this.#add(candidate);
    else this.#waiting.push(candidate);
  }

  #add(candidate) {
    // One may come late, when the connection is closed.
    Promise.resolve(this.#connection.addIceCandidate(candidate)).catch(() => {});
  }
}
