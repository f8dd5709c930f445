/** Does what argv[2] says and then nothing more; prints `ready` before. */
import { RTCPeerConnection, nonstandard } from '../../../lib/index.js';

async function main(): Promise<void> {
  const connection = new RTCPeerConnection();
  connection.createDataChannel('kept');
  switch (process.argv[2]) {
    case 'never-negotiated':
      break;
    case 'created-offer':
      await connection.createOffer();
      break;
    case 'open':
      await connection.setLocalDescription();
      break;
    case 'open-unref':
      await connection.setLocalDescription();
      nonstandard.unref(connection);
      break;
    case 'open-closed':
      await connection.setLocalDescription();
      connection.close();
      break;
    case 'closed-while-pending':
      void connection.createOffer();
      void connection.setLocalDescription();
      connection.close();
      break;
    default:
      throw new Error('Unknown');
  }
  process.stdout.write('ready\n');
}

void main();
