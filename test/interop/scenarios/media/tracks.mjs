const tracks = (name, run) => ({ name: `tracks: ${name}`, run });

export const tracksOfSenders = [
  tracks('added, then negotiated', async (stage) => {
    const [a, b] = stage.pair();
    const audio = stage.track('audio');
    const video = stage.track('video');
    const stream = stage.stream(audio, video);
    await a.needs(() => {
      a.addTrack(audio, stream);
      a.addTrack(video, stream);
    });
    await stage.signal(a, b);
    await stage.flush();
  }),

  tracks('of both sides share their transceivers', async (stage) => {
    const [a, b] = stage.pair();
    await a.needs(() => {
      a.addTrack(stage.track('audio'), stage.stream());
      a.addTrack(stage.track('video'), stage.stream());
    });
    await b.needs(() => {
      b.addTrack(stage.track('video'), stage.stream());
      b.addTrack(stage.track('audio'), stage.stream());
    });
    await stage.signal(a, b);
    await stage.flush();
    await stage.signal(b, a);
    await stage.flush();
  }),

  tracks('added while an offer is answered', async (stage) => {
    const [a, b] = stage.pair();
    await a.needs(() => a.addTrack(stage.track('audio'), stage.stream()));
    await a.call('setLocalDescription');
    await b.call('setRemoteDescription', a.pc.localDescription);
    b.addTrack(stage.track('audio'), stage.stream());
    b.addTrack(stage.track('video'), stage.stream());
    await b.call('setLocalDescription');
    await stage.flush();
    await a.call('setRemoteDescription', b.pc.localDescription);
    await stage.signal(b, a);
    await stage.flush();
  }),

  tracks('added in the listeners of events', async (stage) => {
    const [a, b] = stage.pair();
    const once = { once: true };
    b.pc.addEventListener('track', () => b.addTrack(stage.track('audio')), once);
    a.pc.addEventListener('negotiationneeded', () => a.addTrack(stage.track('video')), once);
    b.pc.addEventListener('signalingstatechange', () => b.addTrack(stage.track('video')), once);
    await a.needs(() => a.addTrack(stage.track('audio')));
    await stage.signal(a, b);
    await stage.flush();
  }),

  tracks('added while an offer is out', async (stage) => {
    const [a, b] = stage.pair();
    await a.needs(() => a.addTrack(stage.track('audio')));
    await a.call('setLocalDescription');
    a.addTrack(stage.track('video'));
    await stage.flush();
    await b.call('setRemoteDescription', a.pc.localDescription);
    await b.call('setLocalDescription');
    const needed = a.next('negotiationneeded');
    await a.call('setRemoteDescription', b.pc.localDescription);
    await needed;
    await stage.signal(a, b);
  }),

  tracks('added between creating an offer and setting it', async (stage) => {
    const [a, b] = stage.pair();
    await a.needs(() => a.addTrack(stage.track('audio')));
    const offer = await a.call('createOffer');
    a.addTrack(stage.track('video'));
    await a.call('setLocalDescription', offer);
    await b.call('setRemoteDescription', offer);
    await b.call('setLocalDescription');
    await a.call('setRemoteDescription', b.pc.localDescription);
    await stage.flush();
  }),

  tracks('removed before anything was negotiated', async (stage) => {
    const [a] = stage.pair();
    const track = stage.track('audio');
    const sender = await a.needs(() => a.addTrack(track));
    a.removeTrack(sender);
    a.removeTrack(sender);
    await stage.flush();
    const again = a.addTrack(track);
    a.note(`the same sender: ${again === sender}`);
    await a.call('createOffer');
  }),

  tracks('a sender that has sent is not used again', async (stage) => {
    const [a, b] = stage.pair();
    const track = stage.track('audio');
    const sender = await a.needs(() => a.addTrack(track, stage.stream()));
    await stage.signal(a, b);
    await a.needs(() => a.removeTrack(sender));
    const other = a.addTrack(track, stage.stream());
    a.note(`the same sender: ${other === sender}`);
    await stage.signal(a, b);
    await stage.flush();
  }),

  tracks('a transceiver that only received is used', async (stage) => {
    const [a, b] = stage.pair();
    await a.needs(() => {
      a.addTransceiver('video', { direction: 'recvonly' });
      a.addTransceiver('video', { direction: 'inactive' });
      a.addTransceiver('audio', { direction: 'recvonly' });
    });
    await stage.signal(a, b);
    await a.needs(() => a.addTrack(stage.track('video'), stage.stream()));
    a.addTrack(stage.track('video'), stage.stream());
    a.addTrack(stage.track('video'), stage.stream());
    await stage.signal(a, b);
    await stage.flush();
  }),

  tracks('removed by one side, then by the other', async (stage) => {
    const [a, b] = stage.pair();
    const stream = stage.stream();
    const sender = await a.needs(() => a.addTrack(stage.track('video'), stream));
    const back = await b.needs(() => b.addTrack(stage.track('video'), stage.stream()));
    await stage.signal(a, b);
    await a.needs(() => a.removeTrack(sender));
    await stage.signal(a, b);
    a.noteMedia();
    b.noteMedia();
    await b.needs(() => b.removeTrack(back));
    await stage.signal(b, a);
    await stage.flush();
  }),

  tracks('removed and added again as the stream goes on', async (stage) => {
    const [a, b] = stage.pair();
    const stream = stage.stream();
    a.addTrack(stage.track('audio'), stream);
    const sender = await a.needs(() => a.addTrack(stage.track('video'), stream));
    await stage.signal(a, b);
    await a.needs(() => a.removeTrack(sender));
    await stage.signal(a, b);
    await a.needs(() => a.addTrack(stage.track('video'), stream));
    await stage.signal(a, b);
    await stage.flush();
  }),

  tracks('removed by the answerer before it answers', async (stage) => {
    const [a, b] = stage.pair();
    await a.needs(() => a.addTrack(stage.track('audio'), stage.stream()));
    const sender = await b.needs(() => b.addTrack(stage.track('audio'), stage.stream()));
    await a.call('setLocalDescription');
    await b.call('setRemoteDescription', a.pc.localDescription);
    b.removeTrack(sender);
    await b.call('setLocalDescription');
    await a.call('setRemoteDescription', b.pc.localDescription);
    await stage.flush();
  }),

  tracks('that cannot be added', async (stage) => {
    const [a, b] = stage.pair();
    const track = stage.track('audio');
    const stream = stage.stream();
    await a.needs(() => a.addTrack(track, stream));
    a.addTrack(track);
    a.addTrack(track, stream);
    b.addTrack(track, stream, stream);
    a.addTrack(null);
    a.addTrack(stream);
    a.addTrack('audio');
    a.addTrack(stage.track('audio'), track);
    a.do('addTrack() without arguments', (pc) => pc.addTrack());
    const ended = stage.track('video');
    ended.stop();
    a.addTrack(ended);
    a.addTrack(stage.names.give(track.clone(), 'clone'));
    await stage.flush();
    await a.call('createOffer');
  }),

  tracks('that cannot be removed', async (stage) => {
    const [a, b] = stage.pair();
    const sender = await a.needs(() => a.addTrack(stage.track('audio')));
    b.do('removeTrack() of another one', (pc) => pc.removeTrack(sender));
    a.do('removeTrack(null)', (pc) => pc.removeTrack(null));
    a.do('removeTrack() of a track', (pc) => pc.removeTrack(sender.track));
    a.do('stop()', (pc) => pc.getTransceivers()[0].stop());
    a.removeTrack(sender);
    a.noteMedia();
    b.close();
    b.do('removeTrack() of another one', (pc) => pc.removeTrack(sender));
  }),

  tracks('received are sent on', async (stage) => {
    const [a, b] = stage.pair();
    const c = stage.peer('c');
    await a.needs(() => a.addTrack(stage.track('video'), stage.stream()));
    const got = b.next('track');
    await stage.signal(a, b);
    const { track, streams } = await got;
    await b.needs(() => b.addTrack(track, ...streams));
    await stage.signal(b, a);
    const d = stage.peer('d');
    await c.needs(() => c.addTrack(track, ...streams));
    await stage.signal(c, d);
    await stage.flush();
  }),

  tracks('objects stay the same', async (stage) => {
    const [a, b] = stage.pair();
    const sender = await a.needs(() => a.addTrack(stage.track('audio'), stage.stream()));
    const transceiver = a.addTransceiver('video');
    const compare = (peer) => {
      const { pc } = peer;
      const transceivers = pc.getTransceivers();
      peer.ask('transceivers are the same', () =>
        transceivers.every((each, index) => each === pc.getTransceivers()[index]),
      );
      peer.ask('lists are new', () => transceivers !== pc.getTransceivers());
      peer.ask('senders', () =>
        pc.getSenders().every((each, index) => each === transceivers[index].sender),
      );
      peer.ask('receivers', () =>
        pc.getReceivers().every((each, index) => each === transceivers[index].receiver),
      );
      peer.ask('parts', () =>
        transceivers.every(
          (each) =>
            each.sender === each.sender &&
            each.receiver.track === each.receiver.track &&
            each.sender.dtmf === each.sender.dtmf,
        ),
      );
      peer.ask('dtmf', () => transceivers.map((each) => each.sender.dtmf?.toneBuffer ?? null));
    };
    compare(a);
    const events = [];
    b.pc.addEventListener('track', (event) => events.push(event));
    await stage.signal(a, b);
    compare(a);
    compare(b);
    a.ask('the sender', (pc) => pc.getTransceivers()[0].sender === sender);
    a.ask('the transceiver', (pc) => pc.getTransceivers()[1] === transceiver);
    for (const event of events) {
      b.ask('streams are an array', () => [
        Array.isArray(event.streams),
        Object.isFrozen(event.streams),
        event.streams === event.streams,
        event.streams.length,
      ]);
    }
  }),

  tracks('have ids of their own', async (stage) => {
    const [a, b] = stage.pair();
    const track = stage.track('audio');
    await a.needs(() => a.addTrack(track, stage.stream()));
    const transceiver = a.addTransceiver('video');
    await stage.signal(a, b);
    const [first, second] = b.pc.getTransceivers();
    b.ask('has the id of the sent track', () => first.receiver.track.id === track.id);
    const other = transceiver.receiver.track.id;
    b.ask('has the id of the other receiver', () => second.receiver.track.id === other);
    b.ask('labels', () =>
      [first.receiver.track.label === first.receiver.track.id, first.receiver.track.label].map(
        (value) => (typeof value === 'string' ? value.replace(/[\da-f-]{30,}/, 'id') : value),
      ),
    );
  }),
];
