const stopping = (name, run) => ({ name: `stop: ${name}`, run });

function stop(peer, transceiver) {
  peer.do(`${peer.media.name(transceiver)}.stop()`, () => transceiver.stop());
}

/** Two peers that have negotiated audio and video, both ways. */
async function talking(stage) {
  const [a, b] = stage.pair();
  for (const peer of [a, b]) {
    await peer.needs(() => {
      const stream = stage.stream();
      peer.addTrack(stage.track('audio'), stream);
      peer.addTrack(stage.track('video'), stream);
    });
  }
  await stage.signal(a, b);
  return [a, b];
}

export const stoppedTransceivers = [
  stopping('by the offerer', async (stage) => {
    const [a, b] = await talking(stage);
    const [, video] = a.pc.getTransceivers();
    await a.needs(() => stop(a, video));
    await stage.flush();
    a.noteMedia();
    await stage.signal(a, b);
    await stage.flush();
  }),

  stopping('by the answerer before it answers', async (stage) => {
    const [a, b] = await talking(stage);
    await a.call('setLocalDescription');
    await b.call('setRemoteDescription', a.pc.localDescription);
    stop(b, b.pc.getTransceivers()[1]);
    b.noteMedia();
    await b.call('setLocalDescription');
    await a.call('setRemoteDescription', b.pc.localDescription);
    await stage.flush();
  }),

  stopping('of the first answer', async (stage) => {
    const [a, b] = stage.pair();
    await a.needs(() => {
      a.addTrack(stage.track('audio'), stage.stream());
      a.addTrack(stage.track('video'), stage.stream());
    });
    await a.call('setLocalDescription');
    await b.call('setRemoteDescription', a.pc.localDescription);
    stop(b, b.pc.getTransceivers()[0]);
    await b.call('setLocalDescription');
    await a.call('setRemoteDescription', b.pc.localDescription);
    await stage.flush();
    await stage.signal(b, a);
    await stage.flush();
  }),

  stopping('before anything was negotiated', async (stage) => {
    const [a, b] = stage.pair();
    const first = await a.needs(() => a.addTransceiver('audio'));
    a.addTransceiver('video');
    stop(a, first);
    stop(a, first);
    await stage.flush();
    await stage.signal(a, b);
    await stage.flush();
  }),

  stopping('all of them', async (stage) => {
    const [a, b] = await talking(stage);
    await a.needs(() => a.pc.getTransceivers().forEach((each) => stop(a, each)));
    await stage.signal(a, b);
    await stage.flush();
    await stage.signal(b, a);
    await stage.flush();
  }),

  stopping('while an offer is out', async (stage) => {
    const [a, b] = stage.pair();
    const transceiver = await a.needs(() => a.addTransceiver('audio'));
    a.addTransceiver('video');
    await a.call('setLocalDescription');
    stop(a, transceiver);
    await b.call('setRemoteDescription', a.pc.localDescription);
    await b.call('setLocalDescription');
    await a.call('setRemoteDescription', b.pc.localDescription);
    await stage.flush();
    await stage.signal(a, b);
    await stage.flush();
  }),

  stopping('by both at once', async (stage) => {
    const [a, b] = await talking(stage);
    await a.needs(() => stop(a, a.pc.getTransceivers()[0]));
    await b.needs(() => stop(b, b.pc.getTransceivers()[0]));
    await stage.signal(a, b);
    await stage.flush();
  }),

  stopping('by each another', async (stage) => {
    const [a, b] = await talking(stage);
    await a.needs(() => stop(a, a.pc.getTransceivers()[0]));
    await b.needs(() => stop(b, b.pc.getTransceivers()[1]));
    await stage.signal(a, b);
    await stage.flush();
    await stage.signal(b, a);
    await stage.flush();
  }),

  stopping('its section is used again', async (stage) => {
    const [a, b] = await talking(stage);
    await a.needs(() => stop(a, a.pc.getTransceivers()[0]));
    await stage.signal(a, b);
    await a.needs(() => a.addTransceiver('video', { streams: [stage.stream()] }));
    await stage.signal(a, b);
    await stage.flush();
  }),

  stopping('its section is used again by the other side', async (stage) => {
    const [a, b] = await talking(stage);
    await a.needs(() => stop(a, a.pc.getTransceivers()[1]));
    await stage.signal(a, b);
    await b.needs(() => {
      b.addTrack(stage.track('audio'), stage.stream());
      b.addTrack(stage.track('audio'), stage.stream());
    });
    await stage.signal(b, a);
    await stage.flush();
  }),

  stopping('and replaced in one negotiation', async (stage) => {
    const [a, b] = await talking(stage);
    await a.needs(() => {
      stop(a, a.pc.getTransceivers()[0]);
      a.addTrack(stage.track('audio'), stage.stream());
    });
    await stage.signal(a, b);
    await stage.flush();
    await stage.signal(a, b);
    await stage.flush();
  }),

  stopping('what is left of it', async (stage) => {
    const [a, b] = await talking(stage);
    const [transceiver] = a.pc.getTransceivers();
    const { sender, receiver } = transceiver;
    const tryAll = async () => {
      a.do('direction = inactive', () => {
        transceiver.direction = 'inactive';
      });
      a.ask('direction', () => [transceiver.direction, transceiver.currentDirection]);
      stop(a, transceiver);
      await a.attempt('replaceTrack(null)', () => sender.replaceTrack(null));
      const other = stage.track('audio');
      await a.attempt('replaceTrack(other)', () => sender.replaceTrack(other));
      a.do('setStreams()', () => sender.setStreams(stage.stream()));
      a.do('setCodecPreferences([])', () => transceiver.setCodecPreferences([]));
      a.ask('getParameters()', () => sender.getParameters().encodings.length);
      await a.attempt('setParameters()', () => sender.setParameters(sender.getParameters()));
      a.ask('canInsertDTMF', () => sender.dtmf.canInsertDTMF);
      a.do('insertDTMF()', () => sender.dtmf.insertDTMF('1'));
      a.ask('sources', () => receiver.getSynchronizationSources().length);
      await a.attempt('sender.getStats()', () => sender.getStats().then(() => undefined));
      await a.attempt('receiver.getStats()', () => receiver.getStats().then(() => undefined));
      a.removeTrack(sender);
      // The track ends in a task of its own.
      await stage.flush();
      a.noteMedia();
    };
    await a.needs(() => stop(a, transceiver));
    await tryAll();
    await stage.signal(a, b);
    await tryAll();
  }),

  stopping('in a listener of track', async (stage) => {
    const [a, b] = stage.pair();
    await a.needs(() => {
      a.addTrack(stage.track('audio'), stage.stream());
      a.addTrack(stage.track('video'), stage.stream());
    });
    b.pc.addEventListener('track', () => stop(b, b.pc.getTransceivers().at(-1)), { once: true });
    await stage.signal(a, b);
    await stage.flush();
  }),

  stopping('a remote track by itself', async (stage) => {
    const [a, b] = await talking(stage);
    const [transceiver] = b.pc.getTransceivers();
    transceiver.receiver.track.stop();
    b.note('track.stop()');
    await stage.signal(a, b);
    await a.needs(() => stop(a, a.pc.getTransceivers()[0]));
    await stage.signal(a, b);
    await stage.flush();
  }),
];
