/** A new connection with a channel, up to its first offer. */
import { medianTime } from '../driver/process.mjs';

export const rows = {
  firstOffer: { title: 'new connection + first offer', unit: 'ms', better: 'less' },
};

export const sizes = { quick: { count: 15 }, full: { count: 40 } };

export async function measure({ RTCPeerConnection }, { count }) {
  const offer = async () => {
    const connection = new RTCPeerConnection({ iceServers: [] });
    connection.createDataChannel('bench');
    await connection.createOffer();
    return () => connection.close();
  };
  return { firstOffer: await medianTime(Number(count), offer) };
}
