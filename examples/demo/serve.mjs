import { networkInterfaces } from 'node:os';

import { RTCPeerConnection } from 'node-libwebrtc';

import { connect } from './shared/connection.mjs';
import { flow } from './shared/flow.mjs';
import { openSignal, relay } from './signalling.mjs';
import { createWebServer, listen } from './web-server.mjs';

/** Waits for browsers; each page that is opened gets a peer of its own. Ctrl-C ends it. */
export async function serve() {
  const server = createWebServer();
  let port = 0;
  relay(server, { onroom: (room) => void meet(port, room) });
  port = await listen(server, Number(process.env.PORT ?? 0), '0.0.0.0');
  console.log(`Open in a browser: http://localhost:${port}/`);
  for (const address of addresses()) console.log(`    or elsewhere:  http://${address}:${port}/`);
  console.log('Ctrl-C ends it.');
}

const rooms = new Set();

async function meet(port, room) {
  // The relay tells of the room again when its first member is this process.
  if (rooms.has(room)) return;
  rooms.add(room);
  const signal = await openSignal(`ws://127.0.0.1:${port}/signal?room=${room}`);
  const { run, responder } = flow();
  const onchannel = (channel) => responder.attach(channel);
  try {
    const options = { RTCPeerConnection, signal, caller: true, onchannel };
    const { pc, control, bulk } = await connect(options);
    console.log('a browser is connected');
    // A page that is left says nothing; its socket is closed at once.
    signal.onclose = () => pc.close();
    await run({ control, bulk });
    pc.close();
    console.log('a browser is gone');
  } catch (error) {
    console.error(`a browser was not reached: ${error.message}`);
  } finally {
    signal.close();
    rooms.delete(room);
  }
}

function addresses() {
  return Object.values(networkInterfaces())
    .flat()
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);
}
