import { isObject } from '../webidl/index.js';

interface Handler {
  value: object;
  /** The listener that stands for the handler in the target's list, from its first value on. */
  readonly listener: (this: unknown, event: Event) => void;
}

const handlers = new WeakMap<EventTarget, Map<string, Handler>>();

/** @see https://html.spec.whatwg.org/multipage/webappapis.html#the-event-handler-processing-algorithm */
function activate(target: EventTarget, type: string, value: object): Handler {
  const handler: Handler = {
    value,
    listener(event) {
      if (typeof handler.value !== 'function') return;
      const result: unknown = Reflect.apply(handler.value, event.currentTarget, [event]);
      if (result === false) event.preventDefault();
    },
  };
  target.addEventListener(type, handler.listener);
  return handler;
}

function setHandler(target: EventTarget, type: string, value: unknown): void {
  let byType = handlers.get(target);
  const current = byType?.get(type);
  if (!isObject(value)) {
    // Deactivated: a later value takes its place at the end of the list.
    if (current) target.removeEventListener(type, current.listener);
    byType?.delete(type);
    return;
  }
  if (current) {
    current.value = value;
    return;
  }
  if (!byType) handlers.set(target, (byType = new Map<string, Handler>()));
  byType.set(type, activate(target, type, value));
}

/**
 * Gives a class its event handler attributes (`open` makes `onopen`): null
 * unless set to an object, called in the place that they were first set in,
 * and `return false` is `preventDefault()`.
 *
 * Stands before `defineInterface`, which adds the brand checks.
 *
 * @see https://html.spec.whatwg.org/multipage/webappapis.html#event-handler-attributes
 */
export function defineEventHandlers(
  Class: abstract new (...args: never[]) => EventTarget,
  types: readonly string[],
): void {
  for (const type of types) {
    Object.defineProperty(Class.prototype, `on${type}`, {
      get(this: EventTarget) {
        return handlers.get(this)?.get(type)?.value ?? null;
      },
      set(this: EventTarget, value: unknown) {
        setHandler(this, type, value);
      },
      enumerable: true,
      configurable: true,
    });
  }
}
