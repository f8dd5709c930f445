import { connect } from '../shared/connection.mjs';
import { describe, rate, selectedPair } from '../shared/describe.mjs';
import { flow } from '../shared/flow.mjs';
import { Graph } from './graph.mjs';

const show = (id, text) => (document.querySelector(`#${id}`).textContent = text);

/** Keeps data flowing both ways and draws what is measured, until the connection ends. */
export async function watch(options, say) {
  const throughput = new Graph(document.querySelector('#throughput'), 'Mbit/s', [
    '#2f7de1',
    '#d9822b',
  ]);
  const roundTrip = new Graph(document.querySelector('#roundtrip'), 'ms', ['#3a9d5d']);
  const { run, pause, responder } = flow({
    onrate: ({ sent, received }) => {
      throughput.add(sent / 1e6, received / 1e6);
      show('sent', rate(sent));
      show('received', rate(received));
    },
    onroundtrip: (milliseconds) => {
      roundTrip.add(milliseconds);
      show('trip', `${milliseconds.toFixed(1)} ms`);
    },
  });
  const onchannel = (channel) => responder.attach(channel);
  const { pc, control, bulk } = await connect({ ...options, onchannel });
  const { local, remote } = await selectedPair(pc);
  show('pair', `${local} ⇄ ${remote}`);
  for (const description of [pc.localDescription, pc.remoteDescription]) {
    show(description.type, describe(description));
  }
  say('connected');
  pauseButton(pause);
  await run({ control, bulk });
  say('the connection was closed');
}

function pauseButton(pause) {
  const button = document.querySelector('#pause');
  let paused = false;
  button.hidden = false;
  button.onclick = () => {
    paused = !paused;
    button.textContent = paused ? 'Go on' : 'Pause';
    pause(paused);
  };
}
