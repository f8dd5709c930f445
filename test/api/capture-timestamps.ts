/** What sources tell of the capture system's clock, by the header extension abs-capture-time. */
import test from 'ava';

import type {
  RTCRtpReceiver,
  RTCRtpSynchronizationSource,
  RTCRtpTransceiver,
} from '../../lib/index.js';
import { makeTracks } from '../helpers/call.js';
import { Reader } from '../helpers/media.js';
import { makePair } from '../helpers/pair.js';

const uri = 'http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time';
/** Milliseconds from 1900, NTP's epoch, to 1970. */
const ntpEpoch = 2_208_988_800_000;
/** Milliseconds that media may be on its way to being played. */
const longest = 5000;

function negotiateCaptureTime(transceivers: readonly RTCRtpTransceiver[]): void {
  for (const transceiver of transceivers) {
    const extensions = transceiver.getHeaderExtensionsToNegotiate();
    const capture = extensions.find((extension) => extension.uri === uri)!;
    capture.direction = 'sendrecv';
    transceiver.setHeaderExtensionsToNegotiate(extensions);
  }
}

/** Media from one connection to the other, both of which are `prepare`d before they describe it. */
async function receive(prepare: (transceivers: readonly RTCRtpTransceiver[]) => void) {
  const { offerer, answerer, close } = makePair();
  const tracks = makeTracks();
  for (const track of tracks) offerer.addTrack(track);
  prepare(offerer.getTransceivers());
  await offerer.setLocalDescription();
  await answerer.setRemoteDescription(offerer.localDescription!);
  prepare(answerer.getTransceivers());
  await answerer.setLocalDescription();
  await offerer.setRemoteDescription(answerer.localDescription!);
  return {
    receivers: answerer.getReceivers(),
    end() {
      close();
      for (const track of tracks) track.stop();
    },
  };
}

/** The source of what is played, once it is as wanted. */
async function source(
  receiver: RTCRtpReceiver,
  fits: (source: RTCRtpSynchronizationSource) => boolean,
): Promise<RTCRtpSynchronizationSource> {
  const reader = new Reader(receiver.track);
  let found: RTCRtpSynchronizationSource | undefined;
  await reader.until(() => {
    found = receiver.getSynchronizationSources().find(fits);
    return found !== undefined;
  });
  reader.stop();
  return found!;
}

test('capture timestamps are those of the sender, on the clock of NTP', async (t) => {
  const { receivers, end } = await receive(negotiateCaptureTime);
  for (const receiver of receivers) {
    const played = await source(receiver, ({ captureTimestamp }) => captureTimestamp !== undefined);
    const captured = played.captureTimestamp! - ntpEpoch;
    t.true(captured <= played.timestamp && captured > played.timestamp - longest);
    // The sender is the capture system.
    t.is(played.senderCaptureTimeOffset, 0);
  }
  end();
});

test('without the extension there are none', async (t) => {
  const { receivers, end } = await receive(() => undefined);
  for (const receiver of receivers) {
    const played = await source(receiver, () => true);
    t.false('captureTimestamp' in played);
    t.false('senderCaptureTimeOffset' in played);
  }
  end();
});
