import path from 'node:path';
import { pathToFileURL } from 'node:url';

import test from 'ava';
import type { ExecutionContext } from 'ava';

import * as library from '../../lib/index.js';
import { connectCall } from '../helpers/call.js';

interface Difference {
  key: string;
  text: string;
}
interface Texts extends ReadonlyMap<string, { type: string; members: unknown[] }> {}

const script = <T>(name: string): Promise<T> =>
  import(
    pathToFileURL(path.resolve(__dirname, '../../..', 'scripts/lib', name)).href
  ) as Promise<T>;

interface Checks {
  readTexts: () => Texts;
  compareObjects: (
    texts: Texts,
    exported: object,
    objects: Readonly<Record<string, object>>,
  ) => Iterable<Difference>;
}

async function load(): Promise<Checks> {
  const [texts, objects] = await Promise.all([
    script<Pick<Checks, 'readTexts'>>('idl-text.mjs'),
    script<Pick<Checks, 'compareObjects'>>('idl-objects.mjs'),
  ]);
  return { ...texts, ...objects };
}

const {
  AudioData,
  MediaStream,
  MediaStreamTrackEvent,
  MediaStreamTrackProcessor,
  OverconstrainedError,
  RTCDTMFToneChangeEvent,
  RTCDataChannelEvent,
  RTCError,
  RTCErrorEvent,
  RTCIceCandidate,
  RTCPeerConnection,
  RTCPeerConnectionIceErrorEvent,
  RTCPeerConnectionIceEvent,
  RTCTrackEvent,
  VideoFrame,
  VideoTrackGenerator,
} = library;

/** One of each interface, of an open connection. */
async function makeObjects(t: ExecutionContext): Promise<Record<string, object>> {
  const pair = await connectCall();
  t.teardown(() => pair.close());
  const { offerer, answerer, local } = pair;
  const transceiver = offerer.getTransceivers()[0]!;
  const { sender, receiver } = transceiver;
  const transport = sender.transport!;
  const stream = new MediaStream([...pair.sent]);
  const error = new RTCError({ errorDetail: 'sctp-failure', sctpCauseCode: 1 }, 'x');
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const certificate = await RTCPeerConnection.generateCertificate(algorithm);
  const trackInit = { track: receiver.track, receiver, transceiver, streams: [stream] };
  const generator = new VideoTrackGenerator();
  const processor = new MediaStreamTrackProcessor({ track: generator.track });
  const size = { format: 'RGBA', codedWidth: 2, codedHeight: 2 } as const;
  const frame = new VideoFrame(new Uint8Array(16), { ...size, timestamp: 0, duration: 1 });
  t.teardown(() => {
    frame.close();
    generator.track.stop();
  });
  return {
    AudioData: new AudioData({
      ...{ format: 'u8', sampleRate: 8000, numberOfFrames: 1, numberOfChannels: 1, timestamp: 0 },
      data: new Uint8Array(1),
    }),
    MediaStream: stream,
    MediaStreamTrack: pair.sent[0]!,
    MediaStreamTrackEvent: new MediaStreamTrackEvent('addtrack', { track: pair.sent[0]! }),
    MediaStreamTrackProcessor: processor,
    OverconstrainedError: new OverconstrainedError('width', 'x'),
    RTCCertificate: certificate,
    RTCDTMFSender: sender.dtmf!,
    RTCDTMFToneChangeEvent: new RTCDTMFToneChangeEvent('tonechange', { tone: '1' }),
    RTCDataChannel: local,
    RTCDataChannelEvent: new RTCDataChannelEvent('datachannel', { channel: local }),
    RTCDtlsTransport: transport,
    RTCError: error,
    RTCErrorEvent: new RTCErrorEvent('error', { error }),
    RTCIceCandidate: new RTCIceCandidate({ sdpMid: '0' }),
    RTCIceTransport: transport.iceTransport,
    RTCIceCandidatePair: transport.iceTransport.getSelectedCandidatePair()!,
    RTCPeerConnection: offerer,
    RTCPeerConnectionIceErrorEvent: new RTCPeerConnectionIceErrorEvent('icecandidateerror', {
      errorCode: 701,
    }),
    RTCPeerConnectionIceEvent: new RTCPeerConnectionIceEvent('icecandidate', {}),
    RTCRtpReceiver: answerer.getReceivers()[1]!,
    RTCRtpSender: sender,
    RTCRtpTransceiver: transceiver,
    RTCSctpTransport: offerer.sctp!,
    RTCSessionDescription: offerer.localDescription!,
    RTCStatsReport: await offerer.getStats(),
    RTCTrackEvent: new RTCTrackEvent('track', trackInit),
    VideoColorSpace: frame.colorSpace,
    VideoFrame: frame,
    VideoTrackGenerator: generator,
  };
}

test('the objects of a call hold what the texts say, and hold it on', async (t) => {
  const { readTexts, compareObjects } = await load();
  const texts = readTexts();
  const objects = await makeObjects(t);
  const exported = Object.keys(library).filter((name) => texts.get(name)?.type === 'interface');
  t.deepEqual(Object.keys(objects).sort(), exported.sort());
  const found = [...compareObjects(texts, library, objects)];
  t.deepEqual(
    found.map(({ key, text }) => `${key}: ${text}`),
    [
      'RTCSessionDescription.type: takes an assignment',
      'RTCSessionDescription.sdp: takes an assignment',
    ],
  );
});

test('an object that holds something else is told', async (t) => {
  const { readTexts, compareObjects } = await load();
  class RTCDtlsTransport {
    #handler: unknown = 1;
    readonly state: string = 'none';
    get iceTransport() {
      return {};
    }
    get onerror() {
      return this.#handler;
    }
    set onerror(value: unknown) {
      this.#handler = typeof value === 'function' ? value : 1;
    }
    readonly [Symbol.toStringTag] = 'Object';
  }
  const found = [
    ...compareObjects(readTexts(), library, { RTCDtlsTransport: new RTCDtlsTransport() }),
  ];
  t.deepEqual(
    [...new Set(found.map(({ key, text }) => `${key}: ${text}`))],
    [
      'RTCDtlsTransport: an object is [object Object]',
      'RTCDtlsTransport: an object has members of its own: state',
      'RTCDtlsTransport.iceTransport: holds object [object Object]',
      'RTCDtlsTransport.iceTransport: gives another object each time',
      'RTCDtlsTransport.state: holds string none',
      'RTCDtlsTransport.state: takes an assignment',
      'RTCDtlsTransport.onerror: is not null at first',
      'RTCDtlsTransport.onerror: does not keep object [object Object]',
      'RTCDtlsTransport.onerror: does not keep object ',
      'RTCDtlsTransport.onerror: keeps a object',
      'RTCDtlsTransport.onerror: keeps a undefined',
      'RTCDtlsTransport.onerror: keeps a number',
      'RTCDtlsTransport.onerror: keeps a string',
      'RTCDtlsTransport.onerror: keeps a boolean',
      'RTCDtlsTransport.onerror: keeps a symbol',
      'RTCDtlsTransport.onerror: keeps a bigint',
    ],
  );
});
