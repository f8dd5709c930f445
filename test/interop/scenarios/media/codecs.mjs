const codecs = (name, run) => ({ name: `codecs: ${name}`, run });

/** `opus rtx`: the codecs of each section, without how they are set up. */
const codecsOf = ({ sdp }) =>
  sdp
    .split(/^m=/m)
    .slice(1)
    .map((section) => {
      const order = /^\w+ \d+ \S+ (.*)$/m.exec(section)[1].trim().split(' ');
      const names = order.map(
        (type) => new RegExp(`^a=rtpmap:${type} ([^/]+)`, 'm').exec(section)?.[1] ?? type,
      );
      return [...new Set(names)].join(' ');
    });

/** Those that both have; the machine decides about the rest. */
const common = ['audio/opus', 'audio/pcmu', 'video/vp8', 'video/vp9', 'video/rtx', 'video/red'];

function capable(stage, kind, ...names) {
  const { codecs: known } = stage.scope.RTCRtpSender.getCapabilities(kind);
  return names.flatMap((name) =>
    known.filter(({ mimeType }) => mimeType.toLowerCase() === `${kind}/${name}`),
  );
}

const prefer = (peer, transceiver, text, list) =>
  peer.do(`setCodecPreferences() to ${text}`, () => transceiver.setCodecPreferences(list));

const mimeTypes = (owner) => [
  ...new Set(owner.getParameters().codecs.map(({ mimeType }) => mimeType.toLowerCase())),
];

export const codecsOfTransceivers = [
  codecs('that there are', async (stage) => {
    const a = stage.peer('a');
    const { RTCRtpSender, RTCRtpReceiver } = stage.scope;
    for (const [name, type] of Object.entries({ RTCRtpSender, RTCRtpReceiver })) {
      for (const kind of ['audio', 'video']) {
        a.ask(`${name} ${kind}`, () => {
          const { codecs: known, headerExtensions, ...rest } = type.getCapabilities(kind);
          const names = known.map(({ mimeType }) => mimeType.toLowerCase());
          return {
            codecs: common.filter((each) => names.includes(each)),
            members: [...new Set(known.flatMap((codec) => Object.keys(codec)))].sort(),
            extensions: headerExtensions.length > 0,
            rest,
          };
        });
      }
      a.ask(`${name} of nothing`, () => [
        type.getCapabilities('nothing'),
        type.getCapabilities(''),
        type.getCapabilities(null),
      ]);
      a.do(`${name} without a kind`, () => type.getCapabilities());
    }
  }),

  codecs('preferred by the offerer', async (stage) => {
    const [a, b] = stage.pair();
    const transceiver = await a.needs(() => a.addTransceiver(stage.track('video')));
    prefer(a, transceiver, 'VP9 and VP8', capable(stage, 'video', 'vp9', 'vp8'));
    await stage.flush();
    await stage.signal(a, b);
    a.ask('offered', (pc) => codecsOf(pc.localDescription));
    b.ask('answered', (pc) => codecsOf(pc.localDescription));
    a.ask('sends', () => mimeTypes(transceiver.sender));
    b.ask('receives', (pc) => mimeTypes(pc.getReceivers()[0]));
  }),

  codecs('preferred by the answerer', async (stage) => {
    const [a, b] = stage.pair();
    const transceiver = await a.needs(() => a.addTransceiver('audio'));
    await a.call('setLocalDescription');
    await b.call('setRemoteDescription', a.pc.localDescription);
    const [answering] = b.pc.getTransceivers();
    prefer(b, answering, 'PCMU and Opus', capable(stage, 'audio', 'pcmu', 'opus'));
    await b.call('setLocalDescription');
    await a.call('setRemoteDescription', b.pc.localDescription);
    b.ask('answered', (pc) => codecsOf(pc.localDescription));
    a.ask('sends', () => mimeTypes(transceiver.sender));
    b.ask('receives', () => mimeTypes(answering.receiver));
    prefer(b, answering, 'the default', []);
    await stage.flush();
    await stage.signal(b, a);
    b.ask('offered before others', (pc) => codecsOf(pc.localDescription)[0].split(' ')[0]);
  }),

  codecs('preferred without one in common', async (stage) => {
    const [a, b] = stage.pair();
    const transceiver = await a.needs(() => a.addTransceiver('audio'));
    a.addTransceiver('audio');
    prefer(a, transceiver, 'Opus', capable(stage, 'audio', 'opus'));
    await a.call('setLocalDescription');
    await b.call('setRemoteDescription', a.pc.localDescription);
    prefer(b, b.pc.getTransceivers()[0], 'PCMU', capable(stage, 'audio', 'pcmu'));
    await b.call('createAnswer');
  }),

  codecs('preferred wrongly', async (stage) => {
    const a = stage.peer('a');
    const audio = await a.needs(() => a.addTransceiver('audio'));
    const video = a.addTransceiver('video');
    const [opus] = capable(stage, 'audio', 'opus');
    const [vp8] = capable(stage, 'video', 'vp8');
    const rtx = capable(stage, 'video', 'rtx');
    prefer(a, audio, 'VP8', [vp8]);
    prefer(a, video, 'Opus', [opus]);
    prefer(a, video, 'RTX alone', rtx);
    prefer(a, video, 'VP8 twice', [vp8, vp8, ...rtx]);
    prefer(a, video, 'another clock rate', [{ ...vp8, clockRate: 1 }]);
    prefer(a, audio, 'another number of channels', [{ ...opus, channels: 1 }]);
    prefer(a, audio, 'other parameters', [{ ...opus, sdpFmtpLine: 'x=1' }]);
    prefer(a, audio, 'no parameters', [{ ...opus, sdpFmtpLine: undefined }]);
    prefer(a, audio, 'upper case', [{ ...opus, mimeType: 'AUDIO/OPUS' }]);
    prefer(a, audio, 'no type', [{ clockRate: 48_000 }]);
    prefer(a, audio, 'no clock rate', [{ mimeType: 'audio/opus' }]);
    prefer(a, audio, 'nothing', undefined);
    prefer(a, audio, 'null', null);
    prefer(a, audio, 'null among them', [null]);
    a.do('setCodecPreferences()', () => audio.setCodecPreferences());
    await a.call('createOffer');
  }),

  codecs('preferred when it is too late', async (stage) => {
    const [a, b] = stage.pair();
    const transceiver = await a.needs(() => a.addTransceiver('video'));
    const other = a.addTransceiver('video');
    a.do('stop()', () => other.stop());
    prefer(a, other, 'VP8', capable(stage, 'video', 'vp8'));
    await stage.signal(a, b);
    prefer(a, transceiver, 'VP8', capable(stage, 'video', 'vp8'));
    await stage.flush();
    await a.call('createOffer');
    a.close();
    prefer(a, transceiver, 'VP9', capable(stage, 'video', 'vp9'));
    prefer(a, transceiver, 'none', []);
  }),

  codecs('of header extensions', async (stage) => {
    const [a, b] = stage.pair();
    const transceiver = await a.needs(() => a.addTransceiver('audio'));
    const mid = 'urn:ietf:params:rtp-hdrext:sdes:mid';
    const level = 'urn:ietf:params:rtp-hdrext:ssrc-audio-level';
    const find = (list) =>
      [mid, level].map((wanted) => list.find(({ uri }) => uri === wanted)?.direction ?? 'none');
    const noteExtensions = (peer, of) => {
      peer.ask('to negotiate', () => find(of.getHeaderExtensionsToNegotiate()));
      peer.ask('negotiated', () => find(of.getNegotiatedHeaderExtensions()));
    };
    noteExtensions(a, transceiver);
    const change = (text, edit) =>
      a.do(`setHeaderExtensionsToNegotiate() with ${text}`, () => {
        const list = transceiver.getHeaderExtensionsToNegotiate();
        transceiver.setHeaderExtensionsToNegotiate(edit(list) ?? list);
      });
    const direct = (uri, direction) => (list) => {
      list.find((each) => each.uri === uri).direction = direction;
    };
    change('nothing changed', () => {});
    change('no audio level', direct(level, 'stopped'));
    noteExtensions(a, transceiver);
    change('no mid', direct(mid, 'stopped'));
    change('mid sent only', direct(mid, 'sendonly'));
    change('an unknown direction', direct(level, 'nowhere'));
    change('an unknown URI', (list) => {
      list[0].uri = 'urn:none';
    });
    change('an empty URI', (list) => {
      list[0].uri = '';
    });
    change('one less', (list) => list.slice(1));
    change('none', () => []);
    change('another order', (list) => list.reverse());
    a.do('setHeaderExtensionsToNegotiate()', () => transceiver.setHeaderExtensionsToNegotiate());
    await stage.flush();
    await stage.signal(a, b);
    noteExtensions(a, transceiver);
    const [answering] = b.pc.getTransceivers();
    noteExtensions(b, answering);
    a.do('stop()', () => transceiver.stop());
    noteExtensions(a, transceiver);
    change('nothing changed', () => {});
    b.close();
    noteExtensions(b, answering);
  }),
];
