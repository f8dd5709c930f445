/** A handler attribute: `channel.onopen = (event) => {}`. */
export type EventHandler<T, E extends Event = Event> = ((this: T, event: E) => unknown) | null;

type Listener<T, E> = ((this: T, event: E) => unknown) | { handleEvent(event: E): unknown };

interface ListenOptions {
  capture?: boolean;
  once?: boolean;
  passive?: boolean;
  signal?: AbortSignal;
}

/** Node's EventTarget, with the events by their names. */
export interface TypedEventTarget<Events> extends EventTarget {
  addEventListener<K extends keyof Events & string>(
    type: K,
    listener: Listener<this, Events[K]>,
    options?: boolean | ListenOptions,
  ): void;
  addEventListener(
    type: string,
    listener: Listener<this, Event>,
    options?: boolean | ListenOptions,
  ): void;
  removeEventListener<K extends keyof Events & string>(
    type: K,
    listener: Listener<this, Events[K]>,
    options?: boolean | { capture?: boolean },
  ): void;
  removeEventListener(
    type: string,
    listener: Listener<this, Event>,
    options?: boolean | { capture?: boolean },
  ): void;
}

/**
 * The base of a class:
 * `class RTCDataChannel extends typedEventTarget<RTCDataChannelEventMap, RTCDataChannelHandlers>()`.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- named by the caller
export function typedEventTarget<Events, Handlers = unknown>(): new () => TypedEventTarget<Events> &
  Handlers {
  return EventTarget as new () => TypedEventTarget<Events> & Handlers;
}
