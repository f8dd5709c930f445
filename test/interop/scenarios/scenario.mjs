import { Log, next, within } from './log.mjs';
import { Names } from './names.mjs';
import { Peer } from './peer.mjs';

/**
 * What a scenario plays with.
 *
 * Descriptions are handed over with their candidates in them, so that no
 * addIceCandidate() gets into the operations chain at a time that is a race.
 */
export class Stage {
  log = new Log();
  names = new Names();
  #scope;
  #connects;
  #peers = [];
  #tracks = [];
  #barrier;

  /**
   * @param scope has the browser's names, RTCPeerConnection and what belongs to it, and
   *   `makeTrack(kind)` that gives a MediaStreamTrack of a source of its own
   * @param connects false: nothing is gathered, so that nothing connects; how far that got would
   *   be a race
   */
  constructor(scope, connects) {
    this.#scope = scope;
    this.#connects = connects;
    this.#barrier = new scope.RTCPeerConnection();
  }

  get scope() {
    return this.#scope;
  }

  /** A live track, `audio1`. */
  track(kind) {
    const track = this.names.give(this.#scope.makeTrack(kind), kind);
    this.#tracks.push(track);
    return track;
  }

  /** A new stream, `s1`. */
  stream(...tracks) {
    return this.names.give(new this.#scope.MediaStream(tracks), 's');
  }

  peer(name, options) {
    const iceTransportPolicy = this.#connects ? 'all' : 'relay';
    const configuration = { iceTransportPolicy, ...options };
    const peer = new Peer(name, this, new this.#scope.RTCPeerConnection(configuration));
    this.#peers.push(peer);
    return peer;
  }

  pair() {
    return [this.peer('a'), this.peer('b')];
  }

  /**
   * Returns when all that was under way on the engine's threads has arrived:
   * statistics go over all of them and back, and one task may start the next,
   * of JavaScript's own too.
   */
  async flush() {
    for (let round = 0; round < 4; round += 1) {
      await within(this.#barrier.getStats(), 'flush');
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  /** The next event of any object. */
  next(target, type, fits) {
    return next(target, type, fits);
  }

  /** Waits for what may never settle: what a closed connection was asked for. */
  async settled(promise) {
    await Promise.race([promise, this.flush()]);
  }

  /** One round of signalling. */
  async signal(offerer, answerer, options) {
    const offer = await offerer.call('createOffer', ...(options ? [options] : []));
    await offerer.call('setLocalDescription', offer);
    await answerer.call('setRemoteDescription', offer);
    const answer = await answerer.call('createAnswer');
    await answerer.call('setLocalDescription', answer);
    await offerer.call('setRemoteDescription', answer);
  }

  /** One round after which both sides connect, or stay connected over new credentials. */
  async connect(offerer, answerer, options) {
    const offered = offerer.gathered();
    await offerer.call(
      'setLocalDescription',
      await offerer.call('createOffer', ...(options ? [options] : [])),
    );
    await offered;
    const answered = answerer.gathered();
    await answerer.call('setRemoteDescription', offerer.pc.localDescription);
    await answerer.call('setLocalDescription', await answerer.call('createAnswer'));
    await answered;
    await offerer.call('setRemoteDescription', answerer.pc.localDescription);
    await Promise.all([offerer.connected(), answerer.connected()]);
  }

  /** Two peers with an open channel `x`, made by a. */
  async connectedPair() {
    const [a, b] = this.pair();
    const local = await a.needChannel('x');
    await this.connect(a, b);
    await local.opened();
    await (await b.remoteChannel('x')).opened();
    return [a, b];
  }

  async end() {
    await this.flush();
    for (const peer of this.#peers) peer.noteMedia();
    this.log.end();
    for (const track of this.#tracks) track.stop();
    for (const peer of [...this.#peers, { pc: this.#barrier }]) peer.pc.close();
  }
}

/** Lanes of what comes from the network, of use only where a scenario waits for it. */
const network = /^\w+ (gathering|ice|connection)$/;

/**
 * @param {{name: string, connects?: boolean, run: (stage: Stage) => Promise<void>}} scenario
 *   `connects`: it waits for connections, so that what comes from the network is logged too
 * @returns {Promise<Record<string, string[]>>} the entries by lane
 */
export async function play({ run, connects = false }, scope) {
  const stage = new Stage(scope, connects);
  try {
    await run(stage);
  } catch (error) {
    stage.log.add('scenario', `failed: ${error.stack}`);
  }
  await stage.end();
  const lanes = Object.entries(stage.log.lanes);
  return Object.fromEntries(lanes.filter(([lane]) => connects || !network.test(lane)));
}
