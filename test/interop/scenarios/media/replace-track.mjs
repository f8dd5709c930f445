const replacing = (name, run) => ({ name: `replaceTrack: ${name}`, run });

function replace(peer, sender, track) {
  const text = `replaceTrack(${peer.names.argument(track)})`;
  return peer.attempt(text, () => sender.replaceTrack(track));
}

export const replacedTracks = [
  replacing('before anything was negotiated', async (stage) => {
    const [a, b] = stage.pair();
    const sender = await a.needs(() => a.addTrack(stage.track('audio'), stage.stream()));
    await replace(a, sender, stage.track('audio'));
    a.noteMedia();
    await replace(a, sender, null);
    a.noteMedia();
    await replace(a, sender, null);
    await stage.signal(a, b);
    await replace(a, sender, stage.track('audio'));
    await stage.flush();
  }),

  replacing('while it sends', async (stage) => {
    const [a, b] = stage.pair();
    const first = stage.track('video');
    const sender = await a.needs(() => a.addTrack(first, stage.stream()));
    await stage.signal(a, b);
    const second = stage.track('video');
    await replace(a, sender, second);
    await replace(a, sender, second);
    await replace(a, sender, null);
    await replace(a, sender, first);
    await stage.flush();
    a.note('no event came');
    await stage.signal(a, b);
    await stage.flush();
  }),

  replacing('by what does not fit', async (stage) => {
    const [a, b] = stage.pair();
    const sender = await a.needs(() => a.addTrack(stage.track('video')));
    await replace(a, sender, stage.track('audio'));
    await replace(a, sender, undefined);
    await replace(a, sender, {});
    await a.attempt('replaceTrack()', () => sender.replaceTrack());
    await stage.signal(a, b);
    await replace(a, sender, stage.track('audio'));
    const ended = stage.track('video');
    ended.stop();
    await replace(a, sender, ended);
    await stage.flush();
  }),

  replacing('by a track that another sender has', async (stage) => {
    const [a, b] = stage.pair();
    const track = stage.track('audio');
    await a.needs(() => a.addTrack(track, stage.stream()));
    const { sender } = a.addTransceiver('audio');
    await replace(a, sender, track);
    await stage.signal(a, b);
    await replace(a, sender, a.pc.getReceivers()[0].track);
    await stage.flush();
  }),

  replacing('several times at once', async (stage) => {
    const [a, b] = stage.pair();
    const sender = await a.needs(() => a.addTrack(stage.track('audio')));
    await stage.signal(a, b);
    const tracks = [stage.track('audio'), null, stage.track('audio')];
    const pending = tracks.map((track) => replace(a, sender, track));
    a.noteMedia();
    await Promise.all(pending);
  }),

  replacing('among other operations', async (stage) => {
    const [a, b] = stage.pair();
    const sender = await a.needs(() => a.addTrack(stage.track('audio')));
    // The first offer waits for a certificate; in Chromium what comes after it does not.
    await a.call('createOffer');
    await Promise.all([
      replace(a, sender, null),
      a.call('setLocalDescription'),
      replace(a, sender, stage.track('audio')),
    ]);
    a.noteMedia();
    await b.call('setRemoteDescription', a.pc.localDescription);
    await stage.flush();
  }),

  replacing('of a stopped transceiver', async (stage) => {
    const a = stage.peer('a');
    const sender = await a.needs(() => a.addTrack(stage.track('audio')));
    const [transceiver] = a.pc.getTransceivers();
    const pending = replace(a, sender, stage.track('audio'));
    a.do('stop()', () => transceiver.stop());
    await pending;
    await replace(a, sender, null);
    await replace(a, sender, stage.track('video'));
    await stage.flush();
    a.noteMedia();
  }),

  replacing('and the connection is closed', async (stage) => {
    const a = stage.peer('a');
    const sender = await a.needs(() => a.addTrack(stage.track('audio')));
    void replace(a, sender, stage.track('audio'));
    a.close();
    await stage.flush();
    for (const track of [null, stage.track('audio'), stage.track('video')]) {
      await stage.settled(replace(a, sender, track));
    }
  }),

  replacing('lets a direction start to send', async (stage) => {
    const [a, b] = stage.pair();
    await a.needs(() => a.addTransceiver('audio', { direction: 'recvonly' }));
    await stage.signal(a, b);
    const [transceiver] = a.pc.getTransceivers();
    await replace(a, transceiver.sender, stage.track('audio'));
    await stage.flush();
    a.note('no event came');
    await a.needs(() => {
      transceiver.direction = 'sendonly';
    });
    await stage.signal(a, b);
    await stage.flush();
  }),

  replacing('after removeTrack', async (stage) => {
    const [a, b] = stage.pair();
    const track = stage.track('audio');
    const sender = await a.needs(() => a.addTrack(track, stage.stream()));
    await stage.signal(a, b);
    await a.needs(() => a.removeTrack(sender));
    await replace(a, sender, track);
    a.noteMedia();
    await stage.signal(a, b);
    await stage.flush();
  }),
];
