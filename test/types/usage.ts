/** What programs write, with the types that they then see. */
import {
  MediaStream,
  MediaStreamTrackGenerator,
  MediaStreamTrackProcessor,
  nonstandard,
  RTCDataChannelEvent,
  RTCError,
  RTCErrorEvent,
  RTCPeerConnection,
  RTCSessionDescription,
  VideoFrame,
  VideoTrackGenerator,
} from 'node-libwebrtc';
import type {
  AudioData,
  AudioReading,
  MediaStreamTrack,
  RTCConfiguration,
  RTCDataChannel,
  RTCIceCandidate,
  RTCRtpReceiver,
  RTCRtpSender,
  RTCVideoSink,
  VideoReading,
} from 'node-libwebrtc';

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- named by the caller
declare function see<T>(value: T): void;
declare const domConfiguration: globalThis.RTCConfiguration;

const configuration: RTCConfiguration = {
  iceServers: [{ urls: ['stun:stun.example.org'] }],
  bundlePolicy: 'max-bundle',
  portRange: { min: 40000, max: 40100 },
  networkInterfaces: { deny: ['docker0'] },
};
// @ts-expect-error -- the policies are known
configuration.bundlePolicy = 'some';
// @ts-expect-error -- urls is required
see<RTCConfiguration>({ iceServers: [{}] });

const pc = new RTCPeerConnection(configuration);
new RTCPeerConnection(domConfiguration);

pc.ondatachannel = ({ channel }) => {
  see<RTCDataChannel>(channel);
  channel.onmessage = function (event) {
    see<unknown>(event.data);
    this.send(new Uint8Array(1));
  };
  channel.onerror = ({ error }) => {
    see<number | null>(error.sctpCauseCode);
  };
};
pc.ondatachannel = null;
pc.addEventListener('icecandidate', (event) => {
  see<RTCIceCandidate | null>(event.candidate);
});
pc.addEventListener(
  'datachannel',
  {
    handleEvent: ({ channel }) => {
      see<string>(channel.label);
    },
  },
  { once: true },
);
pc.addEventListener('something else', (event) => {
  see<string>(event.type);
});
// @ts-expect-error -- the handler of another event
pc.ondatachannel = (event: RTCErrorEvent) => event.error;

const offer: Promise<{ type: string; sdp?: string }> = pc.createOffer({ iceRestart: true });
void offer.then(
  (description) => new RTCSessionDescription({ type: 'offer', sdp: description.sdp ?? '' }),
);
see<Promise<void>>(
  pc.createOffer(
    (description) => {
      see<string>(description.type);
    },
    (error) => {
      see<DOMException>(error);
    },
  ),
);

new RTCDataChannelEvent('datachannel', { channel: pc.createDataChannel('label') });
new RTCErrorEvent('error', { error: new RTCError({ errorDetail: 'dtls-failure' }) });

const track = nonstandard.createTestTrack('video', { width: 1280, height: 720 });
// @ts-expect-error -- options of the other kind
nonstandard.createTestTrack('audio', { width: 1280 });
void track.applyConstraints({ width: { max: 640 }, frameRate: 15, advanced: [{ height: 360 }] });
// @ts-expect-error -- a bound is a number
void track.applyConstraints({ width: { max: '640' } });
see<number | undefined>(track.getSettings().width);
track.onunmute = function () {
  see<boolean>(this.muted);
};

const stream = new MediaStream([track]);
stream.onaddtrack = (event) => {
  see<MediaStreamTrack>(event.track);
};
stream.addEventListener('removetrack', (event) => {
  see<MediaStreamTrack>(event.track);
});

const stop: () => void = nonstandard.readTestTrack(track, ({ counter }: VideoReading) => {
  see<number | null>(counter);
});
stop();
nonstandard.readTestTrack(track, ({ frequency }: AudioReading) => {
  see<number | null>(frequency);
});

const sender = pc.addTrack(track, stream, stream);
see<RTCRtpSender>(sender);
pc.ontrack = ({ receiver, streams, transceiver }) => {
  see<RTCRtpReceiver>(receiver);
  see<readonly MediaStream[]>(streams);
  transceiver.direction = 'sendonly';
};
const transceiver = pc.addTransceiver('video', {
  direction: 'sendonly',
  sendEncodings: [{ rid: 'q', scaleResolutionDownBy: 4 }, { rid: 'f' }],
});
// @ts-expect-error -- a direction of the text
transceiver.direction = 'both';
const parameters = transceiver.sender.getParameters();
for (const encoding of parameters.encodings) encoding.active = false;
void transceiver.sender.setParameters(parameters, { encodingOptions: [{ keyFrame: true }, {}] });
void pc.getStats(track);
if (sender.dtmf !== null) {
  sender.dtmf.ontonechange = ({ tone }) => {
    see<string>(tone);
  };
}

const frame = new VideoFrame(new Uint8Array(6), {
  format: 'I420',
  codedWidth: 2,
  codedHeight: 2,
  timestamp: 0,
});
// @ts-expect-error -- the size is required
new VideoFrame(new Uint8Array(6), { format: 'I420', timestamp: 0 });
see<Promise<{ offset: number; stride: number }[]>>(frame.copyTo(new SharedArrayBuffer(16)));
see<number | undefined>(frame.metadata().captureTime);
new VideoFrame(frame, { rotation: 90 }).close();

const generator = new VideoTrackGenerator();
void generator.writable.getWriter().write(frame);
// @ts-expect-error -- frames alone
void generator.writable.getWriter().write('frame');
const processor = new MediaStreamTrackProcessor<VideoFrame>({ track: generator.track });
void processor.readable
  .getReader()
  .read()
  .then(({ value }) => {
    see<VideoFrame | undefined>(value);
  });
const audioGenerator = new MediaStreamTrackGenerator<AudioData>('audio');
see<MediaStreamTrack>(audioGenerator);

const videoSource = new nonstandard.RTCVideoSource({ isScreencast: true });
const videoSink: RTCVideoSink = new nonstandard.RTCVideoSink(videoSource.createTrack());
videoSink.onframe = ({ frame: picture }) => {
  see<Uint8ClampedArray>(picture.data);
  videoSource.onFrame(picture);
};
const audioSource = new nonstandard.RTCAudioSource();
audioSource.onunderrun = ({ duration }) => {
  see<number>(duration);
};
new nonstandard.RTCAudioSink(audioSource.createTrack(), { sampleRate: 16_000 }).addEventListener(
  'data',
  (data) => {
    see<Int16Array>(data.samples);
    audioSource.onData(data);
  },
);
const port = nonstandard.toTransferable(frame);
see<VideoFrame>(nonstandard.fromTransferable<VideoFrame>(port));
