/**
 * Connections under one policy share what their first offers and answers found
 * out about codecs. The first description after a policy is set finds out
 * anew; the next ones of its kind must have the same text.
 */
import test from 'ava';

import { nonstandard, RTCPeerConnection, RTCRtpReceiver, RTCRtpSender } from '../../lib/index.js';
import type { CodecPolicy } from '../../lib/index.js';

const names = (...codecs: string[]) =>
  RTCRtpReceiver.getCapabilities('video')!.codecs.filter(({ mimeType }) =>
    codecs.includes(mimeType.slice('video/'.length)),
  );
const videoTrack = () => nonstandard.createTestTrack('video');
const audioTrack = () => nonstandard.createTestTrack('audio');

type Prepare = (connection: RTCPeerConnection) => void;
const offering: Record<string, Prepare> = {
  'sound, picture and data': (connection) => {
    connection.createDataChannel('data');
    connection.addTrack(audioTrack());
    connection.addTrack(videoTrack());
  },
  'each direction': (connection) => {
    for (const direction of ['sendrecv', 'recvonly', 'sendonly', 'inactive'] as const) {
      connection.addTransceiver('video', { direction });
      connection.addTransceiver('audio', { direction });
    }
  },
  simulcast: (connection) => {
    connection.addTransceiver(videoTrack(), { sendEncodings: [{ rid: 'a' }, { rid: 'b' }] });
  },
  'sections with and without RTX': (connection) => {
    connection.addTransceiver(videoTrack()).setCodecPreferences(names('VP8'));
    connection.addTransceiver(videoTrack());
  },
  'a preference in front of its RTX': (connection) => {
    connection.addTransceiver(videoTrack()).setCodecPreferences(names('rtx', 'H264', 'ulpfec'));
  },
};
const answering: Record<string, Prepare> = {
  'as offered': () => undefined,
  'with tracks': (connection) => {
    connection.addTrack(videoTrack());
    connection.addTrack(audioTrack());
  },
  'without the first section': (connection) => {
    connection.getTransceivers()[0]!.stop();
  },
  'preferring one codec': (connection) => {
    for (const transceiver of connection.getTransceivers()) {
      if (transceiver.receiver.track.kind !== 'video') continue;
      transceiver.setCodecPreferences(names('H264', 'rtx'));
    }
  },
};
const policies: Record<string, CodecPolicy> = {
  'all codecs': {},
  'without RTX': { video: { deny: ['rtx'] } },
  'few codecs': { video: { allow: ['VP8', 'H264'] }, audio: { allow: ['PCMU'] } },
};

/** Its lines without what is of one connection alone. */
const textOf = (sdp: string) =>
  sdp
    .split('\r\n')
    .filter((line) => !/^(o=|a=(ice-ufrag|ice-pwd|fingerprint|msid):)/.test(line))
    .map((line) => line.replace(/^(a=ssrc(?:-group:\w+)?)[ :].*/, '$1'));

async function describe(offer: Prepare, answer: Prepare) {
  const [caller, callee] = [new RTCPeerConnection(), new RTCPeerConnection()];
  offer(caller);
  const offered = await caller.createOffer();
  await callee.setRemoteDescription(offered);
  answer(callee);
  const answered = await callee.createAnswer();
  caller.close();
  callee.close();
  return [textOf(offered.sdp), textOf(answered.sdp)];
}

test.afterEach.always(() => {
  nonstandard.setCodecPolicy(null);
});

for (const [policyName, policy] of Object.entries(policies)) {
  for (const [offerName, offer] of Object.entries(offering)) {
    for (const [answerName, answer] of Object.entries(answering)) {
      test.serial(`${policyName}: ${offerName}, answered ${answerName}`, async (t) => {
        nonstandard.setCodecPolicy(policy);
        const first = await describe(offer, answer);
        t.true(first[0]!.some((line) => line.startsWith('a=rtpmap:')));
        t.deepEqual(await describe(offer, answer), first);
        // What others asked for meanwhile does not matter.
        await describe(offering['sound, picture and data']!, answering['with tracks']!);
        t.deepEqual(await describe(offer, answer), first);
      });
    }
  }
}

test.serial('a connection keeps the codecs of the policy that it was made under', async (t) => {
  nonstandard.setCodecPolicy({ video: { allow: ['VP8'] } });
  const before = new RTCPeerConnection();
  nonstandard.setCodecPolicy({ video: { allow: ['VP9'] } });
  const after = new RTCPeerConnection();
  const codecs = async (connection: RTCPeerConnection) => {
    const { sdp } = await connection.createOffer();
    return [...new Set([...sdp.matchAll(/^a=rtpmap:\d+ (VP\d)/gm)].map(([, name]) => name))];
  };
  for (const connection of [before, after]) connection.addTransceiver('video');
  t.deepEqual(await codecs(after), ['VP9']);
  t.deepEqual(await codecs(before), ['VP8']);
  t.deepEqual(await codecs(after), ['VP9']);
  for (const connection of [before, after]) connection.close();
});

test.serial('so many different offers that some are forgotten', async (t) => {
  const media = RTCRtpSender.getCapabilities('video')!.codecs.filter(({ mimeType }) =>
    /VP8|VP9|H264|AV1/.test(mimeType),
  );
  t.true(media.length > 8);
  const offers = media.map((codec) => async () => {
    const connection = new RTCPeerConnection();
    connection.addTransceiver('video').setCodecPreferences([codec]);
    const { sdp } = await connection.createOffer();
    connection.close();
    return textOf(sdp);
  });
  const first = [];
  for (const offer of offers) first.push(await offer());
  t.is(new Set(first.map(String)).size, offers.length);
  for (const [index, offer] of offers.entries()) t.deepEqual(await offer(), first[index]);
});
