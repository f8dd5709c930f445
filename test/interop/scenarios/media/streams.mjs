const streams = (name, run) => ({ name: `streams: ${name}`, run });

function setStreams(peer, sender, ...list) {
  const names = list.map((stream) => peer.names.argument(stream)).join(', ');
  peer.do(`setStreams(${names})`, () => sender.setStreams(...list));
}

/** Without what tells of the streams and ids of tracks. */
const withoutMsid = ({ type, sdp }) => ({
  type,
  sdp: sdp.replace(/a=(msid|ssrc|ssrc-group|msid-semantic):.*\r\n/g, ''),
});

export const remoteStreams = [
  streams('set after the first negotiation', async (stage) => {
    const [a, b] = stage.pair();
    const first = stage.stream();
    const second = stage.stream();
    const sender = await a.needs(() => a.addTrack(stage.track('audio'), first));
    await stage.signal(a, b);
    await a.needs(() => setStreams(a, sender, second));
    await stage.signal(a, b);
    await a.needs(() => setStreams(a, sender, second, first));
    await stage.signal(a, b);
    await a.needs(() => setStreams(a, sender));
    await stage.signal(a, b);
    await stage.flush();
  }),

  streams('set to what they are', async (stage) => {
    const [a, b] = stage.pair();
    const stream = stage.stream();
    const sender = await a.needs(() => a.addTrack(stage.track('audio'), stream));
    await stage.signal(a, b);
    setStreams(a, sender, stream);
    setStreams(a, sender, stream, stream);
    await stage.flush();
    a.note('no event came');
  }),

  streams('one for two tracks, then one is removed', async (stage) => {
    const [a, b] = stage.pair();
    const stream = stage.stream();
    const audio = await a.needs(() => a.addTrack(stage.track('audio'), stream));
    const video = a.addTrack(stage.track('video'), stream);
    await stage.signal(a, b);
    await a.needs(() => a.removeTrack(audio));
    await stage.signal(a, b);
    b.noteMedia();
    await a.needs(() => setStreams(a, video));
    await stage.signal(a, b);
    b.noteMedia();
    await a.needs(() => setStreams(a, video, stream));
    await stage.signal(a, b);
    await stage.flush();
  }),

  streams('swapped between two tracks', async (stage) => {
    const [a, b] = stage.pair();
    const [first, second] = [stage.stream(), stage.stream()];
    const audio = await a.needs(() => a.addTrack(stage.track('audio'), first));
    const video = a.addTrack(stage.track('video'), second);
    await stage.signal(a, b);
    await a.needs(() => {
      setStreams(a, audio, second);
      setStreams(a, video, first);
    });
    await stage.signal(a, b);
    await stage.flush();
  }),

  streams('two for one track', async (stage) => {
    const [a, b] = stage.pair();
    const [first, second] = [stage.stream(), stage.stream()];
    const sender = await a.needs(() => a.addTrack(stage.track('video'), first, second, first));
    await stage.signal(a, b);
    const [receiver] = b.pc.getReceivers();
    const direct = (direction) =>
      a.needs(() =>
        a.do(`direction = ${direction}`, (pc) => {
          pc.getTransceivers()[0].direction = direction;
        }),
      );
    await direct('recvonly');
    await stage.signal(a, b);
    b.noteMedia();
    await direct('sendonly');
    await stage.signal(a, b);
    b.ask('the same receiver', (pc) => pc.getReceivers()[0] === receiver);
    a.ask('the same sender', (pc) => pc.getSenders()[0] === sender);
    await stage.flush();
  }),

  streams('changed by the answerer', async (stage) => {
    const [a, b] = stage.pair();
    await a.needs(() => a.addTrack(stage.track('audio'), stage.stream()));
    const sender = await b.needs(() => b.addTrack(stage.track('audio'), stage.stream()));
    await stage.signal(a, b);
    await b.needs(() => setStreams(b, sender, stage.stream(), stage.stream()));
    await stage.signal(a, b);
    await stage.flush();
  }),

  streams('that are none', async (stage) => {
    const a = stage.peer('a');
    const sender = await a.needs(() => a.addTrack(stage.track('audio')));
    a.do('setStreams(null)', () => sender.setStreams(null));
    a.do('setStreams([])', () => sender.setStreams([]));
    a.do('setStreams() of a track', () => sender.setStreams(sender.track));
    setStreams(a, sender);
    a.close();
    setStreams(a, sender);
    a.do('setStreams(null)', () => sender.setStreams(null));
  }),

  streams('not told of by the offer', async (stage) => {
    const [a, b] = stage.pair();
    await a.needs(() => {
      const stream = stage.stream();
      a.addTrack(stage.track('audio'), stream);
      a.addTrack(stage.track('video'), stream);
    });
    const offer = await a.call('createOffer');
    await a.call('setLocalDescription', offer);
    await b.call('setRemoteDescription', withoutMsid(offer));
    b.ask('ids', (pc) => pc.getReceivers().map(({ track }) => offer.sdp.includes(track.id)));
    await b.call('setLocalDescription');
    await a.call('setRemoteDescription', withoutMsid(b.pc.localDescription));
    const again = await a.call('createOffer');
    await a.call('setLocalDescription', again);
    await b.call('setRemoteDescription', again);
    await stage.flush();
  }),

  streams('of nobody: an offer without any', async (stage) => {
    const [a, b] = stage.pair();
    const sender = await a.needs(() => a.addTrack(stage.track('audio')));
    await stage.signal(a, b);
    await a.needs(() => setStreams(a, sender, stage.stream()));
    await stage.signal(a, b);
    await stage.flush();
  }),

  streams('changed by the program', async (stage) => {
    const [a, b] = stage.pair();
    const sender = await a.needs(() => a.addTrack(stage.track('audio'), stage.stream()));
    const came = b.next('track');
    await stage.signal(a, b);
    const {
      track,
      streams: [stream],
    } = await came;
    stream.removeTrack(track);
    b.noteMedia();
    await a.needs(() => a.removeTrack(sender));
    await stage.signal(a, b);
    b.noteMedia();
    await a.needs(() => {
      a.pc.getTransceivers()[0].direction = 'sendrecv';
    });
    await stage.signal(a, b);
    await stage.flush();
  }),
];
