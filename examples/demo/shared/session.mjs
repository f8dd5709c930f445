import { connect } from './connection.mjs';
import { describe, selectedPair } from './describe.mjs';
import { Responder, roundTrips, throughput } from './measure.mjs';

/**
 * A whole conversation: connect, measure both ways, say goodbye. Both sides
 * call it; the caller measures first.
 *
 * @param {{RTCPeerConnection: typeof RTCPeerConnection, signal: object, caller: boolean,
 *   milliseconds?: number, onstate?: (name: string, value: string) => void}} options
 *   `milliseconds`: of each direction's transfer
 */
export async function converse({ milliseconds = 2000, ...options }) {
  const started = performance.now();
  const responder = new Responder();
  const onchannel = (channel) => responder.attach(channel);
  const { pc, control, bulk } = await connect({ ...options, onchannel });
  const connected = performance.now() - started;
  const say = (name) => control.send(JSON.stringify({ name }));

  const measure = async () => ({
    roundTrip: await roundTrips(control, responder),
    sent: await throughput(bulk, responder, milliseconds),
  });
  const turn = responder.next('your turn');
  let measured;
  if (options.caller) {
    measured = await measure();
    say('your turn');
    await turn;
  } else {
    await turn;
    measured = await measure();
  }
  const summary = {
    connected,
    local: describe(pc.localDescription),
    remote: describe(pc.remoteDescription),
    pair: await selectedPair(pc),
    ...measured,
  };
  if (options.caller) {
    pc.close();
  } else {
    const closed = new Promise((resolve) => control.addEventListener('close', resolve));
    say('your turn');
    await closed;
    pc.close();
  }
  return summary;
}
