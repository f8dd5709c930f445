import test from 'ava';

import { defineEventHandlers } from '../../../lib/internal/event-handlers.js';

type Handler = ((this: Bell, event: Event) => unknown) | object | null;

class Bell extends EventTarget {
  declare onring: Handler;
  declare onmute: Handler;

  static {
    defineEventHandlers(this, ['ring', 'mute']);
  }
}

function ring(bell: Bell): Event {
  const event = new Event('ring', { cancelable: true });
  bell.dispatchEvent(event);
  return event;
}

test('a handler is null until it is set, and gives back what was set', (t) => {
  const bell = new Bell();
  t.is(bell.onring, null);
  const handler = () => undefined;
  bell.onring = handler;
  t.is(bell.onring, handler);
  t.is(bell.onmute, null);
});

test('a handler is called with the target as this', (t) => {
  t.plan(2);
  const bell = new Bell();
  bell.onring = function (this: Bell, event: Event) {
    t.is(this, bell);
    t.is(event.type, 'ring');
  };
  ring(bell);
});

test('what is no object becomes null', (t) => {
  const bell = new Bell();
  for (const value of [3, 'text', undefined, true, Symbol('x')]) {
    bell.onring = () => undefined;
    bell.onring = value as unknown as Handler;
    t.is(bell.onring, null);
  }
});

test('an object that is not callable is kept and not called', (t) => {
  const bell = new Bell();
  const object = { handleEvent: () => t.fail() };
  bell.onring = object;
  ring(bell);
  t.is(bell.onring, object);
});

test('a handler keeps the place that it was first set in', (t) => {
  const bell = new Bell();
  const calls: string[] = [];
  bell.addEventListener('ring', () => calls.push('before'));
  bell.onring = () => calls.push('first');
  bell.addEventListener('ring', () => calls.push('after'));
  bell.onring = () => calls.push('second');
  ring(bell);
  t.deepEqual(calls, ['before', 'second', 'after']);
});

test('a handler that was null takes its place at the end', (t) => {
  const bell = new Bell();
  const calls: string[] = [];
  bell.onring = () => calls.push('handler');
  bell.addEventListener('ring', () => calls.push('listener'));
  bell.onring = null;
  ring(bell);
  bell.onring = () => calls.push('handler');
  ring(bell);
  t.deepEqual(calls, ['listener', 'listener', 'handler']);
});

test('return false is preventDefault', (t) => {
  const bell = new Bell();
  bell.onring = () => undefined;
  t.false(ring(bell).defaultPrevented);
  bell.onring = () => false;
  t.true(ring(bell).defaultPrevented);
});

test('a handler may be replaced while the event is under way', (t) => {
  const bell = new Bell();
  const calls: string[] = [];
  bell.addEventListener('ring', () => {
    bell.onring = () => calls.push('new');
  });
  bell.onring = () => calls.push('old');
  ring(bell);
  t.deepEqual(calls, ['new']);
});
