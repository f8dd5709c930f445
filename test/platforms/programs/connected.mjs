/** Two connections of this process with an open data channel between them. */
import { RTCPeerConnection } from 'node-libwebrtc';

export async function connected() {
  const a = new RTCPeerConnection();
  const b = new RTCPeerConnection();
  a.onicecandidate = ({ candidate }) => b.addIceCandidate(candidate);
  b.onicecandidate = ({ candidate }) => a.addIceCandidate(candidate);
  const near = a.createDataChannel('near');
  const far = new Promise((resolve) => {
    b.ondatachannel = ({ channel }) => resolve(channel);
  });
  const open = new Promise((resolve, reject) => {
    near.onopen = resolve;
    near.onerror = ({ error }) => reject(error);
  });
  await a.setLocalDescription();
  await b.setRemoteDescription(a.localDescription);
  await b.setLocalDescription();
  await a.setRemoteDescription(b.localDescription);
  await open;
  return { a, b, near, far: await far };
}
