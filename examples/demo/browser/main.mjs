import { converse } from '../shared/session.mjs';
import { Signal } from '../shared/signal.mjs';
import { watch } from './watch.mjs';

/**
 * `?measure`: one conversation, whose summary is left in `window.summary` for
 * the program that opened the page. Otherwise the live graph. `?caller`: this
 * page makes the offer.
 */
const parameters = new URLSearchParams(location.search);
const room = parameters.get('room') ?? crypto.randomUUID();
const caller = parameters.has('caller');

const status = document.querySelector('#status');

function onstate(name, value) {
  const field = document.querySelector(`[data-state=${name}]`);
  field.textContent = value;
  field.className =
    { connected: 'good', completed: 'good', failed: 'bad', disconnected: 'bad' }[value] ?? '';
}

try {
  const url = new URL(`/signal?room=${room}`, location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  const signal = await Signal.open(url.href, WebSocket);
  status.textContent = 'connecting';
  const options = { RTCPeerConnection, signal, caller, onstate };
  if (parameters.has('measure')) {
    window.summary = await converse(options);
    status.textContent = 'measured';
  } else {
    await watch(options, (text) => (status.textContent = text));
  }
} catch (error) {
  status.textContent = error.message;
  window.failure = error.message;
}
