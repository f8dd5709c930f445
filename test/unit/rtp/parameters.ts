import { nativeError } from '../helpers/fake-native.js';
import { encoding } from '../helpers/fake-transceiver.js';
import type { FakeTransceiver } from '../helpers/fake-transceiver.js';
import { addTransceiver, make, setRemote } from '../helpers/negotiation.js';
import type { Made } from '../helpers/negotiation.js';

import test from 'ava';

import type { RTCRtpSender, RTCRtpSendParameters } from '../../../lib/index.js';
import type { NativeEncoding, NativeSendParameters } from '../../../lib/native.js';
import { rejection } from '../../helpers/failure.js';
import { task } from '../../helpers/wait.js';

const negotiated: NativeSendParameters = {
  codecs: [
    {
      mimeType: 'video/VP9',
      clockRate: 90_000,
      channels: null,
      sdpFmtpLine: 'profile-id=0',
      payloadType: 98,
    },
    {
      mimeType: 'video/rtx',
      clockRate: 90_000,
      channels: null,
      sdpFmtpLine: 'apt=98',
      payloadType: 99,
    },
  ],
  headerExtensions: [{ uri: 'urn:example', id: 4, encrypted: false }],
  rtcp: { cname: 'name', reducedSize: true },
  encodings: [encoding({ rid: 'a' }), encoding({ rid: 'b', active: false })],
  degradationPreference: null,
};

interface Sending extends Made {
  readonly sender: RTCRtpSender;
  readonly fake: FakeTransceiver;
}

function sending(parameters: NativeSendParameters, kind: 'audio' | 'video' = 'video'): Sending {
  const made = make();
  const { transceiver, fake } = addTransceiver(made, kind);
  fake.sendParameters = parameters;
  return { ...made, sender: transceiver.sender, fake };
}

/** Changes the parameters, and lets libwebrtc take them. */
async function change(
  { sender, native, fake }: Sending,
  edit: (parameters: RTCRtpSendParameters) => void,
): Promise<readonly NativeEncoding[]> {
  const parameters = sender.getParameters();
  edit(parameters);
  const set = sender.setParameters(parameters);
  native.settle('setSendParameters', null);
  await set;
  return fake.last('setSendParameters').args[0] as readonly NativeEncoding[];
}

/** The name of the error that a change is refused with, before libwebrtc sees it. */
async function refusal(
  made: Sending,
  edit: (parameters: RTCRtpSendParameters) => void,
): Promise<string> {
  const parameters = made.sender.getParameters();
  edit(parameters);
  const before = made.fake.count('setSendParameters');
  const { name } = await rejection(made.sender.setParameters(parameters));
  return made.fake.count('setSendParameters') === before ? name : `${name}, asked`;
}

test('what was negotiated is told', (t) => {
  const { sender } = sending(negotiated);
  const { transactionId, ...parameters } = sender.getParameters();
  t.regex(transactionId, /^[0-9a-f-]{36}$/);
  const common = { adaptivePtime: false, networkPriority: 'low', priority: 'low' };
  t.deepEqual(parameters, {
    codecs: [
      { clockRate: 90_000, mimeType: 'video/VP9', sdpFmtpLine: 'profile-id=0', payloadType: 98 },
      { clockRate: 90_000, mimeType: 'video/rtx', sdpFmtpLine: 'apt=98', payloadType: 99 },
    ],
    headerExtensions: [{ encrypted: false, id: 4, uri: 'urn:example' }],
    rtcp: { cname: 'name', reducedSize: true },
    encodings: [
      { rid: 'a', active: true, scaleResolutionDownBy: 2, ...common },
      { rid: 'b', active: false, scaleResolutionDownBy: 1, ...common },
    ],
  } as never);
});

test('the scale of video is always there, that of audio never', (t) => {
  const scales = (encodings: NativeEncoding[], kind: 'audio' | 'video' = 'video') =>
    sending({ ...negotiated, encodings }, kind)
      .sender.getParameters()
      .encodings.map(({ scaleResolutionDownBy }) => scaleResolutionDownBy);
  t.deepEqual(scales([encoding()]), [1]);
  t.deepEqual(scales([encoding({ scaleResolutionDownBy: 3 }), encoding()]), [3, 1]);
  t.deepEqual(scales([encoding()], 'audio'), [undefined]);
});

test('every member of an encoding is told', (t) => {
  const full = encoding({
    maxBitrate: 1000,
    maxFramerate: 12.5,
    scalabilityMode: 'L1T2',
    priority: 'high',
    networkPriority: 'medium',
    adaptivePtime: true,
    codec: { mimeType: 'video/VP8', clockRate: 90_000, channels: null, sdpFmtpLine: null },
  });
  const { sender } = sending({ ...negotiated, encodings: [full] });
  t.deepEqual(sender.getParameters().encodings, [
    {
      active: true,
      adaptivePtime: true,
      codec: { clockRate: 90_000, mimeType: 'video/VP8' },
      maxBitrate: 1000,
      maxFramerate: 12.5,
      networkPriority: 'medium',
      priority: 'high',
      scalabilityMode: 'L1T2',
      scaleResolutionDownBy: 1,
    },
  ]);
});

test('in one task they are the same, asked for once', async (t) => {
  const { sender, fake } = sending(negotiated);
  const first = sender.getParameters();
  first.encodings[0]!.active = false;
  const second = sender.getParameters();
  t.not(second, first);
  t.is(second.transactionId, first.transactionId);
  t.true(second.encodings[0]!.active);
  t.is(fake.count('getSendParameters'), 1);
  await Promise.resolve();
  t.is(sender.getParameters().transactionId, first.transactionId);
  await task();
  t.not(sender.getParameters().transactionId, first.transactionId);
  t.is(fake.count('getSendParameters'), 2);
});

test('a description makes them new', async (t) => {
  const made = sending(negotiated);
  const { transactionId } = made.sender.getParameters();
  const set = setRemote(made, 'offer', [made.fake.facts({ mid: '0' })]);
  t.not(made.sender.getParameters().transactionId, transactionId);
  await set;
});

test('changed encodings are set', async (t) => {
  const made = sending(negotiated);
  const [first, second] = await change(made, ({ encodings }) => {
    Object.assign(encodings[0]!, { maxBitrate: 5000, maxFramerate: 0, scalabilityMode: 'L1T3' });
    Object.assign(encodings[1]!, { active: true, priority: 'high', networkPriority: 'very-low' });
  });
  t.like(first, {
    rid: 'a',
    maxBitrate: 5000,
    maxFramerate: 0,
    scalabilityMode: 'L1T3',
    scaleResolutionDownBy: 2,
    requestKeyFrame: false,
  });
  t.like(second, { rid: 'b', active: true, priority: 'high', networkPriority: 'very-low' });
  t.is(made.fake.last('setSendParameters').args[1], null);
});

test('a scale that was taken away is 1', async (t) => {
  const encodings = await change(sending(negotiated), (parameters) => {
    for (const each of parameters.encodings) delete each.scaleResolutionDownBy;
  });
  t.deepEqual(
    encodings.map(({ scaleResolutionDownBy }) => scaleResolutionDownBy),
    [1, 1],
  );
});

test('audio has no members of video', async (t) => {
  const made = sending({ ...negotiated, codecs: [], encodings: [encoding()] }, 'audio');
  const [first] = await change(made, ({ encodings }) => {
    Object.assign(encodings[0]!, { scaleResolutionDownBy: 0.5, maxFramerate: -1 });
  });
  t.like(first, { scaleResolutionDownBy: null, maxFramerate: null });
});

test('what video keeps is set, told and taken back', async (t) => {
  const made = sending(negotiated);
  for (const [name, native] of [
    ['maintain-framerate', 'maintain-framerate'],
    ['balanced', 'balanced'],
    ['maintain-framerate-and-resolution', 'disabled'],
  ] as const) {
    await change(made, (parameters) => {
      parameters.degradationPreference = name;
    });
    t.is(made.fake.last('setSendParameters').args[1], native);
    made.fake.sendParameters = { ...negotiated, degradationPreference: native };
    await task();
    t.is(made.sender.getParameters().degradationPreference, name);
  }
  await change(made, (parameters) => {
    delete parameters.degradationPreference;
  });
  t.is(made.fake.last('setSendParameters').args[1], null);
});

test('parameters are set once, in a later task too', async (t) => {
  const made = sending(negotiated);
  const { sender, native } = made;
  const never = sending(negotiated).sender.getParameters();
  t.is((await rejection(sender.setParameters(never))).name, 'InvalidStateError');

  const parameters = sender.getParameters();
  await task();
  await setRemote(made, 'offer', [made.fake.facts({ mid: '0' })]);
  const set = sender.setParameters(parameters);
  native.settle('setSendParameters', null);
  await set;
  t.is((await rejection(sender.setParameters(parameters))).name, 'InvalidStateError');
});

test('parameters of an earlier task are not those of this one', async (t) => {
  const { sender } = sending(negotiated);
  const parameters = sender.getParameters();
  await task();
  sender.getParameters();
  t.is((await rejection(sender.setParameters(parameters))).name, 'InvalidModificationError');
});

test('read-only members are not changed', async (t) => {
  const edits: Record<string, (parameters: RTCRtpSendParameters) => void> = {
    fewer: ({ encodings }) => encodings.pop(),
    more: ({ encodings }) => encodings.push({ rid: 'c' }),
    'another order': ({ encodings }) => encodings.reverse(),
    'another rid': ({ encodings }) => Object.assign(encodings[0]!, { rid: 'z' }),
    'no rid': ({ encodings }) => delete encodings[0]!.rid,
    transactionId: (parameters) => (parameters.transactionId = 'x'),
    codecs: ({ codecs }) => codecs.pop(),
    'payload type': ({ codecs }) => Object.assign(codecs[0]!, { payloadType: 5 }),
    cname: ({ rtcp }) => (rtcp.cname = 'x'),
    'no reducedSize': ({ rtcp }) => delete rtcp.reducedSize,
    extension: ({ headerExtensions }) => headerExtensions.push({ uri: 'x', id: 1 }),
  };
  for (const [name, edit] of Object.entries(edits)) {
    t.is(await refusal(sending(negotiated), edit), 'InvalidModificationError', name);
  }
});

test('what does not convert is a TypeError', async (t) => {
  const made = sending(negotiated);
  for (const name of ['transactionId', 'encodings', 'codecs', 'rtcp', 'headerExtensions']) {
    t.is(
      await refusal(made, (parameters) => Reflect.deleteProperty(parameters, name)),
      'TypeError',
    );
  }
  const set = made.sender.setParameters.bind(made.sender) as () => Promise<void>;
  t.is((await rejection(set())).name, 'TypeError');
});

test('scales and frame rates have their ranges', async (t) => {
  const made = sending(negotiated);
  for (const member of [{ scaleResolutionDownBy: 0.99 }, { maxFramerate: -0.5 }]) {
    const name = await refusal(made, ({ encodings }) => Object.assign(encodings[1]!, member));
    t.is(name, 'RangeError');
  }
});

test('the codec of an encoding is a negotiated one of media', async (t) => {
  const made = sending(negotiated);
  const codec = { mimeType: 'video/VP9', clockRate: 90_000, sdpFmtpLine: 'profile-id=0' };
  const [first] = await change(made, ({ encodings }) => Object.assign(encodings[0]!, { codec }));
  t.deepEqual(first!.codec, { ...codec, channels: null });
  for (const mimeType of ['video/VP8', 'video/rtx']) {
    const name = await refusal(made, ({ encodings }) => {
      encodings[0]!.codec = { mimeType, clockRate: 90_000 };
    });
    t.is(name, 'InvalidModificationError', mimeType);
  }
});

test('before the negotiation the codec is one that can be sent', async (t) => {
  const made = sending({ ...negotiated, codecs: [] });
  const vp8 = { mimeType: 'video/VP8', clockRate: 90_000 };
  await change(made, ({ encodings }) => Object.assign(encodings[0]!, { codec: vp8 }));
  const name = await refusal(made, ({ encodings }) => {
    encodings[0]!.codec = { mimeType: 'video/none', clockRate: 90_000 };
  });
  t.is(name, 'InvalidModificationError');
});

test('key frames are asked for, one option per encoding', async (t) => {
  const { sender, native, fake } = sending(negotiated);
  const set = sender.setParameters(sender.getParameters(), {
    encodingOptions: [{}, { keyFrame: true }],
  });
  native.settle('setSendParameters', null);
  await set;
  const encodings = fake.last('setSendParameters').args[0] as NativeEncoding[];
  t.deepEqual(
    encodings.map(({ requestKeyFrame }) => requestKeyFrame),
    [false, true],
  );
  const one = { encodingOptions: [{ keyFrame: true }] };
  const refused = await rejection(sender.setParameters(sender.getParameters(), one));
  t.is(refused.name, 'InvalidModificationError');

  const audio = sending({ ...negotiated, codecs: [], encodings: [encoding()] }, 'audio');
  const ignored = audio.sender.setParameters(audio.sender.getParameters(), {
    encodingOptions: [{ keyFrame: true }, {}],
  });
  audio.native.settle('setSendParameters', null);
  await ignored;
  const [first] = audio.fake.last('setSendParameters').args[0] as NativeEncoding[];
  t.false(first!.requestKeyFrame);
});

test('a stopped transceiver takes none', async (t) => {
  const made = sending(negotiated);
  const parameters = made.sender.getParameters();
  made.connection.getTransceivers()[0]!.stop();
  t.is((await rejection(made.sender.setParameters(parameters))).name, 'InvalidStateError');
});

test('of a closed connection nothing is left', async (t) => {
  const made = sending(negotiated);
  made.connection.close();
  t.like(made.sender.getParameters(), { encodings: [], codecs: [], headerExtensions: [] });
  t.is(made.fake.count('getSendParameters'), 0);
  const parameters = made.sender.getParameters();
  t.is((await rejection(made.sender.setParameters(parameters))).name, 'InvalidStateError');
});

test('what libwebrtc refuses is an OperationError, but for what the text names', async (t) => {
  const made = sending(negotiated);
  for (const [type, name] of [
    ['unsupported-parameter', 'OperationError'],
    ['invalid-parameter', 'OperationError'],
    ['internal-error', 'OperationError'],
    ['invalid-modification', 'InvalidModificationError'],
    ['invalid-state', 'InvalidStateError'],
    ['invalid-range', 'RangeError'],
  ] as const) {
    const failed = rejection(made.sender.setParameters(made.sender.getParameters()));
    made.native.settle('setSendParameters', null, nativeError(type));
    t.is((await failed).name, name, type);
  }
});
