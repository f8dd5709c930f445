const transceivers = (name, run) => ({ name: `transceivers: ${name}`, run });
const directions = ['sendrecv', 'sendonly', 'recvonly', 'inactive'];

/** Sets a direction and logs what that does. */
function direct(peer, transceiver, direction) {
  peer.do(`${peer.media.name(transceiver)}.direction = ${direction}`, () => {
    transceiver.direction = direction;
  });
}

export const directionsOfTransceivers = [
  transceivers('of every direction', async (stage) => {
    const [a, b] = stage.pair();
    await a.needs(() => {
      for (const direction of directions) {
        a.addTransceiver('audio', { direction });
        a.addTransceiver(stage.track('video'), { direction, streams: [stage.stream()] });
      }
    });
    await stage.signal(a, b);
    await stage.flush();
  }),

  ...directions.map((answered) =>
    transceivers(`of every direction, answered ${answered}`, async (stage) => {
      const [a, b] = stage.pair();
      await a.needs(() => {
        for (const direction of directions) {
          a.addTransceiver('audio', { direction, streams: [stage.stream()] });
        }
      });
      await a.call('setLocalDescription');
      await b.call('setRemoteDescription', a.pc.localDescription);
      for (const transceiver of b.pc.getTransceivers()) direct(b, transceiver, answered);
      await b.call('setLocalDescription');
      await a.call('setRemoteDescription', b.pc.localDescription);
      await stage.flush();
    }),
  ),

  transceivers('change direction one after the other', async (stage) => {
    const [a, b] = stage.pair();
    await a.needs(() => a.addTransceiver('audio', { streams: [stage.stream()] }));
    await stage.signal(a, b);
    const [mine] = a.pc.getTransceivers();
    const [theirs] = b.pc.getTransceivers();
    await b.needs(() => direct(b, theirs, 'sendrecv'));
    await stage.signal(b, a);
    await a.needs(() => direct(a, mine, 'inactive'));
    await stage.signal(a, b);
    direct(b, theirs, 'recvonly');
    direct(a, mine, 'sendonly');
    await stage.flush();
    await stage.signal(a, b);
    direct(b, theirs, 'sendonly');
    await stage.signal(a, b);
    await stage.signal(b, a);
    await stage.flush();
  }),

  transceivers('change direction back before it was negotiated', async (stage) => {
    const [a, b] = stage.pair();
    await a.needs(() => a.addTransceiver('video'));
    await stage.signal(a, b);
    const [transceiver] = a.pc.getTransceivers();
    direct(a, transceiver, 'recvonly');
    direct(a, transceiver, 'sendrecv');
    direct(a, transceiver, 'sendrecv');
    await stage.flush();
    a.note('no event came');
    direct(a, transceiver, 'sendonly');
    await stage.flush();
    direct(a, transceiver, 'inactive');
    await stage.flush();
  }),

  transceivers('change direction while an offer is out', async (stage) => {
    const [a, b] = stage.pair();
    await a.needs(() => a.addTransceiver('audio', { streams: [stage.stream()] }));
    const [transceiver] = a.pc.getTransceivers();
    await a.call('setLocalDescription');
    direct(a, transceiver, 'recvonly');
    await b.call('setRemoteDescription', a.pc.localDescription);
    direct(b, b.pc.getTransceivers()[0], 'sendrecv');
    await b.call('setLocalDescription');
    await a.call('setRemoteDescription', b.pc.localDescription);
    await stage.flush();
    await stage.signal(a, b);
    await stage.flush();
  }),

  transceivers('of a remote offer are made, and those of tracks used', async (stage) => {
    const [a, b] = stage.pair();
    b.addTransceiver('audio');
    await b.needs(() => b.addTrack(stage.track('audio')));
    await a.needs(() => {
      a.addTransceiver('audio');
      a.addTransceiver('audio');
      a.addTransceiver('video');
    });
    await stage.signal(a, b);
    await stage.flush();
    await stage.signal(b, a);
    await stage.flush();
  }),

  transceivers('with wrong arguments', async (stage) => {
    const a = stage.peer('a');
    a.do('addTransceiver()', (pc) => pc.addTransceiver());
    a.addTransceiver('');
    a.addTransceiver('data');
    a.addTransceiver(null);
    a.addTransceiver(5);
    a.addTransceiver({});
    a.addTransceiver('audio', 5);
    a.addTransceiver('audio', { direction: 'nowhere' });
    a.addTransceiver('audio', { streams: [null] });
    a.addTransceiver('audio', { streams: null });
    a.addTransceiver('audio', { streams: {} });
    a.addTransceiver('audio', { sendEncodings: {} });
    a.addTransceiver('audio', { sendEncodings: [null] });
    await stage.flush();
    const other = a.addTransceiver('video', null);
    direct(a, other, 'nowhere');
    direct(a, other, undefined);
    a.do('direction = stopped', () => {
      other.direction = 'stopped';
    });
    const { RTCRtpTransceiver, RTCRtpSender, RTCRtpReceiver, RTCDTMFSender } = stage.scope;
    a.do('new RTCRtpTransceiver()', () => new RTCRtpTransceiver());
    a.do('new RTCRtpSender()', () => new RTCRtpSender());
    a.do('new RTCRtpReceiver()', () => new RTCRtpReceiver());
    a.do('new RTCDTMFSender()', () => new RTCDTMFSender());
  }),

  transceivers('stopped from the start', async (stage) => {
    const a = stage.peer('a');
    a.addTransceiver('audio', { direction: 'stopped' });
    await stage.flush();
  }),

  transceivers('share one track', async (stage) => {
    const [a, b] = stage.pair();
    const track = stage.track('audio');
    const stream = stage.stream();
    await a.needs(() => {
      a.addTransceiver(track, { streams: [stream] });
      a.addTransceiver(track, { streams: [stream, stage.stream()] });
    });
    a.addTrack(track, stream);
    await stage.signal(a, b);
    await stage.flush();
  }),

  transceivers('get their transports', async (stage) => {
    const [a, b] = stage.pair();
    await a.needs(() => {
      a.addTransceiver('audio');
      a.addTransceiver('video');
      a.createChannel('x');
    });
    const noteAll = () => [a, b].forEach((peer) => peer.noteMedia());
    const isShared = (peer) => {
      const [{ sender }] = peer.pc.getTransceivers();
      peer.ask('sctp has the same', (pc) => pc.sctp?.transport === sender.transport);
    };
    noteAll();
    await a.call('setLocalDescription');
    noteAll();
    isShared(a);
    await b.call('setRemoteDescription', a.pc.localDescription);
    noteAll();
    await b.call('setLocalDescription');
    noteAll();
    isShared(b);
    await a.call('setRemoteDescription', b.pc.localDescription);
    noteAll();
    isShared(a);
    const { transport } = a.pc.getSenders()[0];
    a.ask('transport', () => [
      transport.state,
      transport.iceTransport === a.pc.sctp.transport.iceTransport,
      transport.getRemoteCertificates().length,
    ]);
  }),
];
