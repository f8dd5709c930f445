import { once } from 'node:events';

import WebSocket from 'ws';

import type { RTCPeerConnection, RTCSessionDescriptionInit } from '../../lib/index.js';
import { within } from './wait.js';

/** What a plugin tells: an answer to a request, or by itself. */
export interface JanusEvent {
  readonly data: Readonly<Record<string, unknown>>;
  readonly jsep?: RTCSessionDescriptionInit;
}

interface Message {
  readonly janus: string;
  readonly transaction?: string;
  readonly sender?: number;
  readonly data?: { readonly id: number };
  readonly plugindata?: { readonly data: Readonly<Record<string, unknown>> };
  readonly jsep?: RTCSessionDescriptionInit;
  readonly error?: { readonly reason: string };
}

/**
 * A session with a Janus server.
 *
 * @see https://janus.conf.meetecho.com/docs/rest
 */
export class JanusSession {
  readonly #socket: WebSocket;
  /** By transaction, or by handle and event. */
  readonly #waiting = new Map<string, (message: Message) => void>();
  readonly #happened = new Set<string>();
  #id = 0;
  #transactions = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as Message;
      const { janus, transaction, sender = 0 } = message;
      if (janus === 'ack') return;
      const key = transaction ?? `${sender} ${janus}`;
      if (transaction === undefined) this.#happened.add(key);
      this.#waiting.get(key)?.(message);
    });
  }

  static async open(url: string): Promise<JanusSession> {
    const socket = new WebSocket(url, 'janus-protocol');
    await within(once(socket, 'open'), `connection to ${url}`);
    const session = new JanusSession(socket);
    const { data } = await session.request({ janus: 'create' });
    session.#id = data!.id;
    return session;
  }

  async attach(plugin: string): Promise<JanusHandle> {
    const { data } = await this.request({ janus: 'attach', plugin: `janus.plugin.${plugin}` });
    return new JanusHandle(this, data!.id);
  }

  close(): void {
    this.#socket.terminate();
  }

  /** Resolves with the final reply: an acknowledgement is none. */
  async request(message: object): Promise<Message> {
    const transaction = String((this.#transactions += 1));
    const reply = this.#next(transaction, JSON.stringify(message).slice(0, 200));
    this.send({ ...message, transaction });
    const { error, ...rest } = await reply;
    if (error) throw new Error(`Janus: ${error.reason}`);
    return rest;
  }

  /** Resolves when the event came to the handle. */
  async happened(handle: number, event: string): Promise<void> {
    const key = `${handle} ${event}`;
    if (!this.#happened.has(key)) await this.#next(key, key);
  }

  send(message: object): void {
    const session = this.#id === 0 ? {} : { session_id: this.#id };
    this.#socket.send(JSON.stringify({ ...message, ...session }));
  }

  async #next(key: string, what: string): Promise<Message> {
    const message = new Promise<Message>((resolve) => this.#waiting.set(key, resolve));
    try {
      return await within(message, `Janus: ${what}`);
    } finally {
      this.#waiting.delete(key);
    }
  }
}

/** One connection of a session to a plugin, which can have one peer connection. */
export class JanusHandle {
  readonly #session: JanusSession;
  readonly #id: number;

  constructor(session: JanusSession, id: number) {
    this.#session = session;
    this.#id = id;
  }

  /** Resolves with the plugin's answer, its error an Error. */
  async request(body: object, jsep?: RTCSessionDescriptionInit): Promise<JanusEvent> {
    const handle = { janus: 'message', handle_id: this.#id };
    const reply = await this.#session.request({ ...handle, body, ...(jsep && { jsep }) });
    const data = reply.plugindata!.data;
    if (data['error'] !== undefined) throw new Error(`Janus: ${JSON.stringify(data)}`);
    return { data, ...(reply.jsep && { jsep: reply.jsep }) };
  }

  /** `webrtcup`: media can pass. `hangup`: the peer connection is gone. */
  happened(event: 'webrtcup' | 'hangup'): Promise<void> {
    return this.#session.happened(this.#id, event);
  }

  /** Sends our offer with a request and takes the answer. */
  async offer(pc: RTCPeerConnection, body: object): Promise<JanusEvent> {
    this.#trickle(pc);
    await pc.setLocalDescription();
    const event = await this.request(body, pc.localDescription!.toJSON());
    await pc.setRemoteDescription(event.jsep!);
    return event;
  }

  /** Sends our answer to an offer of Janus's. */
  async answer(
    pc: RTCPeerConnection,
    offer: RTCSessionDescriptionInit,
    body: object,
  ): Promise<JanusEvent> {
    this.#trickle(pc);
    await pc.setRemoteDescription(offer);
    await pc.setLocalDescription();
    return this.request(body, pc.localDescription!.toJSON());
  }

  /** Ours; Janus has all of its own in its descriptions. */
  #trickle(pc: RTCPeerConnection): void {
    pc.addEventListener('icecandidate', ({ candidate }) => {
      const what = candidate === null ? { completed: true } : candidate.toJSON();
      this.#session.send({
        ...{ janus: 'trickle', handle_id: this.#id, candidate: what },
        transaction: 'trickle',
      });
    });
  }
}
