/**
 * Where the addon's two callbacks arrive, one call per task: events go to the
 * object with the number, results to the operation with the number.
 *
 * Objects are held weakly, but where {@link listenUntil} is told when to stop; {@link retain} makes
 * one a root until {@link release}. An event for an object that is gone is dropped.
 */
import { addon } from '../native.js';
import type { NativeError, NativeEvents, RequestId, TargetId } from '../native.js';
import type { NativeEvent } from './native-types.js';

interface Listener {
  /** Null: held weakly. */
  readonly held: object | null;
  readonly target: WeakRef<object> | null;
  readonly receive: (target: object, type: string, payload: unknown) => void;
}

type Settle = (error: NativeError | null, value: unknown) => void;

const listeners = new Map<TargetId, Listener>();
const collected = new FinalizationRegistry<TargetId>((id) => listeners.delete(id));
const roots = new Set<object>();
const requests = new Map<RequestId, Settle>();
let lastRequest: RequestId = 0;

function onEvent(id: TargetId, type: string, payload: unknown): void {
  const listener = listeners.get(id);
  if (listener === undefined) return;
  const target = listener.held ?? listener.target?.deref();
  if (target !== undefined) listener.receive(target, type, payload);
}

function onSettled(id: RequestId, error: NativeError | null, value: unknown): void {
  const settle = requests.get(id);
  if (settle === undefined) return;
  requests.delete(id);
  settle(error, value);
}

/** Of the event under way, for those that carry numbers. */
export const numbers = new Float64Array(8) as Float64Array &
  Readonly<Record<0 | 1 | 2 | 3 | 4 | 5 | 6 | 7, number>>;

/** A number of those that may be NaN. */
export function orNull(number: number): number | null {
  return Number.isNaN(number) ? null : number;
}

addon.start(onEvent, onSettled, numbers);

/** Sends the events of a native object to `target`, for as long as that lives. */
export function listen<K extends keyof NativeEvents, T extends object>(
  id: TargetId,
  target: T,
  receive: (target: T, ...event: NativeEvent<K>) => void,
): void {
  const weak = new WeakRef(target);
  listeners.set(id, { held: null, target: weak, receive: receive as Listener['receive'] });
  collected.register(target, id);
}

/**
 * The same for many events a second: a weak reference costs as much as the rest of their way.
 *
 * @returns what stops it; until then `target` is not collected
 */
export function listenUntil<K extends keyof NativeEvents, T extends object>(
  id: TargetId,
  target: T,
  receive: (target: T, ...event: NativeEvent<K>) => void,
): () => void {
  listeners.set(id, { held: target, target: null, receive: receive as Listener['receive'] });
  return () => {
    listeners.delete(id);
  };
}

/** Keeps an object from being collected. */
export function retain(target: object): void {
  roots.add(target);
}

export function release(target: object): void {
  roots.delete(target);
}

/**
 * Numbers an operation and starts it. `settle` runs once, in a task of its own,
 * unless the operation is abandoned before.
 *
 * @throws whatever `start` throws; then nothing will be settled
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the type is the seam's
export function request<T>(
  start: (id: RequestId) => void,
  settle: (error: NativeError | null, value: T) => void,
): RequestId {
  const id = ++lastRequest;
  requests.set(id, settle as Settle);
  try {
    start(id);
  } catch (error) {
    requests.delete(id);
    throw error;
  }
  return id;
}

/** The operation goes on, its result is dropped. */
export function abandon(id: RequestId): void {
  requests.delete(id);
}
