const simulcast = (name, run) => ({ name: `simulcast: ${name}`, run });
const layers = (...rids) => rids.map((rid) => ({ rid }));

/** `lo hi*`: the rids of the encodings, a star for those that are not active. */
const noteEncodings = (peer, { sender }) =>
  peer.ask('encodings', () =>
    sender.getParameters().encodings.map(({ rid, active, scaleResolutionDownBy }) => {
      return `${rid ?? '-'}${active ? '' : '*'} ${scaleResolutionDownBy ?? '-'}`;
    }),
  );

/** What a description says about layers, by section. */
const layersOf = ({ sdp }) =>
  sdp
    .split(/^m=/m)
    .slice(1)
    .map((section) => {
      const lines = section.match(/^a=(rid|simulcast):.*$/gm) ?? [];
      return lines.map((line) => line.trim().slice(2)).join(', ') || 'none';
    });

/** An answer of b's to the offer that a made, with its layers as they would be from a server. */
async function answer(a, b, change) {
  await a.call('setLocalDescription');
  a.ask('offered', (pc) => layersOf(pc.localDescription));
  await b.call('setRemoteDescription', withoutLayers(a.pc.localDescription));
  const { type, sdp } = await b.call('createAnswer');
  await a.call('setRemoteDescription', { type, sdp: `${sdp}${change}` });
}

const withoutLayers = ({ type, sdp }) => ({
  type,
  sdp: sdp.replace(/a=(rid|simulcast):.*\r\n/g, ''),
});

const received = (rids, simulcastLine = rids.join(';')) =>
  [...rids.map((rid) => `a=rid:${rid} recv\r\n`), `a=simulcast:recv ${simulcastLine}\r\n`].join('');

export const layersOfVideo = [
  simulcast('offered, and taken', async (stage) => {
    const [a, b] = stage.pair();
    const transceiver = await a.needs(() =>
      a.addTransceiver(stage.track('video'), { sendEncodings: layers('lo', 'mid', 'hi') }),
    );
    noteEncodings(a, transceiver);
    await answer(a, b, received(['lo', 'mid', 'hi']));
    noteEncodings(a, transceiver);
    await a.call('setLocalDescription');
    a.ask('offered', (pc) => layersOf(pc.localDescription));
  }),

  simulcast('offered, and fewer layers taken', async (stage) => {
    const [a, b] = stage.pair();
    const transceiver = await a.needs(() =>
      a.addTransceiver(stage.track('video'), { sendEncodings: layers('lo', 'mid', 'hi') }),
    );
    await answer(a, b, received(['lo', 'hi']));
    noteEncodings(a, transceiver);
    await a.call('setLocalDescription');
    a.ask('offered', (pc) => layersOf(pc.localDescription));
  }),

  simulcast('offered, and one layer paused', async (stage) => {
    const [a, b] = stage.pair();
    const transceiver = await a.needs(() =>
      a.addTransceiver(stage.track('video'), { sendEncodings: layers('lo', 'hi') }),
    );
    await answer(a, b, received(['lo', 'hi'], 'lo;~hi'));
    noteEncodings(a, transceiver);
  }),

  simulcast('offered, and not understood', async (stage) => {
    const [a, b] = stage.pair();
    const transceiver = await a.needs(() =>
      a.addTransceiver(stage.track('video'), { sendEncodings: layers('lo', 'mid', 'hi') }),
    );
    await answer(a, b, '');
    noteEncodings(a, transceiver);
    await a.call('createOffer');
  }),

  simulcast('offered, and its section rejected', async (stage) => {
    const [a, b] = stage.pair();
    const transceiver = await a.needs(() =>
      a.addTransceiver(stage.track('video'), { sendEncodings: layers('lo', 'hi') }),
    );
    await a.call('setLocalDescription');
    await b.call('setRemoteDescription', a.pc.localDescription);
    b.ask('b got', (pc) => layersOf(pc.remoteDescription));
    b.do('stop()', (pc) => pc.getTransceivers()[0].stop());
    await b.call('setLocalDescription');
    await a.call('setRemoteDescription', b.pc.localDescription);
    noteEncodings(a, transceiver);
  }),

  simulcast('answered by a browser', async (stage) => {
    const [a, b] = stage.pair();
    const transceiver = await a.needs(() =>
      a.addTransceiver(stage.track('video'), { sendEncodings: layers('lo', 'hi') }),
    );
    await stage.signal(a, b);
    b.ask('answered', (pc) => layersOf(pc.localDescription));
    noteEncodings(a, transceiver);
    noteEncodings(b, b.pc.getTransceivers()[0]);
  }),

  simulcast('rolled back', async (stage) => {
    const [a, b] = stage.pair();
    const transceiver = await a.needs(() =>
      a.addTransceiver(stage.track('video'), { sendEncodings: layers('lo', 'hi') }),
    );
    await a.call('setLocalDescription');
    await a.needs(() => a.call('setLocalDescription', { type: 'rollback' }));
    noteEncodings(a, transceiver);
    await answer(a, b, received(['lo']));
    noteEncodings(a, transceiver);
  }),

  simulcast('asked for by the remote offer', async (stage) => {
    const [a, b] = stage.pair();
    await a.needs(() => a.addTransceiver('video', { direction: 'recvonly' }));
    const { type, sdp } = await a.call('createOffer');
    await b.needs(() => b.addTrack(stage.track('video'), stage.stream()));
    await b.call('setRemoteDescription', { type, sdp: `${sdp}${received(['x', 'y', 'z'])}` });
    const [transceiver] = b.pc.getTransceivers();
    noteEncodings(b, transceiver);
    await b.call('setLocalDescription');
    b.ask('answered', (pc) => layersOf(pc.localDescription));
    noteEncodings(b, transceiver);
  }),

  simulcast('with the settings of its layers', async (stage) => {
    const a = stage.peer('a');
    const noteOf = (sendEncodings, kind = 'video') => {
      noteEncodings(a, a.addTransceiver(kind, { sendEncodings }));
    };
    noteOf(layers('a', 'b', 'c'));
    noteOf([{ rid: 'a', scaleResolutionDownBy: 3 }, { rid: 'b' }]);
    noteOf([
      { rid: 'a', active: false },
      { rid: 'b', maxBitrate: 1000 },
    ]);
    noteOf([{ scaleResolutionDownBy: 2 }]);
    noteOf([{ maxFramerate: 5, scalabilityMode: 'L1T2' }]);
    noteOf([]);
    noteOf(layers('a', 'b', 'c', 'd'));
    noteOf(layers('a'), 'audio');
    noteOf(layers('a', 'b'), 'audio');
    noteOf([{ scaleResolutionDownBy: 2, maxFramerate: 3 }], 'audio');
  }),

  simulcast('with wrong rids', async (stage) => {
    const pc = new stage.scope.RTCPeerConnection();
    const attempt = (...rids) => {
      const text = rids.map((rid) => (rid === null ? 'none' : `'${rid}'`)).join(', ');
      const sendEncodings = rids.map((rid) => (rid === null ? {} : { rid }));
      try {
        pc.addTransceiver('video', { sendEncodings });
        stage.log.add('rids', text);
      } catch (error) {
        stage.log.add('rids', `${text} threw ${error.name}`);
      }
    };
    attempt('with space');
    attempt('ä');
    attempt('x'.repeat(16));
    attempt('x'.repeat(17));
    attempt('x'.repeat(256));
    attempt('');
    attempt('under_score');
    attempt('a-b');
    attempt('a', 'a');
    attempt('a', null);
    pc.close();
  }),

  simulcast('with wrong settings', async (stage) => {
    const a = stage.peer('a');
    const attempt = (...sendEncodings) => a.addTransceiver('video', { sendEncodings });
    attempt({}, {});
    attempt({ scaleResolutionDownBy: 0.5 });
    attempt({ scaleResolutionDownBy: -1 });
    attempt({ scaleResolutionDownBy: NaN });
    attempt({ maxFramerate: -1 });
    attempt({ maxBitrate: -1 });
    attempt({ maxBitrate: 0 });
    attempt({ scalabilityMode: 'L9T9' });
    attempt({ scalabilityMode: '' });
    attempt({ active: 'yes' });
    attempt({ priority: 'highest' });
    attempt({ networkPriority: 'high' });
    attempt({ rid: 'a', scaleResolutionDownBy: 4 }, { rid: 'b', scaleResolutionDownBy: 0 });
    a.addTransceiver('audio', { sendEncodings: [{ scaleResolutionDownBy: 0.5 }] });
    a.addTransceiver('audio', { sendEncodings: [{ maxFramerate: -5 }] });
    a.addTransceiver('audio', { sendEncodings: [{ scalabilityMode: 'L1T1' }] });
    a.addTransceiver('audio', {
      sendEncodings: [{ codec: { mimeType: 'audio/none', clockRate: 1 } }],
    });
    await stage.flush();
  }),
];
