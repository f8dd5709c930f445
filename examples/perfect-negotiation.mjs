/**
 * Perfect negotiation over a WebSocket: either side may change the session at
 * any time, also both at once. This process is the impolite side; it starts a
 * second one, which is polite.
 *
 * https://w3c.github.io/webrtc-pc/#perfect-negotiation-example
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { RTCPeerConnection } from 'node-libwebrtc';
import { WebSocket, WebSocketServer } from 'ws';

const port = process.argv[2];
if (port) {
  negotiate(new WebSocket(`ws://127.0.0.1:${port}`), { polite: true });
} else {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 }, () => {
    fork(fileURLToPath(import.meta.url), [String(server.address().port)]);
  });
  server.once('connection', (socket) => {
    server.close();
    negotiate(socket, { polite: false });
  });
}

function negotiate(socket, { polite }) {
  const pc = new RTCPeerConnection();
  const name = polite ? 'polite' : 'impolite';
  let makingOffer = false;
  let ignoreOffer = false;
  const signal = (message) => socket.send(JSON.stringify(message));

  pc.onnegotiationneeded = async () => {
    try {
      makingOffer = true;
      await pc.setLocalDescription();
      signal({ description: pc.localDescription });
    } finally {
      makingOffer = false;
    }
  };
  pc.onicecandidate = ({ candidate }) => signal({ candidate });

  socket.on('message', async (text) => {
    const { description, candidate } = JSON.parse(text);
    if (description) {
      const collision =
        description.type === 'offer' && (makingOffer || pc.signalingState !== 'stable');
      ignoreOffer = !polite && collision;
      if (ignoreOffer) return console.log(`${name}: ignored an offer`);
      if (collision) console.log(`${name}: gave way`);
      await pc.setRemoteDescription(description);
      if (description.type === 'offer') {
        await pc.setLocalDescription();
        signal({ description: pc.localDescription });
      }
    } else {
      try {
        await pc.addIceCandidate(candidate ?? undefined);
      } catch (error) {
        if (!ignoreOffer) throw error;
      }
    }
  });

  // Both sides begin at once: the collision that the pattern is for.
  const start = () => {
    const channel = pc.createDataChannel('chat', { negotiated: true, id: 0 });
    channel.onopen = () => channel.send(`hello from the ${name} side`);
    channel.onmessage = ({ data }) => {
      console.log(`${name}: received "${data}"`);
      if (polite) return;
      setTimeout(() => {
        pc.close();
        socket.close();
      }, 100);
    };
    channel.onclose = () => {
      pc.close();
      socket.close();
    };
  };
  if (socket.readyState === WebSocket.OPEN) start();
  else socket.on('open', start);
}
