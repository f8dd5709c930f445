import { nativeError } from '../helpers/fake-native.js';
import { make, newTrack } from '../helpers/negotiation.js';

import test from 'ava';

import { MediaStream } from '../../../lib/index.js';
import type { RTCRtpEncodingParameters } from '../../../lib/index.js';
import type { NativeTransceiverInit } from '../../../lib/native.js';
import { nativeTrackOf } from '../../../lib/mediastream/MediaStreamTrack.js';
import { thrown } from '../../helpers/failure.js';

function encodings(sendEncodings: RTCRtpEncodingParameters[], kind: 'audio' | 'video' = 'video') {
  const { connection, native } = make();
  connection.addTransceiver(kind, { sendEncodings });
  return (native.calls.at(-1)!.args[2] as NativeTransceiverInit).sendEncodings;
}

function failure(sendEncodings: object[], kind: 'audio' | 'video' = 'video'): Error {
  return thrown(() => encodings(sendEncodings, kind));
}

test('a transceiver of a kind has no track to send', (t) => {
  const { connection, native } = make();
  const transceiver = connection.addTransceiver('audio');
  t.like(transceiver, { direction: 'sendrecv', currentDirection: null, mid: null });
  t.is(transceiver.sender.track, null);
  t.is(transceiver.receiver.track.kind, 'audio');
  t.deepEqual(native.calls.at(-1)?.args, [
    'audio',
    null,
    { direction: 'sendrecv', streamIds: [], sendEncodings: [] },
  ]);
});

test('a transceiver of a track sends it', (t) => {
  const { connection, native } = make();
  const track = newTrack();
  const stream = new MediaStream();
  const init = { direction: 'sendonly', streams: [stream, stream] } as const;
  const transceiver = connection.addTransceiver(track, { ...init, streams: [stream, stream] });
  t.is(transceiver.sender.track, track);
  t.is(transceiver.direction, 'sendonly');
  t.deepEqual(native.calls.at(-1)?.args, [
    'video',
    nativeTrackOf(track),
    { direction: 'sendonly', streamIds: [stream.id], sendEncodings: [] },
  ]);
  t.not(connection.addTransceiver(track), transceiver);
});

test('transceivers are in the order they were made in', (t) => {
  const { connection } = make();
  const made = (['video', 'audio', 'video'] as const).map((kind) =>
    connection.addTransceiver(kind),
  );
  t.deepEqual(connection.getTransceivers(), made);
  t.deepEqual(
    connection.getSenders(),
    made.map(({ sender }) => sender),
  );
  t.not(connection.getTransceivers(), connection.getTransceivers());
});

test('a kind is audio or video, a direction none that is stopped', (t) => {
  const { connection } = make();
  for (const wrong of ['text', '', {}, null, undefined]) {
    const { name } = thrown(() => connection.addTransceiver(wrong as string));
    t.is(name, 'TypeError');
  }
  const stopped = thrown(() => connection.addTransceiver('audio', { direction: 'stopped' }));
  t.is(stopped.name, 'TypeError');
  connection.close();
  t.is(thrown(() => connection.addTransceiver('text')).name, 'TypeError');
  t.is(thrown(() => connection.addTransceiver('audio')).name, 'InvalidStateError');
});

test('what libwebrtc refuses is thrown', (t) => {
  const { connection, native } = make();
  native.failure = nativeError('unsupported-operation');
  t.is(thrown(() => connection.addTransceiver('video')).name, 'OperationError');
  native.failure = new Error('no seam error');
  t.is(
    thrown(() => connection.addTransceiver('video')),
    native.failure as Error,
  );
});

test('rids are letters and digits, of all encodings or of none, each once', (t) => {
  for (const wrong of [
    [{ rid: '' }],
    [{ rid: 'a-b' }, { rid: 'c' }],
    [{ rid: 'é' }, { rid: 'c' }],
    [{ rid: 'a'.repeat(17) }, { rid: 'c' }],
    [{ rid: 'a' }, {}],
    [{ rid: 'a' }, { rid: 'a' }],
  ]) {
    t.is(failure(wrong).name, 'TypeError', JSON.stringify(wrong));
  }
  t.is(encodings([{ rid: 'a'.repeat(16) }, { rid: 'Z9' }]).length, 2);
});

test('scales and frame rates have their ranges', (t) => {
  t.is(failure([{ scaleResolutionDownBy: 0.9 }]).name, 'RangeError');
  t.is(failure([{ maxFramerate: -1 }]).name, 'RangeError');
  t.regex(
    failure([{ rid: 'a' }, { rid: 'b', maxFramerate: -1 }]).message,
    /^RTCPeerConnection\.addTransceiver: init\.sendEncodings\[1\]\.maxFramerate: -1 /,
  );
  t.like(encodings([{ maxFramerate: 0 }])[0], { maxFramerate: 0 });
  t.is(failure([{ rid: 'a' }, { scaleResolutionDownBy: 0.5 }]).name, 'TypeError');
});

test('several encodings are scaled by powers of two unless one says its scale', (t) => {
  const scales = (list: RTCRtpEncodingParameters[]) =>
    encodings(list).map(({ scaleResolutionDownBy }) => scaleResolutionDownBy);
  t.deepEqual(scales([{ rid: 'q' }, { rid: 'h' }, { rid: 'f' }]), [4, 2, 1]);
  t.deepEqual(scales([{ rid: 'q', scaleResolutionDownBy: 3 }, { rid: 'f' }]), [3, 1]);
  t.deepEqual(scales([{}]), [1]);
});

test('encodings above what can be sent are cut off', (t) => {
  const rids = ['a', 'b', 'c', 'd', 'e'].map((rid) => ({ rid }));
  t.like(encodings(rids), [
    { rid: 'a', scaleResolutionDownBy: 4 },
    { rid: 'b', scaleResolutionDownBy: 2 },
    { rid: 'c', scaleResolutionDownBy: 1 },
  ]);
  t.is(encodings(rids).length, 3);
  t.is(encodings(rids, 'audio').length, 1);
  t.is(encodings(rids, 'audio')[0]?.rid, '');
  t.is(encodings([{ rid: 'alone' }])[0]?.rid, '');
});

test('audio has no members of video, video none of audio', (t) => {
  const given = {
    scaleResolutionDownBy: 0.5,
    maxFramerate: -1,
    scalabilityMode: 'L1T2',
    adaptivePtime: true,
  };
  t.like(encodings([given], 'audio')[0], {
    scaleResolutionDownBy: null,
    maxFramerate: null,
    scalabilityMode: null,
    adaptivePtime: true,
  });
  const video = encodings([{ scalabilityMode: 'L1T2', adaptivePtime: true }])[0];
  t.like(video, { scalabilityMode: 'L1T2', adaptivePtime: false, scaleResolutionDownBy: 1 });
});

test('an encoding has its defaults and its bounds', (t) => {
  t.deepEqual(encodings([{}], 'audio'), [
    {
      rid: '',
      active: true,
      maxBitrate: null,
      maxFramerate: null,
      scaleResolutionDownBy: null,
      scalabilityMode: null,
      priority: 'low',
      networkPriority: 'low',
      adaptivePtime: false,
      codec: null,
      requestKeyFrame: false,
    },
  ]);
  t.like(encodings([{ priority: 'high', maxBitrate: 0xffff_ffff, active: false }])[0], {
    priority: 'high',
    networkPriority: 'high',
    maxBitrate: 0x7fff_ffff,
    active: false,
  });
  t.like(encodings([{ priority: 'high', networkPriority: 'medium' }])[0], {
    networkPriority: 'medium',
  });
});

test('the codec of an encoding is one that can be sent', (t) => {
  const vp9 = { mimeType: 'video/vp9', clockRate: 90_000, sdpFmtpLine: 'profile-id=0' };
  t.deepEqual(encodings([{ codec: vp9 }])[0]?.codec, { ...vp9, channels: null });
  for (const codec of [
    { ...vp9, sdpFmtpLine: 'profile-id=7' },
    { mimeType: 'video/rtx', clockRate: 90_000 },
    { mimeType: 'audio/opus', clockRate: 48_000, channels: 2 },
    { mimeType: 'nonsense', clockRate: 1 },
  ]) {
    t.is(failure([{ codec }]).name, 'OperationError', codec.mimeType);
  }
  const opus = { mimeType: 'audio/opus', clockRate: 48_000, channels: 2 };
  const sdpFmtpLine = 'useinbandfec=1; minptime=10';
  t.is(failure([{ codec: opus }], 'audio').name, 'OperationError');
  t.is(encodings([{ codec: { ...opus, sdpFmtpLine } }], 'audio').length, 1);
});
