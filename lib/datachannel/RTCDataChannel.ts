import type { RTCErrorEvent } from '../events/RTCErrorEvent.js';
import type { RTCDataChannelHandlers } from '../events/handlers.js';
import { typedEventTarget } from '../events/TypedEventTarget.js';
import { BinaryType } from '../idl/index.js';
import type { RTCDataChannelState, RTCPriorityType, SendData } from '../idl/index.js';
import { listen } from '../internal/dispatcher.js';
import { defineEventHandlers } from '../internal/event-handlers.js';
import type {
  NativeDataChannelFacts,
  NativeError,
  NativeEvent,
  NativeEvents,
} from '../internal/native-types.js';
import { queueTask } from '../internal/queue-task.js';
import type { Connection } from '../peerconnection/connection.js';
import { checkConstruct, defineInterface, enforceRange, types } from '../webidl/index.js';
import { errorEvent, messageEvent } from './channel-events.js';
import { SendBuffer } from './send-buffer.js';
import { messageFrom } from './send-data.js';
import { SendQueue } from './send-queue.js';

const Threshold = enforceRange(types.unsignedLong);

export interface RTCDataChannelEventMap {
  bufferedamountlow: Event;
  close: Event;
  closing: Event;
  error: RTCErrorEvent;
  message: MessageEvent;
  open: Event;
}

/**
 * Announces a channel as open in a task of its own, unless it was closed until
 * then; its other events wait. A remote one is open before, so that it can send.
 */
export let announceOpen: (channel: RTCDataChannel, isRemote: boolean) => void;
/** The connection was closed: the channel is closed at once, its `close` event comes in a task. */
export let closeAbruptly: (channel: RTCDataChannel) => void;

/**
 * A channel of messages between two peers.
 *
 * @see https://w3c.github.io/webrtc-pc/#rtcdatachannel
 */
export class RTCDataChannel extends typedEventTarget<
  RTCDataChannelEventMap,
  RTCDataChannelHandlers
>() {
  readonly #connection: Connection;
  readonly #facts: NativeDataChannelFacts;
  readonly #queue: SendQueue;
  readonly #buffer = new SendBuffer();
  #id: number | null;
  #readyState: RTCDataChannelState = 'connecting';
  #binaryType: BinaryType = 'arraybuffer';
  /** Events that wait until the channel was announced as open; null when none has to wait. */
  #held: NativeEvent<'dataChannel'>[] | null = null;

  /** @internal */
  constructor(token: symbol, connection: Connection, facts: NativeDataChannelFacts) {
    checkConstruct(token);
    super();
    this.#connection = connection;
    this.#facts = facts;
    this.#id = facts.id;
    this.#queue = new SendQueue(facts.channel, (bytes) => {
      this.#bytesLeft(bytes);
    });
    listen<'dataChannel', RTCDataChannel>(facts.channel.id, this, RTCDataChannel.#receive);
  }

  get label(): string {
    return this.#facts.label;
  }

  get ordered(): boolean {
    return this.#facts.ordered;
  }

  /** Milliseconds. */
  get maxPacketLifeTime(): number | null {
    return this.#facts.maxPacketLifeTime;
  }

  get maxRetransmits(): number | null {
    return this.#facts.maxRetransmits;
  }

  get protocol(): string {
    return this.#facts.protocol;
  }

  get negotiated(): boolean {
    return this.#facts.negotiated;
  }

  /** The SCTP stream; `null` until it is known. */
  get id(): number | null {
    return this.#id;
  }

  /** @see https://w3c.github.io/webrtc-priority/#dom-rtcdatachannel-priority */
  get priority(): RTCPriorityType {
    return this.#facts.priority;
  }

  get readyState(): RTCDataChannelState {
    return this.#readyState;
  }

  /** Bytes that `send()` accepted and the transport has not taken yet. */
  get bufferedAmount(): number {
    return this.#buffer.amount;
  }

  /** Bytes: `bufferedamountlow` fires when `bufferedAmount` falls to this. */
  get bufferedAmountLowThreshold(): number {
    return this.#buffer.lowThreshold;
  }

  set bufferedAmountLowThreshold(value: number) {
    this.#buffer.lowThreshold = Threshold.convert(
      value,
      'RTCDataChannel.bufferedAmountLowThreshold',
    );
  }

  /** What `message` events carry for binary messages. */
  get binaryType(): BinaryType {
    return this.#binaryType;
  }

  set binaryType(value: BinaryType) {
    const text = types.DOMString.convert(value, 'RTCDataChannel.binaryType');
    if (BinaryType.has(text)) this.#binaryType = text;
  }

  /**
   * @see https://w3c.github.io/webrtc-pc/#dom-rtcdatachannel-send
   * @throws InvalidStateError when the channel is not open, TypeError for data that is too
   *   large for the peer or cannot be sent at all, OperationError when the send buffer
   *   (16 MiB) is full; then nothing of the data is sent
   */
  send(data: SendData): void {
    const context = 'RTCDataChannel.send';
    // 2. If the channel is not open, throw an InvalidStateError.
    if (this.#readyState !== 'open') {
      throw new DOMException(
        `${context}: readyState is '${this.#readyState}', not 'open'`,
        'InvalidStateError',
      );
    }
    // 3. Execute the step that corresponds to the argument's type.
    const message = messageFrom(data, context);
    const { size } = message;
    // 4. If the byte size exceeds maxMessageSize, throw a TypeError.
    const largest = this.#connection.transports.sctp?.maxMessageSize ?? Infinity;
    if (size > largest) {
      throw new TypeError(`${context}: ${size} bytes exceed the maxMessageSize of ${largest}`);
    }
    // 5. Queue data; if not enough buffer space is available, throw an OperationError.
    this.#buffer.checkRoom(size, context);
    switch (message.kind) {
      case 'text':
        this.#queue.text(message.data);
        break;
      case 'binary':
        this.#queue.binary(message.buffer, message.offset, size);
        break;
      case 'blob':
        this.#queue.blob(message.data);
        break;
    }
    // 6. Increase the value of the [[BufferedAmount]] slot.
    this.#buffer.add(size);
  }

  /**
   * Closes the channel once what was sent has gone out.
   *
   * @see https://w3c.github.io/webrtc-pc/#dom-rtcdatachannel-close
   */
  close(): void {
    // 2. If the channel is closing or closed, abort these steps.
    if (this.#readyState === 'closing' || this.#readyState === 'closed') return;
    // 3. Set [[ReadyState]] to "closing".
    this.#readyState = 'closing';
    // 4. If the closing procedure has not started yet, start it.
    this.#queue.close();
  }

  static #receive(channel: RTCDataChannel, ...event: NativeEvent<'dataChannel'>): void {
    if (channel.#connection.isClosed) return;
    if (channel.#held !== null) channel.#held.push(event);
    else channel.#deliver(event);
  }

  #deliver([type, payload]: NativeEvent<'dataChannel'>): void {
    switch (type) {
      case 'state':
        this.#stateChanged(payload);
        break;
      case 'message':
        this.#messageReceived(payload);
        break;
      case 'sent':
        this.#bytesLeft(payload);
        break;
    }
  }

  #stateChanged({ state, sctpId, error }: NativeEvents['dataChannel']['state']): void {
    this.#id ??= sctpId;
    switch (state) {
      case 'open':
        this.#open();
        break;
      case 'closing':
        this.#closing();
        break;
      case 'closed':
        this.#closed(error);
        break;
      case 'connecting':
        break;
    }
  }

  /** @see https://w3c.github.io/webrtc-pc/#announce-datachannel-open */
  #open(): void {
    if (this.#readyState !== 'connecting') return;
    this.#readyState = 'open';
    this.dispatchEvent(new Event('open'));
  }

  /** @see https://w3c.github.io/webrtc-pc/#data-transport-closing-procedure */
  #closing(): void {
    if (this.#readyState === 'closing' || this.#readyState === 'closed') return;
    this.#readyState = 'closing';
    this.dispatchEvent(new Event('closing'));
  }

  /** @see https://w3c.github.io/webrtc-pc/#data-transport-closed */
  #closed(error: NativeError | null): void {
    // 2. If [[ReadyState]] is "closed", abort these steps.
    if (this.#readyState === 'closed') return;
    // 3. Set [[ReadyState]] to "closed".
    this.#readyState = 'closed';
    this.#queue.clear();
    this.#connection.channels.delete(this);
    // 4. If the transport was closed with an error, fire an event named error.
    if (error !== null && error.type !== 'none') this.dispatchEvent(errorEvent(error));
    // 5. Fire an event named close.
    this.dispatchEvent(new Event('close'));
  }

  /** @see https://w3c.github.io/webrtc-pc/#dfn-receiving-messages-on-a-data-channel */
  #messageReceived(rawData: string | ArrayBuffer): void {
    // 3. If [[ReadyState]] is not "open", discard rawData.
    if (this.#readyState !== 'open') return;
    // 4. and 5. Fire an event named message with a string, a Blob or an ArrayBuffer.
    this.dispatchEvent(messageEvent(rawData, this.#binaryType));
  }

  #bytesLeft(bytes: number): void {
    if (this.#buffer.remove(bytes)) this.dispatchEvent(new Event('bufferedamountlow'));
  }

  static {
    announceOpen = (channel, isRemote) => {
      channel.#held = [];
      if (isRemote) channel.#readyState = 'open';
      const expected = channel.#readyState;
      queueTask(() => {
        const held = channel.#held ?? [];
        channel.#held = null;
        if (channel.#connection.isClosed) return;
        if (channel.#readyState === expected) {
          channel.#readyState = 'open';
          channel.dispatchEvent(new Event('open'));
        }
        for (const event of held) RTCDataChannel.#receive(channel, ...event);
      });
    };
    closeAbruptly = (channel) => {
      if (channel.#readyState === 'closed') return;
      channel.#readyState = 'closed';
      channel.#queue.clear();
      queueTask(() => {
        channel.dispatchEvent(new Event('close'));
      });
    };
    defineEventHandlers(this, [
      'open',
      'bufferedamountlow',
      'error',
      'closing',
      'close',
      'message',
    ]);
    defineInterface(this, { is: (value) => #facts in value, constructorLength: 0 });
  }
}
