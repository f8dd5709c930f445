/**
 * One side of the demo's connection. Runs unchanged in Node and in a browser:
 * it is given RTCPeerConnection and a way to signal.
 */

/**
 * @param {{RTCPeerConnection: typeof RTCPeerConnection, signal: import('./signal.mjs').Signal, caller: boolean,
 *   onchannel: (channel: RTCDataChannel) => void,
 *   onstate?: (name: string, value: string) => void}} options `onchannel` sees a channel
 *   before its first message
 * @returns {Promise<{pc: RTCPeerConnection, control: RTCDataChannel, bulk: RTCDataChannel}>}
 *   resolves when both channels are open, rejects when the connection fails
 */
export function connect({ RTCPeerConnection, signal, caller, onchannel, onstate = () => {} }) {
  const pc = new RTCPeerConnection();
  return new Promise((resolve, reject) => {
    const fail = (error) => {
      pc.close();
      reject(error);
    };
    const channels = {};
    const take = (channel) => {
      onchannel(channel);
      channels[channel.label] = channel;
      const opened = () => {
        const { control, bulk } = channels;
        const isOpen = (one) => one?.readyState === 'open';
        if (isOpen(control) && isOpen(bulk)) resolve({ pc, control, bulk });
      };
      channel.addEventListener('open', opened);
      opened();
    };

    pc.addEventListener('icecandidate', ({ candidate }) => signal.send({ candidate }));
    pc.addEventListener('datachannel', ({ channel }) => take(channel));
    for (const name of ['signaling', 'iceGathering', 'iceConnection', 'connection']) {
      const event = `${name.toLowerCase()}statechange`;
      pc.addEventListener(event, () => onstate(`${name}State`, pc[`${name}State`]));
    }
    pc.addEventListener('connectionstatechange', () => {
      if (pc.connectionState === 'failed') fail(new Error('the connection failed'));
    });

    signal.onmessage = async ({ description, candidate }) => {
      try {
        if (description) {
          await pc.setRemoteDescription(description);
          if (description.type === 'offer') {
            await pc.setLocalDescription(await pc.createAnswer());
            signal.send({ description: pc.localDescription });
          }
        } else if (candidate !== undefined) {
          await pc.addIceCandidate(candidate ?? undefined);
        }
      } catch (error) {
        fail(error);
      }
    };

    if (!caller) return;
    take(pc.createDataChannel('control'));
    take(pc.createDataChannel('bulk'));
    pc.createOffer()
      .then((offer) => pc.setLocalDescription(offer))
      .then(() => signal.send({ description: pc.localDescription }))
      .catch(fail);
  });
}
