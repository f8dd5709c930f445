/** A new connection with a channel, up to its first offer. */

export const rows = {
  firstOffer: { title: 'new connection + first offer', unit: 'ms', better: 'less' },
};

export const sizes = { quick: { count: 15 }, full: { count: 50 } };

export async function measure({ RTCPeerConnection }, { count }) {
  const times = [];
  // The first one starts the library.
  for (let i = 0; i <= Number(count); i += 1) {
    const start = performance.now();
    const connection = new RTCPeerConnection({ iceServers: [] });
    connection.createDataChannel('bench');
    await connection.createOffer();
    times.push(performance.now() - start);
    connection.close();
  }
  times.shift();
  return { firstOffer: times.sort((a, b) => a - b)[times.length >> 1] };
}
