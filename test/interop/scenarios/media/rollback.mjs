const rollback = (name, run) => ({ name: `rollback with media: ${name}`, run });
const back = { type: 'rollback' };

/** Both have an offer of their own. */
async function glare(stage) {
  const [a, b] = stage.pair();
  await a.needs(() => {
    a.addTrack(stage.track('audio'), stage.stream());
    a.addTransceiver('video');
  });
  await b.needs(() => {
    b.addTransceiver('audio');
    b.addTrack(stage.track('video'), stage.stream());
  });
  await a.call('setLocalDescription');
  await b.call('setLocalDescription');
  return [a, b];
}

/** b has applied an offer of a's with audio and video. */
async function offered(stage) {
  const [a, b] = stage.pair();
  const stream = stage.stream();
  await a.needs(() => {
    a.addTrack(stage.track('audio'), stream);
    a.addTrack(stage.track('video'), stream);
  });
  await a.call('setLocalDescription');
  await b.call('setRemoteDescription', a.pc.localDescription);
  return [a, b];
}

/** Two peers that have negotiated audio both ways. */
async function talking(stage) {
  const [a, b] = stage.pair();
  await a.needs(() => a.addTrack(stage.track('audio'), stage.stream()));
  await b.needs(() => b.addTrack(stage.track('audio'), stage.stream()));
  await stage.signal(a, b);
  return [a, b];
}

export const rollbacksWithMedia = [
  rollback('a local offer', async (stage) => {
    const [a, b] = stage.pair();
    await a.needs(() => {
      a.addTrack(stage.track('audio'), stage.stream());
      a.addTransceiver('video', { direction: 'recvonly' });
    });
    await a.call('setLocalDescription');
    a.noteMedia();
    await a.needs(() => a.call('setLocalDescription', back));
    a.noteMedia();
    await stage.signal(a, b);
    await stage.flush();
  }),

  rollback('a remote offer takes its transceivers away', async (stage) => {
    const [a, b] = await offered(stage);
    b.noteMedia();
    await b.call('setRemoteDescription', back);
    await stage.flush();
    b.noteMedia();
    await b.call('setRemoteDescription', a.pc.localDescription);
    await b.call('setLocalDescription');
    await a.call('setRemoteDescription', b.pc.localDescription);
    await stage.flush();
  }),

  rollback('a remote offer leaves a transceiver that got a track', async (stage) => {
    const [a, b] = await offered(stage);
    b.addTrack(stage.track('video'), stage.stream());
    await b.needs(() => b.call('setRemoteDescription', back));
    b.noteMedia();
    await b.call('setRemoteDescription', a.pc.localDescription);
    await b.call('setLocalDescription');
    await a.call('setRemoteDescription', b.pc.localDescription);
    await stage.flush();
  }),

  rollback('a track was given by replaceTrack', async (stage) => {
    const [a, b] = await offered(stage);
    const [transceiver] = b.pc.getTransceivers();
    const track = stage.track('audio');
    await b.attempt('replaceTrack()', () => transceiver.sender.replaceTrack(track));
    await b.call('setRemoteDescription', back);
    await stage.flush();
    b.noteMedia();
    await b.call('setRemoteDescription', a.pc.localDescription);
    await stage.flush();
  }),

  rollback('a transceiver of an own track was used by the offer', async (stage) => {
    const [a, b] = stage.pair();
    await a.needs(() => a.addTrack(stage.track('audio'), stage.stream()));
    await b.needs(() => b.addTrack(stage.track('audio'), stage.stream()));
    await a.call('setLocalDescription');
    await b.call('setRemoteDescription', a.pc.localDescription);
    b.noteMedia();
    await b.call('setRemoteDescription', back);
    await stage.flush();
    b.noteMedia();
    await stage.signal(b, a);
    await stage.flush();
  }),

  rollback('glare, explicit', async (stage) => {
    const [a, b] = await glare(stage);
    await a.needs(() => a.call('setLocalDescription', back));
    await a.call('setRemoteDescription', b.pc.localDescription);
    await a.call('setLocalDescription');
    await b.call('setRemoteDescription', a.pc.localDescription);
    await stage.flush();
  }),

  rollback('glare, implicit', async (stage) => {
    const [a, b] = await glare(stage);
    await a.call('setRemoteDescription', b.pc.localDescription);
    a.noteMedia();
    await a.call('setLocalDescription');
    await b.call('setRemoteDescription', a.pc.localDescription);
    await stage.flush();
    await stage.signal(a, b);
    await stage.flush();
  }),

  rollback('glare, the offer that loses comes after', async (stage) => {
    const [a, b] = stage.pair();
    await a.needs(() => a.addTransceiver(stage.track('audio')));
    await b.needs(() => b.addTransceiver(stage.track('audio')));
    await a.call('setLocalDescription');
    await b.call('setLocalDescription');
    await a.call('setRemoteDescription', b.pc.localDescription);
    await a.call('setLocalDescription');
    await b.call('setRemoteDescription', a.pc.localDescription);
    await stage.flush();
    await stage.signal(a, b);
    await stage.flush();
  }),

  rollback('a track that was removed comes back', async (stage) => {
    const [a, b] = await talking(stage);
    const [sender] = a.pc.getSenders();
    await a.needs(() => a.removeTrack(sender));
    await a.call('setLocalDescription');
    await b.call('setRemoteDescription', a.pc.localDescription);
    await b.call('setRemoteDescription', back);
    await stage.flush();
    b.noteMedia();
    await a.needs(() => a.call('setLocalDescription', back));
    await stage.flush();
    await stage.signal(a, b);
    await stage.flush();
  }),

  rollback('a stream that joined leaves again', async (stage) => {
    const [a, b] = await talking(stage);
    const [sender] = a.pc.getSenders();
    await a.needs(() => a.do('setStreams()', () => sender.setStreams(stage.stream())));
    await a.call('setLocalDescription');
    await b.call('setRemoteDescription', a.pc.localDescription);
    await b.call('setRemoteDescription', back);
    await stage.flush();
    b.noteMedia();
    await b.call('setRemoteDescription', a.pc.localDescription);
    await stage.flush();
  }),

  rollback('a transceiver was stopped before', async (stage) => {
    const [a, b] = await talking(stage);
    const [transceiver] = a.pc.getTransceivers();
    await a.needs(() => a.do('stop()', () => transceiver.stop()));
    await a.call('setLocalDescription');
    await b.call('setRemoteDescription', a.pc.localDescription);
    b.noteMedia();
    await b.call('setRemoteDescription', back);
    await stage.flush();
    b.noteMedia();
    await a.call('setLocalDescription', back);
    await stage.flush();
    a.noteMedia();
    await stage.signal(a, b);
    await stage.flush();
  }),

  rollback('a transceiver is stopped while the offer is out', async (stage) => {
    const [a, b] = stage.pair();
    const transceiver = await a.needs(() => a.addTransceiver('audio'));
    a.addTransceiver('video');
    await a.call('setLocalDescription');
    a.do('stop()', () => transceiver.stop());
    await a.call('setLocalDescription', back);
    await stage.flush();
    a.noteMedia();
    await stage.signal(a, b);
    await stage.flush();
  }),

  rollback('a direction that was changed', async (stage) => {
    const [a, b] = await talking(stage);
    const [transceiver] = a.pc.getTransceivers();
    await a.needs(() => {
      transceiver.direction = 'recvonly';
    });
    await a.call('setLocalDescription');
    await b.call('setRemoteDescription', a.pc.localDescription);
    await b.call('setRemoteDescription', back);
    await a.needs(() => a.call('setLocalDescription', back));
    transceiver.direction = 'sendrecv';
    await stage.flush();
    await stage.signal(a, b);
    await stage.flush();
  }),

  rollback('a section that was used again', async (stage) => {
    const [a, b] = await talking(stage);
    const [transceiver] = a.pc.getTransceivers();
    await a.needs(() => a.do('stop()', () => transceiver.stop()));
    await stage.signal(a, b);
    await a.needs(() => a.addTrack(stage.track('video'), stage.stream()));
    await a.call('setLocalDescription');
    await b.call('setRemoteDescription', a.pc.localDescription);
    await b.call('setRemoteDescription', back);
    await stage.flush();
    b.noteMedia();
    await a.needs(() => a.call('setLocalDescription', back));
    a.noteMedia();
    await stage.signal(a, b);
    await stage.flush();
  }),

  rollback('in the listeners of events', async (stage) => {
    const [a, b] = stage.pair();
    await a.needs(() => a.addTrack(stage.track('audio'), stage.stream()));
    await a.call('setLocalDescription');
    let rolled;
    b.pc.addEventListener('track', () => (rolled = b.call('setRemoteDescription', back)));
    await b.call('setRemoteDescription', a.pc.localDescription);
    await rolled;
    await stage.flush();
  }),
];
