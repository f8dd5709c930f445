/** Which interfaces and ports a connection may use, beyond what the standard offers. */
import { RTCPeerConnection } from 'node-libwebrtc';

const pc = new RTCPeerConnection({
  portRange: { min: 50_000, max: 50_100 },
  networkInterfaces: { deny: ['docker0', '172.16.0.0/12'], ipv6: false },
  tcpCandidates: false,
});
pc.createDataChannel('any');
pc.onicecandidate = ({ candidate }) => {
  if (candidate) console.log(`${candidate.address}:${candidate.port} ${candidate.protocol}`);
  else pc.close();
};
await pc.setLocalDescription();
